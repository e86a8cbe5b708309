import { createReadStream, createWriteStream, existsSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { constants, createGunzip } from "node:zlib";
import { syncFolder } from "./durable.ts";
import { RecoveryError } from "./error.ts";

const NAME = /^([0-9A-F]{8})([0-9A-F]{16})?(?:\.[0-9A-F]{8}\.backup|\.history)?(\.gz)?(\.partial)?$/;

/** A name without `.gz`, `.partial`, as the server asks for it. */
type Kept = { readonly file: string; readonly name: string; readonly place: string | undefined };

/** Brings every segment from the first one on, and all histories of timelines, to where recovery looks; answers how many. */
export async function unpackWal(wal: string, firstWal: string, into: string): Promise<number> {
  const first = firstWal.slice(8);
  const kept = (existsSync(wal) ? listWal(wal) : []).filter(
    ({ place }) => place === undefined || place >= first,
  );
  // pg_basebackup brings the log of its own time along.
  if (!kept.some(({ name }) => name === firstWal) && !existsSync(join(into, firstWal)))
    throw new RecoveryError(`${join(wal, firstWal)} is missing: without it this base backup cannot be used.`);
  for (const { file, name } of kept) {
    const output = createWriteStream(join(into, name), { mode: 0o600, flush: true });
    const input = createReadStream(join(wal, file));
    // What streams in elsewhere may end in the middle; recovery reads it as far as it goes.
    const lenient = file.includes(".partial") ? { finishFlush: constants.Z_SYNC_FLUSH } : {};
    if (file.includes(".gz")) await pipeline(input, createGunzip(lenient), output).catch(toDamage(wal, file));
    else await pipeline(input, output);
  }
  await syncFolder(into);
  return kept.length;
}

/** Removes what no kept base needs. Histories of timelines are small, and stay. */
export async function pruneWal(wal: string, firstWal: string): Promise<number> {
  const first = firstWal.slice(8);
  const gone = listWal(wal).filter(({ place }) => place !== undefined && place < first);
  for (const { file } of gone) await rm(join(wal, file), { force: true });
  return gone.length;
}

function listWal(wal: string): Kept[] {
  return readdirSync(wal).flatMap((file) => {
    const found = NAME.exec(file);
    return found ? [{ file, name: file.replace(/\.gz|\.partial/g, ""), place: found[2] }] : [];
  });
}

function toDamage(wal: string, file: string): () => never {
  return () => {
    throw new RecoveryError(`${join(wal, file)} is damaged: restore to a moment before it with --to.`);
  };
}
