import { cleanPicture } from "./clean-picture.ts";
import { type ArchiveEntry, unfoldEntry } from "./read-archive.ts";
import { type OfficePackage, readPackage } from "./read-package.ts";
import { writeArchive } from "./write-archive.ts";

const xml = (root: string) =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root}/>`, "utf8");
const schemas = "http://schemas.openxmlformats.org";

/** What an office program writes of maker, company, times, templates and labels, by type or name, and its empty form. */
const blanks: readonly (readonly [RegExp, RegExp, Buffer])[] = [
  [
    /core-properties\+xml$/,
    /^docprops\/core\.xml$|\.psmdcp$/,
    xml(`cp:coreProperties xmlns:cp="${schemas}/package/2006/metadata/core-properties"`),
  ],
  [
    /extended-properties\+xml$/,
    /^docprops\/app\.xml$/,
    xml(`Properties xmlns="${schemas}/officeDocument/2006/extended-properties"`),
  ],
  [
    /custom-properties\+xml$/,
    /^docprops\/custom\.xml$/,
    xml(`Properties xmlns="${schemas}/officeDocument/2006/custom-properties"`),
  ],
  [
    /classificationlabels\+xml$/,
    /^docmetadata\/labelinfo\.xml$/,
    xml('clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"'),
  ],
];

/** What is unfolded of one file to be cleaned; what goes beyond stays, and is told. */
const mostUnfolded = 32 * 1024 * 1024;
/** Parts whose makers, printers, paths or pictures are not taken out. */
const carrying =
  /(?:^|\/)(?:comments|threadedcomments|people|persons?|printersettings|customxml|revisions|embeddings)[^/]*(?:\/|\.xml$|\d*\.bin$)|\/media\/[^/]*$|^docprops\/(?!core|app|custom)/;
const picture = /\.(?:jpe?g|png)$/;
/** Who made a change, in a document. */
const author = "w:author=";

/** `keeps`: something of its maker may be left in it, which its sender is told. */
export type CleanOffice = { readonly bytes: Buffer; readonly keeps: boolean };

/**
 * A workbook or document whose properties, labels and paths are empty and whose pictures are cleaned: the archive written
 * anew, every other part as it was, byte for byte. Null where it cannot be read so, or is signed, which a change would break. [PO12]
 */
export function cleanOffice(raw: Buffer): CleanOffice | null {
  const office = readPackage(raw);
  if (!office || office.entries.some(({ name }) => name.startsWith("_xmlsignatures/"))) return null;
  const instead = new Map<string, Buffer>();
  let keeps = false;
  let room = mostUnfolded;
  for (const entry of office.entries) {
    const part = cleanPart(entry, office, room);
    room -= part.read;
    if (part.bytes) instead.set(entry.name, part.bytes);
    keeps ||= part.keeps;
  }
  return { bytes: writeArchive(office.entries, instead), keeps };
}

type CleanPart = { readonly bytes?: Buffer; readonly keeps: boolean; readonly read: number };

function cleanPart(entry: ArchiveEntry, { typeOf }: OfficePackage, room: number): CleanPart {
  const { name } = entry;
  const type = typeOf(name);
  const blank = blanks.find(([types, names]) => types.test(type) || names.test(name))?.[2];
  if (blank) return { bytes: blank, keeps: false, read: 0 };
  const isBook = /spreadsheetml\.sheet\.main\+xml$/.test(type);
  const isDocument = /wordprocessingml\.document\.main\+xml$/.test(type);
  if (!isBook && !isDocument && !picture.test(name)) return { keeps: carrying.test(name), read: 0 };
  const unfolded = unfoldEntry(entry, Math.max(1, room));
  if (!unfolded) return { keeps: true, read: 0 };
  const read = unfolded.length;
  if (isDocument) return { keeps: unfolded.includes(author), read };
  const cleaned = isBook ? withoutPath(unfolded) : cleanPicture(unfolded);
  if (!cleaned) return { keeps: true, read };
  return cleaned.equals(unfolded) ? { keeps: false, read } : { bytes: cleaned, keeps: false, read };
}

/** Where the workbook lay on its maker's disk. */
function withoutPath(book: Buffer): Buffer {
  const text = book.toString("latin1");
  const path = /(<(?:\w{1,20}:)?absPath\s[^<>]{0,2000}?\burl=)(?:"[^"<]*"|'[^'<]*')/g;
  return Buffer.from(text.replaceAll(path, '$1""'), "latin1");
}
