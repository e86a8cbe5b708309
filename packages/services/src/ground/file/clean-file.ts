import type { FileExtension } from "@lilink/contract";
import { cleanOffice } from "./clean-office.ts";
import { cleanPdf } from "./clean-pdf.ts";
import { cleanJpeg, cleanPng } from "./clean-picture.ts";

/** `keeps`: what its program wrote of its maker may still be in it. */
export type CleanFile = { readonly bytes: Uint8Array; readonly keeps: boolean };

type Cleaner = (raw: Buffer) => CleanFile | null;

const ofPicture =
  (clean: (raw: Buffer) => Buffer | null): Cleaner =>
  (raw) => {
    const bytes = clean(raw);
    return bytes && { bytes, keeps: false };
  };
const asItCame: Cleaner = (bytes) => ({ bytes, keeps: false });

const cleaners: Readonly<Record<FileExtension, Cleaner>> = {
  jpg: ofPicture(cleanJpeg),
  png: ofPicture(cleanPng),
  docx: cleanOffice,
  xlsx: cleanOffice,
  csv: asItCame,
  txt: asItCame,
  pdf: cleanPdf,
};

/**
 * A file without what its program wrote of maker, company, place and time ([PO12]). What cannot be read so stays as it is, and
 * says that it keeps it: what is signed or locked, broken bytes.
 */
export function cleanFile(bytes: Uint8Array, extension: FileExtension): CleanFile {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return cleaners[extension](raw) ?? { bytes, keeps: true };
}
