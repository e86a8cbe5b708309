import { existsSync } from "node:fs";
import { join } from "node:path";
import { copyDurably, syncFolder } from "./durable.ts";
import { RecoveryError } from "./error.ts";
import { prunePool } from "./pool.ts";
import { listBases, removeBase, type StoredFile, walFolder } from "./store.ts";
import { pruneWal } from "./wal.ts";

export type BackUpOptions = {
  readonly dataDir: string;
  readonly backupDir: string;
  /** How many base backups stay, with the log that brings each to any later moment. */
  readonly keep: number;
  readonly say: (line: string) => void;
  /** Keys that an operator keeps outside of the data folder. */
  readonly auditKeyFile?: string | undefined;
};

export type BackUpReport = {
  readonly base: string;
  readonly bytes: number;
  readonly files: number;
  readonly removed: number;
  readonly completeAt: string;
};

/** Passwords, keys and parameters, without which the database is of no use; each where there is one. */
const KEYS = ["secrets.json", "audit.key", "audit.pub", "disclosure.json", "demo-accounts.json"];

/** Removes the bases beyond the newest, and the log and copies of files that only they needed. */
export async function retain(dataDir: string, backupDir: string, keep: number): Promise<number> {
  const bases = listBases(backupDir);
  const old = bases.slice(0, Math.max(0, bases.length - keep));
  for (const base of old) await removeBase(base);
  const [oldest] = bases.slice(old.length);
  if (old.length > 0 && oldest) {
    await pruneWal(walFolder(backupDir), oldest.manifest.firstWal);
    await prunePool(dataDir, backupDir, oldest);
  }
  return old.length;
}

export async function copyKeys(
  { dataDir, auditKeyFile }: BackUpOptions,
  part: string,
): Promise<StoredFile[]> {
  const stored: StoredFile[] = [];
  for (const path of KEYS) {
    const given = path === "audit.key" && auditKeyFile ? auditKeyFile : join(dataDir, path);
    if (existsSync(given)) stored.push({ path, ...(await copyDurably(given, join(part, path))) });
  }
  await syncFolder(part);
  return stored;
}

/** One folder is for one database: the log of another would overwrite nothing, but fit nothing either. */
export async function refuseForeign(backupDir: string, system: string): Promise<void> {
  const other = listBases(backupDir).find(({ manifest }) => manifest.system !== system);
  if (other)
    throw new RecoveryError(`${backupDir} holds backups of another database: choose another folder.`);
}
