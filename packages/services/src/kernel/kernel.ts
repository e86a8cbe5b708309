import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LilinkError } from "@lilink/model/error";
import { customAlphabet } from "nanoid";
import type pg from "pg";
import { validate as isUuid, v7 as uuidv7 } from "uuid";
import type { FileStore, Kernel, Recall } from "./context.ts";
import { type Guard, noGuard } from "./guard.ts";
import { type Identity, noIdentity } from "./identity.ts";

const newPublicId = customAlphabet("23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", 12);

/** The kernel of a running process. Ids inside are ordered by time; ids in addresses are random, so they tell no order. */
export function createKernel(
  pool: pg.Pool,
  filesFolder: string,
  clock: () => Date,
  identity: Identity = noIdentity,
  guard: Guard = noGuard,
  tracePool?: pg.Pool,
): Kernel {
  return {
    pool,
    tracePool,
    clock,
    identity,
    guard,
    newId: () => uuidv7(),
    newPublicId: () => newPublicId(),
    files: createFileStore(filesFolder),
    recall: createRecall(),
  };
}

function createRecall(): Recall {
  const kept = new Map<() => unknown, unknown>();
  return <T>(make: () => T): T => {
    if (!kept.has(make)) kept.set(make, make());
    return kept.get(make) as T;
  };
}

/** Stores files as `<last two characters of the id>/<id>`. */
export function createFileStore(folder: string): FileStore {
  const pathOf = (id: string) => join(folder, id.slice(-2), id);
  return {
    write: async (id, bytes) => {
      await mkdir(join(folder, id.slice(-2)), { recursive: true });
      try {
        await writeFile(pathOf(id), bytes, { flag: "wx", mode: 0o600, flush: true });
      } catch (error) {
        // A full disk keeps half a file. Remove it, or the disk stays full.
        await rm(pathOf(id), { force: true }).catch(() => undefined);
        throw error;
      }
      return hashOf(bytes);
    },
    read: async (id, sha256) => {
      const bytes = await readFile(pathOf(id)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      });
      // Rows of imports that are older than their column have no hash.
      if (bytes && sha256 !== null && hashOf(bytes) !== sha256)
        throw new LilinkError("FILE_CHANGED", { file: id });
      return bytes;
    },
    remove: (id) => rm(pathOf(id), { force: true }),
    listOlder: (than) => listOlder(folder, than),
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function* listOlder(folder: string, than: Date): AsyncGenerator<string> {
  for (const part of await namesIn(folder)) {
    for (const id of await namesIn(join(folder, part))) {
      if (!isUuid(id) || id.slice(-2) !== part) continue;
      const found = await stat(join(folder, part, id)).catch(() => null);
      if (found?.isFile() && found.mtime < than) yield id;
    }
  }
}

/** A missing folder, or a file in its place, counts as empty: nothing was uploaded there yet. */
function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  });
}
