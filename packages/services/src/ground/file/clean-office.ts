import { findEdit, leftOut } from "./clean-part.ts";
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
    /wordprocessingml\.people\+xml$/,
    /^word\/people\.xml$/,
    xml('w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'),
  ],
  [
    /classificationlabels\+xml$/,
    /^docmetadata\/labelinfo\.xml$/,
    xml('clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"'),
  ],
];

/** What is unfolded of one file to be cleaned; what goes beyond stays, and is told. */
const mostUnfolded = 32 * 1024 * 1024;
/** Parts whose makers are not taken out: of programs' own, changes of old workbooks, drawings that may hold anything, other files. */
const carrying =
  /(?:^|\/)(?:customxml|customproperty|revisions|embeddings)[^/]*(?:\/|\.xml$|\d*\.bin$)|\/media\/[^/]*$|^docprops\/(?!core|app|custom)/;
const inner = /\/embeddings\/[^/]*\.(?:xlsx|docx)$/;
const deepest = 2;

/** `keeps`: something of its maker may be left in it, which its sender is told. */
export type CleanOffice = { readonly bytes: Buffer; readonly keeps: boolean };

/**
 * A workbook or document whose properties, labels and paths are empty, whose notes and changes are anybody's, and whose
 * pictures and Office files are cleaned: the archive written anew, every other part as it was, byte for byte. Null where it
 * cannot be read so, or is signed, which a change would break. [PO12]
 */
export function cleanOffice(raw: Buffer): CleanOffice | null {
  return cleanPackage(raw, { unfolded: mostUnfolded }, 0);
}

type Room = { unfolded: number };

function cleanPackage(raw: Buffer, room: Room, depth: number): CleanOffice | null {
  const office = readPackage(raw);
  if (!office || office.entries.some(({ name }) => name.startsWith("_xmlsignatures/"))) return null;
  const entries = office.entries.filter(({ name }) => !leftOut.test(name));
  const instead = new Map<string, Buffer>();
  let keeps = false;
  for (const entry of entries) {
    const part = cleanPart(entry, office, room, depth);
    if (part.bytes) instead.set(entry.name, part.bytes);
    keeps ||= part.keeps;
  }
  return { bytes: writeArchive(entries, instead), keeps };
}

type CleanPart = { readonly bytes?: Buffer; readonly keeps: boolean };

function cleanPart(entry: ArchiveEntry, { typeOf }: OfficePackage, room: Room, depth: number): CleanPart {
  const { name } = entry;
  const type = typeOf(name);
  const blank = blanks.find(([types, names]) => types.test(type) || names.test(name))?.[2];
  if (blank) return { bytes: blank, keeps: false };
  const isFile = inner.test(name) && depth < deepest;
  const edit = isFile ? undefined : findEdit(name, type);
  if (!isFile && !edit) return { keeps: carrying.test(name) };
  const unfolded = room.unfolded > 0 ? unfoldEntry(entry, room.unfolded) : null;
  if (!unfolded) return { keeps: true };
  room.unfolded -= unfolded.length;
  if (isFile) return cleanPackage(unfolded, room, depth + 1) ?? { keeps: true };
  const bytes = edit?.(unfolded);
  if (!bytes) return { keeps: true };
  return bytes.equals(unfolded) ? { keeps: false } : { bytes, keeps: false };
}
