import { Buffer } from "node:buffer";
import { FileRefusal, fetchingPart, growthFrom, macroPart } from "@lilink/model/file";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import type { FileLimits } from "./limit.ts";

/** An archive whose list of entries has been judged; nothing of it has been unfolded. */
export type Archive = {
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
};

const stored = 0;
const deflated = 8;
const encryptedFlag = 0x1;

/** Parts that hide something: a return needs none of them, an attachment may hold the table of a chart. */
const embeddedPart = /\/embeddings\//i;

/**
 * Judges an archive by its own list: how many entries, how far they unfold, whether they are locked, and what they are called.
 * Later reading stops at the sizes that the list claims, so that a list which lies unfolds no further either.
 */
export async function checkArchive(bytes: Uint8Array, limits: FileLimits): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBufferPromise(buffer, { strictFileNames: false }).catch((error: unknown) => {
    throw new FileRefusal("damaged", {}, error);
  });
  if (zip.entryCount > limits.entries) throw new FileRefusal("unfoldsTooFar");
  const entries = new Map<string, Entry>();
  let unfolded = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= limits.entries) throw new FileRefusal("unfoldsTooFar");
      unfolded += entry.uncompressedSize;
      if (unfolded > limits.unfolded || growsTooFar(entry, limits)) throw new FileRefusal("unfoldsTooFar");
      checkEntry(entry);
      const name = entry.fileName.toLowerCase();
      if (entries.has(name)) throw new FileRefusal("damaged");
      entries.set(name, entry);
    }
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal("damaged", {}, error);
  }
  if (overlap([...entries.values()], bytes.byteLength)) throw new FileRefusal("unfoldsTooFar");
  return { zip, entries };
}

function growsTooFar(entry: Entry, limits: FileLimits): boolean {
  return entry.uncompressedSize > growthFrom && entry.uncompressedSize > entry.compressedSize * limits.growth;
}

function checkEntry(entry: Entry): void {
  if (entry.generalPurposeBitFlag & encryptedFlag) throw new FileRefusal("encrypted");
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated)
    throw new FileRefusal("damaged");
  const name = `/${entry.fileName}`;
  if (macroPart.test(name)) throw new FileRefusal("macros");
  if (fetchingPart.test(name) || embeddedPart.test(name)) throw new FileRefusal("externalLinks");
}

/** Entries that share their bytes are how a small archive claims to be a large one. */
function overlap(entries: readonly Entry[], size: number): boolean {
  const folded = entries.reduce((sum, entry) => sum + entry.compressedSize, 0);
  const starts = new Set(entries.map((entry) => entry.relativeOffsetOfLocalHeader));
  return folded > size || starts.size < entries.length;
}
