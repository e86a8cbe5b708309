import { mkdirSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import pg from "pg";
import { forEach, makeFolder, sumFile, syncFolder } from "./durable.ts";
import { RecoveryError } from "./error.ts";
import { copyNewFiles, readPool } from "./pool.ts";
import { endOf, findProgram, startProgram } from "./program.ts";
import { type BackUpOptions, type BackUpReport, copyKeys, refuseForeign, retain } from "./retain.ts";
import { beginBase, completeBase, type StoredFile, sweepParts, walFolder } from "./store.ts";

type Elsewhere = BackUpOptions & { readonly url: string };

const SLOT = "lilink_backup";
const FILES_MS = 10_000;

/** A base backup of a server of the operator's own by pg_basebackup, as a role that may replicate. */
export async function backUpElsewhere(options: Elsewhere): Promise<BackUpReport> {
  const [dataDir, backupDir] = [resolve(options.dataDir), resolve(options.backupDir)];
  const { system, server, now: startedAt } = await ask(options.url);
  const program = findProgram("pg_basebackup", toMajor(server));
  await makeFolder(backupDir, 0o711);
  await refuseForeign(backupDir, system);
  await sweepParts(backupDir);
  const part = await beginBase(backupDir, new Date(startedAt));
  const folder = join(part, "postgres");
  options.say(`copying ${server} to ${part}`);
  await run(program, ["-D", folder, "-X", "stream", "-c", "fast", "--no-password"], options.url);
  const { now: completeAt } = await ask(options.url);
  const firstWal = /\(file ([0-9A-F]{24})\)/.exec(await readFile(join(folder, "backup_label"), "utf8"))?.[1];
  if (firstWal === undefined) throw new RecoveryError("pg_basebackup left no label.");
  const keys = await copyKeys({ ...options, dataDir }, part);
  await copyNewFiles(dataDir, backupDir, new Date(completeAt));
  const { files, folders } = await sumFolder(part, "postgres");
  const pool = [...readPool(backupDir).keys()];
  const base = await completeBase(part, {
    ...{ format: 1, of: "elsewhere", system, server, startedAt, completeAt, firstWal },
    ...{ files: [...files, ...keys], folders, pool },
  });
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const removed = await retain(dataDir, backupDir, options.keep);
  return { base, bytes, files: pool.length, removed, completeAt };
}

/** Receives the log of such a server as it is written, and copies new files, until it is told to stop. */
export async function followElsewhere(
  options: Elsewhere & { readonly now: () => Date; readonly signal: AbortSignal },
): Promise<void> {
  const [dataDir, backupDir] = [resolve(options.dataDir), resolve(options.backupDir)];
  const { server } = await ask(options.url);
  const program = findProgram("pg_receivewal", toMajor(server));
  const wal = walFolder(backupDir);
  mkdirSync(wal, { recursive: true, mode: 0o700 });
  await run(program, ["--slot", SLOT, "--create-slot", "--if-not-exists", "--no-password"], options.url);
  const child = startProgram(
    program,
    ["-D", wal, "--slot", SLOT, "--synchronous", "--no-password"],
    options.url,
  );
  options.signal.addEventListener("abort", () => child.kill("SIGINT"));
  const copying = setInterval(() => {
    copyNewFiles(dataDir, backupDir, options.now()).catch((error: Error) => options.say(error.message));
  }, FILES_MS);
  const code = await endOf(child);
  clearInterval(copying);
  if (code !== 0 && !options.signal.aborted) throw new RecoveryError(`pg_receivewal ended with ${code}.`);
}

async function run(path: string, args: readonly string[], url: string): Promise<void> {
  const code = await endOf(startProgram(path, args, url));
  if (code !== 0) throw new RecoveryError(`${path} ended with ${code}; it says why above.`);
}

async function ask(url: string): Promise<{ system: string; server: string; now: string }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ system: string; server: string; now: Date }>(
      "select system_identifier::text as system, current_setting('server_version') as server, clock_timestamp() as now from pg_control_system()",
    );
    const [row] = rows;
    if (!row) throw new RecoveryError("The server does not say which one it is.");
    return { ...row, now: row.now.toISOString() };
  } catch (error) {
    throw error instanceof RecoveryError
      ? error
      : new RecoveryError(
          `The server cannot be asked: ${error instanceof Error ? error.message : error}. The role needs REPLICATION and membership of pg_monitor.`,
        );
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function sumFolder(root: string, folder: string): Promise<{ files: StoredFile[]; folders: string[] }> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const toPath = (entry: { parentPath: string; name: string }) =>
    join(entry.parentPath, entry.name).slice(root.length + 1);
  const files: StoredFile[] = [];
  await forEach(
    entries.filter((entry) => entry.isFile()),
    async (entry) => {
      files.push({ path: toPath(entry), ...(await sumFile(join(root, toPath(entry)))) });
    },
  );
  await syncFolder(join(root, folder));
  return { files, folders: entries.filter((entry) => entry.isDirectory()).map(toPath) };
}

const toMajor = (version: string) => Number(version.split(".")[0]);
