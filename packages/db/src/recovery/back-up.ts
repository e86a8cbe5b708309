import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import pg from "pg";
import { findServerAccount } from "../embedded/account.ts";
import { borrowServer } from "../embedded/borrow.ts";
import { startArchiving } from "./archive.ts";
import { copyCluster } from "./copy-cluster.ts";
import { makeFolder, writeDurably } from "./durable.ts";
import { RecoveryError } from "./error.ts";
import { PLACE_FILE } from "./follow.ts";
import { copyNewFiles, readPool } from "./pool.ts";
import { type BackUpOptions, type BackUpReport, copyKeys, refuseForeign, retain } from "./retain.ts";
import { beginBase, completeBase, type Manifest, sweepParts } from "./store.ts";

/** Any number would do; it only has to be the same for all backups of one server. */
const BACKUP_LOCK = 5_318_010;
/** A base backup of the embedded server, running or not; from the first one on its log and its files are kept too. */
export async function backUp(options: BackUpOptions): Promise<BackUpReport> {
  const [dataDir, backupDir] = [resolve(options.dataDir), resolve(options.backupDir)];
  if (!existsSync(join(dataDir, "postgres", "PG_VERSION")))
    throw new RecoveryError(`${dataDir} holds no database: set DATA_DIR, or name a server with --database.`);
  if (process.platform === "win32")
    throw new RecoveryError("The embedded server keeps its log on Linux and macOS alone.");
  await makeFolder(backupDir, 0o711);
  const server = await borrowServer({ dataDir, say: options.say });
  const client = new pg.Client({ connectionString: server.superuserUrl, application_name: "lilink-backup" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const turn = await client.query<{ mine: boolean }>("select pg_try_advisory_lock($1) as mine", [
      BACKUP_LOCK,
    ]);
    if (!turn.rows[0]?.mine) throw new RecoveryError("Another backup of this database is under way.");
    return await backUpAlone(client, { ...options, dataDir, backupDir });
  } finally {
    await client.end().catch(() => undefined);
    await server.stop();
  }
}

async function backUpAlone(client: pg.Client, options: BackUpOptions): Promise<BackUpReport> {
  const { dataDir, backupDir, say, keep } = options;
  const folder = join(dataDir, "postgres");
  const about = await readServer(client);
  await refuseForeign(backupDir, about.system);
  await sweepParts(backupDir);
  await startArchiving({ dataDir, backupDir, account: findServerAccount(folder) });
  await writeDurably(join(dataDir, PLACE_FILE), JSON.stringify({ backupDir: toPlace(dataDir, backupDir) }));
  const startedAt = await readNow(client);
  const part = await beginBase(backupDir, new Date(startedAt));
  say(`copying ${folder} to ${part}`);
  const cluster = await copyCluster(client, folder, join(part, "postgres"));
  const completeAt = await readNow(client);
  const keys = await copyKeys(options, part);
  await copyNewFiles(dataDir, backupDir, new Date(completeAt));
  const files = [...cluster.files.map((file) => ({ ...file, path: `postgres/${file.path}` })), ...keys];
  const folders = cluster.folders.map((path) => `postgres/${path}`);
  const manifest: Manifest = {
    ...{ format: 1, of: "embedded", ...about, startedAt, completeAt, firstWal: cluster.firstWal },
    ...{ files, folders, pool: [...readPool(backupDir).keys()] },
  };
  const base = await completeBase(part, manifest);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const removed = await retain(dataDir, backupDir, keep);
  return { base, bytes, files: manifest.pool.length, removed, completeAt };
}

async function readServer(client: pg.Client): Promise<{ system: string; server: string }> {
  const { rows } = await client.query<{ system: string; server: string; mode: string }>(
    "select system_identifier::text as system, current_setting('server_version') as server, current_setting('archive_mode') as mode from pg_control_system()",
  );
  const [row] = rows;
  if (row?.mode !== "on")
    throw new RecoveryError("The running server does not keep its log: stop npm start and start it again.");
  return { system: row.system, server: row.server };
}

async function readNow(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ now: Date }>("select clock_timestamp() as now");
  return (rows[0]?.now ?? new Date(0)).toISOString();
}

const toPlace = (dataDir: string, backupDir: string) =>
  relative(dataDir, backupDir).startsWith("..") ? backupDir : relative(dataDir, backupDir);
