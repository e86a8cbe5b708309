import { cleanGif, cleanWebp } from "./clean-animation.ts";
import { cleanJpeg, cleanPng } from "./clean-picture.ts";
import { cleanTiff } from "./clean-tiff.ts";

/** What each kind of picture begins with, in latin1. */
const kinds: readonly (readonly [RegExp, (raw: Buffer) => Buffer | null])[] = [
  [/^\x89PNG\r\n/, cleanPng],
  [/^\xff\xd8/, cleanJpeg],
  [/^GIF8[79]a/, cleanGif],
  [/^RIFF[\s\S]{4}WEBP/, cleanWebp],
  [/^(?:II\*\0|MM\0\*)/, cleanTiff],
];

/** A picture inside of a document, by its first bytes; null where it is of another kind, or is not read so. [PO12] */
export function cleanInnerPicture(raw: Buffer): Buffer | null {
  const head = raw.toString("latin1", 0, 12);
  return kinds.find(([begins]) => begins.test(head))?.[1](raw) ?? null;
}
