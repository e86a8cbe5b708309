import { cleanJpeg } from "../clean-picture.ts";
import { type PdfDict, type PdfValue, Unreadable } from "./read-value.ts";

/** Whatever has them: XMP, what programs keep for themselves, small pictures, who drew a layer, where a picture lay. */
const dropped = ["/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/CreatorInfo", "/OPI", "/SpiderInfo"];
/** Where they are texts and not names of something that is drawn. */
const droppedTexts = [
  ...["/Author", "/Creator", "/Producer", "/Company", "/Manager", "/Keywords"],
  ...["/CreationDate", "/ModDate", "/SourceModified"],
];
/** Kinds of notes whose `/T` is not who wrote them: a field of a form has its name there, a screen its title. */
const nameless = new Set<PdfValue | undefined>(["/Widget", "/Screen"]);
/** What runs a program, or names a file by where it lies. */
const told = new Set<PdfValue | undefined>(["/JavaScript", "/Launch", "/GoToR", "/GoToE", "/ImportData"]);

/** What a value is, also where it stands as a reference. */
export type Resolve = (value: PdfValue | undefined) => PdfValue | undefined;

/** Takes out what a dictionary tells of its maker; whether something of that may be left in it. A signed one is not touched. */
export function cleanDict(dict: PdfDict, resolve: Resolve): boolean {
  if (dict.has("/ByteRange") || dict.has("/Perms")) throw new Unreadable();
  for (const key of dropped) dict.delete(key);
  for (const key of droppedTexts) if (isText(resolve(dict.get(key)))) dict.delete(key);
  const type = resolve(dict.get("/Type"));
  if (type === "/Catalog") dict.delete("/Info");
  const isNote = dict.has("/Rect") && dict.has("/Subtype");
  if (isNote) {
    for (const key of ["/M", "/NM"]) dict.delete(key);
    if (!nameless.has(resolve(dict.get("/Subtype")))) dict.delete("/T");
  }
  return (
    ["/EF", "/XFA", "/JS"].some((key) => dict.has(key)) ||
    type === "/EmbeddedFile" ||
    type === "/Filespec" ||
    told.has(resolve(dict.get("/S"))) ||
    (isNote && dict.has("/RC"))
  );
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
