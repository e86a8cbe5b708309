import { chownSync, existsSync, lchownSync, mkdirSync, readdirSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import pg from "pg";
import { findServerAccount, type ServerAccount } from "../embedded/account.ts";
import { findBinaries } from "../embedded/binary.ts";
import { EmbeddedError } from "../embedded/error.ts";
import { takeLock } from "../embedded/lock.ts";
import { findFreePort } from "../embedded/port.ts";
import { toUrl } from "../embedded/role.ts";
import { findSecrets } from "../embedded/secret.ts";
import { startServer } from "../embedded/server.ts";
import { copyDurably, forEach, syncFolder } from "./durable.ts";
import { RecoveryError } from "./error.ts";
import { readPool } from "./pool.ts";
import { type Base, listBases, type StoredFile, walFolder } from "./store.ts";
import { unpackWal } from "./wal.ts";

export type RestoreOptions = {
  readonly backupDir: string;
  readonly into: string;
  /** The moment to come back to; the latest that the log reaches without it. */
  readonly to?: Date | undefined;
  readonly say: (line: string) => void;
};

export type RestoreReport = {
  readonly base: string;
  readonly into: string;
  /** When the last change that is there was committed; null where none followed the base. */
  readonly lastCommit: string | null;
  readonly segments: number;
  readonly files: number;
  /** Copies that are missing or damaged in the backup. */
  readonly damaged: readonly string[];
};

/** The embedded server is given its name when recovery is over: a start refuses a folder where this one is left. */
const RESTORING = "postgres.restoring";
const RECOVERY_MS = 3_600_000;

/** Brings a backup into an empty folder, to be used as DATA_DIR. It writes over nothing ([RC4]). */
export async function restore(options: RestoreOptions): Promise<RestoreReport> {
  const [backupDir, into] = [resolve(options.backupDir), resolve(options.into)];
  if (!existsSync(backupDir)) throw new RecoveryError(`${backupDir} does not exist.`);
  if (existsSync(into) && readdirSync(into).length > 0)
    throw new RecoveryError(`${into} is not empty: name a new folder, or empty it; nothing was changed.`);
  const base = chooseBase(listBases(backupDir), options.to, backupDir);
  mkdirSync(into, { recursive: true });
  const lock = takeLock(into);
  try {
    return await bringBack(base, { ...options, backupDir, into });
  } finally {
    lock.release();
  }
}

function chooseBase(bases: readonly Base[], to: Date | undefined, backupDir: string): Base {
  const fit = bases.filter(({ manifest }) => to === undefined || manifest.completeAt <= to.toISOString());
  const base = fit.at(-1);
  if (base) return base;
  const [oldest] = bases;
  throw new RecoveryError(
    oldest
      ? `No base backup is older than that moment; the first moment that can be restored is ${oldest.manifest.completeAt}.`
      : `${backupDir} holds no complete backup.`,
  );
}

async function bringBack(base: Base, options: RestoreOptions): Promise<RestoreReport> {
  const { backupDir, into, say } = options;
  const { manifest } = base;
  const elsewhere = manifest.of === "elsewhere";
  const folder = join(into, elsewhere ? "postgres" : RESTORING);
  say(`copying ${base.folder}`);
  const toTarget = (path: string) => join(into, path.replace(/^postgres(?=\/)/, basename(folder)));
  await mkdir(folder, { mode: 0o700 });
  for (const path of manifest.folders) await mkdir(toTarget(path), { recursive: true, mode: 0o700 });
  await forEach(manifest.files, async (file) => {
    const found = await bringFile(join(base.folder, file.path), toTarget(file.path), file);
    if (!found)
      throw new RecoveryError(`${join(base.folder, file.path)} is damaged: restore from another base.`);
  });
  say("unpacking the log");
  const segments = await unpackWal(walFolder(backupDir), manifest.firstWal, join(folder, "pg_wal"));
  await writeFile(join(folder, "recovery.signal"), "");
  const damaged = await bringFiles(options);
  const files = readPool(backupDir).size - damaged.length;
  if (elsewhere) {
    await writeFile(join(folder, "postgresql.auto.conf"), toSettings(options.to), { flag: "a" });
    say(`${folder} recovers when your own server starts on it`);
    return { base: base.folder, into, lastCommit: null, segments, files, damaged };
  }
  say("recovering");
  const lastCommit = await recover(folder, options);
  await rename(folder, join(into, "postgres"));
  await syncFolder(into);
  return { base: base.folder, into, lastCommit, segments, files, damaged };
}

async function bringFiles({ backupDir, into }: RestoreOptions): Promise<string[]> {
  const damaged: string[] = [];
  await forEach([...readPool(backupDir).values()], async (file) => {
    const found = await bringFile(join(backupDir, "files", file.path), join(into, "files", file.path), file);
    if (!found) damaged.push(file.path);
  });
  return damaged.sort();
}

async function bringFile(from: string, to: string, { size, sha256 }: StoredFile): Promise<boolean> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const found = await copyDurably(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  if (found?.size === size && found.sha256 === sha256) return true;
  await rm(to, { force: true });
  return false;
}

// The segments lie where the server looks when it was not handed one.
const toSettingList = (to: Date | undefined): string[] => [
  "restore_command=false",
  ...(to
    ? [
        `recovery_target_time=${to.toISOString().replace("T", " ").replace("Z", "+00")}`,
        "recovery_target_action=promote",
      ]
    : []),
];
const toSettings = (to: Date | undefined) =>
  toSettingList(to)
    .map((line) => `${line.replace(/=(.*)/, " = '$1'")}\n`)
    .join("");

/** Starts the server alone, waits until it has come to the moment, and ends it in order. */
async function recover(folder: string, { into, to }: RestoreOptions): Promise<string | null> {
  const secrets = findSecrets(into);
  if (secrets === undefined) throw new RecoveryError("The backup holds no secrets.json.");
  const account = findServerAccount(into);
  giveAway(folder, account);
  const port = await findFreePort();
  const url = toUrl("superuser", secrets, port, "postgres");
  const server = await startServer({
    ...{ folder, port, probeUrl: url, logFile: join(into, "postgres.log"), account },
    binaries: findBinaries(account),
    settings: ["hot_standby=off", "archive_mode=off", ...toSettingList(to)],
    recoveryMs: RECOVERY_MS,
  }).catch((error: unknown) => {
    const early = error instanceof EmbeddedError && /before configured recovery target/.test(error.message);
    if (!early) throw error;
    throw new RecoveryError(
      `The log that was kept ends before ${to?.toISOString()}: remove ${into} and restore to an earlier moment, or without --to to the latest.`,
    );
  });
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ at: Date | null }>("select pg_last_xact_replay_timestamp() as at");
    return rows[0]?.at?.toISOString() ?? null;
  } finally {
    await client.end();
    await server.stop();
  }
}

function giveAway(folder: string, { uid, gid }: ServerAccount): void {
  if (uid === undefined || gid === undefined) return;
  chownSync(folder, uid, gid);
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    lchownSync(join(folder, path), uid, gid);
}
