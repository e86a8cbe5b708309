import { cleanInnerPicture } from "./clean-inner-picture.ts";
import { dropElements, setAttributes } from "./edit-xml.ts";

/** Whoever it was: what Word itself writes when it is told to take out names. */
const anybody = "Author";

type Edit = {
  readonly type: RegExp;
  readonly name: RegExp;
  /** Null where it is not read so. */
  readonly clean: (bytes: Buffer) => Buffer | null;
};

/** An edit of the text of a part; one in two bytes a letter is none that these programs write. */
const ofText =
  (edit: (text: string) => string) =>
  (bytes: Buffer): Buffer | null =>
    bytes.includes(0) ? null : Buffer.from(edit(bytes.toString("latin1")), "latin1");

/** Parts that hold names, times, paths, printers or pictures beside what they say, by type or name, and how these are taken out. */
const edits: readonly Edit[] = [
  {
    type: /wordprocessingml\.settings\+xml$/,
    name: /^word\/settings\.xml$/,
    clean: ofText((text) => dropElements(text, "attachedTemplate", () => true)),
  },
  {
    type: /relationships\+xml$/,
    name: /\.rels$/,
    clean: ofText((text) => dropElements(text, "Relationship", (tag) => takenOut.test(tag))),
  },
  {
    type: /wordprocessingml\.(?!styles|theme|fontTable|numbering)[\w.]+\+xml$/i,
    name: /^word\/(?!styles|theme|fonttable|numbering)\w+\.xml$/,
    clean: ofText((text) =>
      /author|dateUtc/.test(text)
        ? setAttributes(text, { author: anybody, initials: "A", date: null, dateUtc: null })
        : text,
    ),
  },
  {
    type: /ms-excel\.person\+xml$/i,
    name: /^xl\/persons\/[^/]+\.xml$/,
    clean: ofText((text) => setAttributes(text, { displayName: anybody, userId: "", providerId: "None" })),
  },
  {
    type: /ms-excel\.threadedcomments\+xml$/i,
    name: /^xl\/threadedcomments\/[^/]+\.xml$/,
    clean: ofText((text) => setAttributes(text, { dT: "2000-01-01T00:00:00.00" })),
  },
  { type: /spreadsheetml\.comments\+xml$/i, name: /^xl\/comments[^/]*\.xml$/, clean: ofText(withoutAuthors) },
  {
    type: /pivotCacheDefinition\+xml$/i,
    name: /^xl\/pivotcache\/pivotcachedefinition[^/]*\.xml$/,
    clean: ofText((text) => setAttributes(text, { refreshedBy: anybody })),
  },
  {
    type: /spreadsheetml\.sheet\.main\+xml$/,
    name: /^xl\/workbook\.xml$/,
    clean: ofText((text) =>
      setAttributes(setAttributes(text, { url: "" }, "absPath"), { userName: anybody }, "fileSharing"),
    ),
  },
  { type: /printerSettings$/, name: /\/printersettings\d*\.bin$/, clean: cleanPrinter },
  {
    type: /^image\/(?!.*(?:emf|wmf|svg))/,
    name: /\.(?:jpe?g|png|gif|webp|tiff?)$/,
    clean: cleanInnerPicture,
  },
];

/** Relations to what is left out: a template that lies elsewhere, and the small picture of the first page. */
const takenOut = /\sType\s?=\s?["'][^"'<]*\/(?:attachedTemplate|metadata\/thumbnail)["']/;
/** Parts that are left out, with the relation to them. */
export const leftOut = /^docprops\/thumbnail\.\w+$/;

/** How a part is cleaned; undefined where there is nothing in it that is taken out. */
export function findEdit(name: string, type: string): Edit["clean"] | undefined {
  return edits.find((edit) => edit.type.test(type) || edit.name.test(name))?.clean;
}

/** Who wrote the notes of a sheet: in their list, and in bold before what they wrote. */
function withoutAuthors(text: string): string {
  const names = new Set<string>();
  const listed = text.replaceAll(
    /(<(?:\w{1,20}:)?author>)([^<]*)(?=<)/g,
    (whole, tag: string, name: string) => {
      // A thread of notes is found by the mark in this place.
      if (name.startsWith("tc={")) return whole;
      names.add(`${name}:`);
      return tag + anybody;
    },
  );
  return listed.replaceAll(
    /(<(?:\w{1,20}:)?t(?:\s[^<>]*)?>)([^<]*)(?=<)/g,
    (whole, tag: string, said: string) => (names.has(said.trim()) ? `${tag}${anybody}:` : whole),
  );
}

const publicPart = 220;

/** The settings of a printer as Windows has them, without its name and without what its driver keeps. */
function cleanPrinter(bytes: Buffer): Buffer | null {
  if (bytes.length < publicPart || bytes.readUInt16LE(68) !== publicPart) return null;
  const left = Buffer.from(bytes.subarray(0, publicPart));
  left.fill(0, 0, 64);
  left.writeUInt16LE(0, 70);
  return left;
}
