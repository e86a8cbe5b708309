import { readdirSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { ARCHIVE_SCRIPT } from "../embedded/archiving.ts";
import { copyDurably, forEach, syncFolder, writeDurably } from "./durable.ts";
import { RecoveryError } from "./error.ts";
import type { StoredFile } from "./store.ts";

/** Folders that the server makes anew, or whose content belongs to its process: the list of pg_basebackup. */
const EMPTIED = new Set([
  ...["pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial"],
  ...["pg_snapshots", "pg_stat_tmp", "pg_subtrans"],
]);
const LEFT_OUT = new Set([
  ...["postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "current_logfiles"],
  ...["recovery.signal", "standby.signal", ARCHIVE_SCRIPT],
]);
const CONTROL = "global/pg_control";
const ARCHIVE_WAIT_MS = 180_000;

export type CopiedCluster = {
  readonly firstWal: string;
  readonly files: readonly StoredFile[];
  readonly folders: readonly string[];
};

/**
 * PostgreSQL's own base backup by its functions: the folder is copied while the server writes, and what is torn is mended
 * by the log from `firstWal` on, whose arrival in the archive is waited for.
 */
export async function copyCluster(client: pg.Client, folder: string, into: string): Promise<CopiedCluster> {
  if (readdirSync(join(folder, "pg_tblspc")).length > 0)
    throw new RecoveryError("The database has tablespaces of its own, which this backup does not copy.");
  await client.query("select pg_backup_start('lilink', fast => true)");
  const files: StoredFile[] = [];
  const { folders, paths } = await listCluster(folder);
  for (const path of ["", ...folders]) await mkdir(join(into, path), { mode: 0o700 });
  await forEach(paths, async (path) => {
    const sums = await copyDurably(join(folder, path), join(into, path)).then((sum) => [sum], toNone);
    for (const sum of sums) files.push({ path, ...sum });
  });
  const control = await readControl(join(folder, CONTROL));
  files.push({ path: CONTROL, ...(await writeDurably(join(into, CONTROL), control)) });
  await client.query(`set statement_timeout = ${ARCHIVE_WAIT_MS}`);
  const { rows } = await client
    .query<{ labelfile: string }>("select labelfile from pg_backup_stop(wait_for_archive => true)")
    .catch((error: { code?: string }) => {
      if (error.code !== "57014") throw error;
      throw new RecoveryError(
        "The log does not arrive in the backup folder: postgres.log in the data folder says why.",
      );
    });
  const label = rows[0]?.labelfile ?? "";
  const firstWal = /\(file ([0-9A-F]{24})\)/.exec(label)?.[1];
  if (firstWal === undefined) throw new RecoveryError("PostgreSQL gave no label for the base backup.");
  files.push({ path: "backup_label", ...(await writeDurably(join(into, "backup_label"), label)) });
  for (const path of ["", ...folders]) await syncFolder(join(into, path));
  return { firstWal, files, folders };
}

async function listCluster(folder: string): Promise<{ folders: string[]; paths: string[] }> {
  const [folders, paths]: [string[], string[]] = [[], []];
  const walk = async (at: string): Promise<void> => {
    const entries = await readdir(join(folder, at), { withFileTypes: true }).catch(toNone);
    for (const entry of entries) {
      const path = at === "" ? entry.name : `${at}/${entry.name}`;
      if (LEFT_OUT.has(path) || path === CONTROL || /^pgsql_tmp|^pg_internal\.init/.test(entry.name))
        continue;
      if (entry.isDirectory()) {
        folders.push(path);
        if (!EMPTIED.has(path)) await walk(path);
      } else if (entry.isFile()) paths.push(path);
    }
  };
  await walk("");
  folders.push("pg_wal/archive_status");
  return { folders, paths };
}

/** A table or a whole database that was dropped meanwhile: the log says so. */
function toNone(error: NodeJS.ErrnoException): [] {
  if (error.code !== "ENOENT") throw error;
  return [];
}

/** Last, as pg_basebackup does; read until two readings agree, for the server writes it in place. */
async function readControl(path: string): Promise<Buffer> {
  let seen = await readFile(path);
  for (;;) {
    const next = await readFile(path);
    if (next.equals(seen)) return next;
    seen = next;
  }
}
