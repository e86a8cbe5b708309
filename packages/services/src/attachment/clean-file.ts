import type { FileExtension } from "@lilink/contract";
import { cleanOffice } from "./clean-office.ts";
import { cleanJpeg, cleanPng } from "./clean-picture.ts";

const cleaners: Partial<Record<FileExtension, (raw: Buffer) => Buffer | null>> = {
  jpg: cleanJpeg,
  png: cleanPng,
  docx: cleanOffice,
  xlsx: cleanOffice,
};

/**
 * A file without what its program wrote of maker, company, place and time ([PO12]). What cannot be read so stays as it is:
 * a PDF, a signed document, broken bytes.
 */
export function cleanFile(bytes: Uint8Array, extension: FileExtension): Uint8Array {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return cleaners[extension]?.(raw) ?? bytes;
}
