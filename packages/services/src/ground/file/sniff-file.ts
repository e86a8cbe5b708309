import { type FileExtension, fileTypes } from "@lilink/contract";
import { kindOfPackage } from "./judge-package.ts";

/** What every scanner takes for a virus; kept apart here, so that no scanner takes this file for one. */
const harmlessVirus = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "STANDARD-ANTIVIRUS-TEST-FILE!"].join("-");

export type SniffedFile = { readonly extension: FileExtension; readonly type: string };

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, at) => bytes[at] === byte);

/**
 * What a file is by its bytes, or null where it is nothing that is accepted. Office files are ZIP archives that name
 * the part of their kind; one that carries macros is of another kind. Text must decode and hold no control characters.
 */
export function sniffFile(bytes: Uint8Array, name: string): SniffedFile | null {
  if (toRaw(bytes).includes(harmlessVirus)) return null;
  const extension = extensionOf(bytes, name);
  return extension ? { extension, type: fileTypes[extension] } : null;
}

function extensionOf(bytes: Uint8Array, name: string): FileExtension | null {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return "pdf";
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return "jpg";
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return kindOfPackage(toRaw(bytes));
  return isText(bytes) ? (/\.csv$/i.test(name) ? "csv" : "txt") : null;
}

function toRaw(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** All but tab, line ends and page end. */
const control = /(?![\t\n\r\f\u0080-\u009f])\p{Cc}/u;

/** UTF-8 or GB 18030, the two that Chinese spreadsheets write. */
function isText(bytes: Uint8Array): boolean {
  return ["utf-8", "gb18030"].some((encoding) => {
    try {
      return !control.test(new TextDecoder(encoding, { fatal: true }).decode(bytes));
    } catch {
      return false;
    }
  });
}
