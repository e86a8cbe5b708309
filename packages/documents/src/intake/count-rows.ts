import { Buffer } from "node:buffer";
import { FileRefusal } from "@lilink/model/file";
import type { Archive } from "./check-archive.ts";

const mark = Buffer.from("<row");

/** Counts the rows of a sheet without reading them, so that progress can be shown as so many of so many. */
export async function countRows(archive: Archive, part: string): Promise<number> {
  const entry = archive.entries.get(part.toLowerCase());
  if (!entry) throw new FileRefusal("damaged", { part });
  let count = 0;
  let before = Buffer.alloc(0);
  try {
    for await (const piece of await archive.zip.openReadStreamPromise(entry)) {
      const text = Buffer.concat([before, piece as Uint8Array]);
      for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) count += 1;
      before = text.subarray(Math.max(0, text.length - mark.length + 1));
    }
  } catch (error) {
    throw new FileRefusal("damaged", { part }, error);
  }
  return count;
}
