import { type FileExtension, fileTypes } from "@lilink/contract";

export type SniffedFile = { readonly extension: FileExtension; readonly type: string };

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, at) => bytes[at] === byte);

/**
 * What a file is by its bytes, or null where it is nothing that is accepted. Office files are ZIP archives that hold
 * the part of their kind; one that carries macros is refused. Text must decode and hold no control characters.
 */
export function sniffFile(bytes: Uint8Array, name: string): SniffedFile | null {
  const extension = extensionOf(bytes, name);
  return extension ? { extension, type: fileTypes[extension] } : null;
}

function extensionOf(bytes: Uint8Array, name: string): FileExtension | null {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return "pdf";
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return "jpg";
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return officeOf(bytes);
  return isText(bytes) ? (/\.csv$/i.test(name) ? "csv" : "txt") : null;
}

function officeOf(bytes: Uint8Array): FileExtension | null {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!raw.includes("[Content_Types].xml") || raw.includes("vbaProject.bin")) return null;
  if (raw.includes("xl/workbook.xml")) return "xlsx";
  return raw.includes("word/document.xml") ? "docx" : null;
}

/** UTF-8 or GB 18030, the two that Chinese spreadsheets write. */
function isText(bytes: Uint8Array): boolean {
  return ["utf-8", "gb18030"].some((encoding) => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return ![...text].some(isControl);
    } catch {
      return false;
    }
  });
}

function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (code < 32 && !"\t\r\n\f".includes(character)) || code === 127;
}
