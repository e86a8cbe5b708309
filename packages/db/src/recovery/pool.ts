import { existsSync, readFileSync } from "node:fs";
import { open, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { copyDurably, makeFolder, syncFolder, writeDurably } from "./durable.ts";
import type { Base, StoredFile } from "./store.ts";

type Pooled = StoredFile & { readonly at: string };

const INDEX = "files.jsonl";
const FOLDER = "files";

/**
 * Files never change under their made name, so each is copied once for all backups. It counts when its line stands in the
 * index, which is written after it; a copy that was cut short is made again. Answers how many were new ([RC2]).
 */
export async function copyNewFiles(dataDir: string, backupDir: string, now: Date): Promise<number> {
  const known = readPool(backupDir);
  const fresh = (await listFiles(join(dataDir, FOLDER))).filter((path) => !known.has(path));
  if (fresh.length === 0) return 0;
  const pooled: Pooled[] = [];
  for (const path of fresh) {
    const to = join(backupDir, FOLDER, path);
    await makeFolder(dirname(to), 0o700);
    const sum = await copyDurably(join(dataDir, FOLDER, path), to).catch(toNothing);
    if (sum === undefined) continue;
    await syncFolder(dirname(to));
    pooled.push({ path, ...sum, at: now.toISOString() });
  }
  await append(join(backupDir, INDEX), pooled);
  return pooled.length;
}

/** Every file that some backup may need, by its path below `files`. */
export function readPool(backupDir: string): ReadonlyMap<string, Pooled> {
  const path = join(backupDir, INDEX);
  if (!existsSync(path)) return new Map();
  const lines = readFileSync(path, "utf8").split("\n").flatMap(toPooled);
  return new Map(lines.map((one) => [one.path, one]));
}

/** Removes copies of files that are gone and that no kept base, nor a moment after it, can have named. */
export async function prunePool(dataDir: string, backupDir: string, oldest: Base): Promise<number> {
  const present = new Set(await listFiles(join(dataDir, FOLDER)));
  const needed = new Set(oldest.manifest.pool);
  const all = [...readPool(backupDir).values()];
  const [kept, gone] = [[] as Pooled[], [] as Pooled[]];
  for (const one of all) {
    const young = one.at >= oldest.manifest.startedAt;
    const stays = young || present.has(one.path) || needed.has(one.path);
    (stays ? kept : gone).push(one);
  }
  if (gone.length === 0) return 0;
  await writeDurably(join(backupDir, INDEX), kept.map(toLine).join(""));
  for (const { path } of gone) await rm(join(backupDir, FOLDER, path), { force: true });
  return gone.length;
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** A file may be taken away while it is looked at. */
function toNothing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

const toLine = (one: Pooled) => `${JSON.stringify(one)}\n`;

// A line that was cut short by a kill is no line; the next one begins anew.
function toPooled(line: string): Pooled[] {
  try {
    return line === "" ? [] : [JSON.parse(line) as Pooled];
  } catch {
    return [];
  }
}

async function append(path: string, pooled: readonly Pooled[]): Promise<void> {
  const file = await open(path, "a", 0o600);
  try {
    await file.appendFile(`\n${pooled.map(toLine).join("")}`);
    await file.sync();
  } finally {
    await file.close();
  }
}
