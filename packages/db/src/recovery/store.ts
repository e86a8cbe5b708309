import { existsSync, readdirSync, readFileSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder, type Sum, syncFolder, writeDurably } from "./durable.ts";
import { RecoveryError } from "./error.ts";

export type StoredFile = Sum & { readonly path: string };

/** One base backup: what it holds, and from where on the log is needed to bring it to a moment. */
export type Manifest = {
  readonly format: 1;
  /** The embedded server, whose folder is opened by the product, or one elsewhere, which its operator starts. */
  readonly of: "embedded" | "elsewhere";
  readonly system: string;
  readonly server: string;
  readonly startedAt: string;
  /** The base can be brought to any moment from here on. */
  readonly completeAt: string;
  readonly firstWal: string;
  readonly files: readonly StoredFile[];
  readonly folders: readonly string[];
  /** Files that people sent, known by then; their copies are shared by all bases. */
  readonly pool: readonly string[];
};

export type Base = { readonly folder: string; readonly manifest: Manifest };

const PREFIX = "base-";
const PART = ".part";
const MANIFEST = "manifest.json";

export const walFolder = (backupDir: string) => join(backupDir, "wal");

/** A base that is complete has its name without `.part`, and its manifest, which was written last ([RC1]). */
export function listBases(backupDir: string): Base[] {
  return readdirSync(backupDir)
    .filter((name) => name.startsWith(PREFIX) && !name.endsWith(PART))
    .sort()
    .flatMap((name) => {
      const folder = join(backupDir, name);
      if (!existsSync(join(folder, MANIFEST))) return [];
      return [{ folder, manifest: readManifest(join(folder, MANIFEST)) }];
    });
}

function readManifest(path: string): Manifest {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Manifest;
  } catch {
    throw new RecoveryError(`${path} cannot be read: this base backup is damaged; move its folder away.`);
  }
}

/** What a backup or a removal that was killed has left; whoever calls holds the turn of backups. */
export async function sweepParts(backupDir: string): Promise<void> {
  for (const name of readdirSync(backupDir)) {
    if (name.startsWith(PREFIX) && name.endsWith(PART))
      await rm(join(backupDir, name), { recursive: true, force: true });
  }
}

export async function beginBase(backupDir: string, now: Date): Promise<string> {
  const name = `${PREFIX}${now.toISOString().replaceAll(/[-:]|\.\d+/g, "")}`;
  const folder = join(backupDir, name + PART);
  if (existsSync(join(backupDir, name)))
    throw new RecoveryError(`${join(backupDir, name)} was made this second.`);
  await makeFolder(folder, 0o700);
  return folder;
}

/** The manifest is written last, and then the name that makes the base count. */
export async function completeBase(part: string, manifest: Manifest): Promise<string> {
  await writeDurably(join(part, MANIFEST), JSON.stringify(manifest));
  const folder = part.slice(0, -PART.length);
  await rename(part, folder);
  await syncFolder(join(folder, ".."));
  return folder;
}

/** Takes the name away first, so that half a base never counts. */
export async function removeBase({ folder }: Base): Promise<void> {
  await rename(folder, folder + PART);
  await rm(folder + PART, { recursive: true, force: true });
}
