import { cleanJpeg } from "../clean-picture.ts";
import { type PdfDict, type PdfValue, Unreadable } from "./read-value.ts";

/** Whatever has them: XMP, what programs keep for themselves, small pictures, who drew a layer, where a picture lay. */
const dropped = ["/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/CreatorInfo", "/OPI", "/SpiderInfo"];
/** Where they are texts and not names of something that is drawn. */
const droppedTexts = ["/Author", "/Creator", "/Producer", "/Company", "/CreationDate", "/ModDate"];
/** Kinds of notes whose `/T` is not who wrote them: a field of a form has its name there. */
const nameless = new Set<PdfValue | undefined>(["/Widget", "/Link", "/Screen", "/PrinterMark", "/TrapNet"]);

/** Takes out what a dictionary tells of its maker; whether something of that may be left in it. A signed one is not touched. */
export function cleanDict(dict: PdfDict): boolean {
  if (dict.has("/ByteRange") || dict.has("/Perms")) throw new Unreadable();
  for (const key of dropped) dict.delete(key);
  for (const key of droppedTexts) if (isText(dict.get(key))) dict.delete(key);
  if (dict.has("/Rect") && dict.has("/Subtype")) {
    dict.delete("/M");
    if (!nameless.has(dict.get("/Subtype"))) dict.delete("/T");
  }
  return dict.has("/EF") || dict.has("/XFA") || dict.get("/Type") === "/EmbeddedFile";
}

function isText(value: PdfValue | undefined): boolean {
  return typeof value === "string" && /^[(<]/.test(value);
}

/** The bytes of a stream; of a picture without what its camera or program wrote. */
export function cleanStream(
  dict: PdfDict,
  bytes: Buffer,
): { readonly bytes: Buffer; readonly keeps: boolean } {
  const filters = [dict.get("/Filter")].flat();
  if (filters.at(-1) === "/JPXDecode") return { bytes, keeps: true };
  if (filters.at(-1) !== "/DCTDecode") return { bytes, keeps: false };
  const isJpeg = filters.length === 1 && bytes.length > 2 && bytes.readUInt16BE(0) === 0xffd8;
  const cleaned = isJpeg ? cleanJpeg(bytes) : null;
  return { bytes: cleaned ?? bytes, keeps: cleaned === null };
}
