import { type ArchiveEntry, readArchive, unfoldEntry } from "./read-archive.ts";

/** An Office file: its parts, the type of each, and what its relations say. */
export type OfficePackage = {
  readonly entries: readonly ArchiveEntry[];
  readonly typeOf: (name: string) => string;
  readonly types: readonly string[];
  readonly relations: readonly { readonly type: string; readonly mode: string | undefined }[];
};

const mostOfList = 4 * 1024 * 1024;
const mostOfLists = 16 * 1024 * 1024;

/**
 * The lists of an Office file, read strictly: null where it is no archive, where a list is missing, too long, not in UTF-8,
 * defines entities, or holds an element that is not read for sure.
 */
export function readPackage(raw: Buffer): OfficePackage | null {
  const entries = readArchive(raw);
  const list = entries?.find(({ name }) => name === "[content_types].xml");
  if (!entries || !list) return null;
  let room = mostOfLists;
  const rows: Row[] = [];
  const relations: OfficePackage["relations"][number][] = [];
  for (const entry of entries) {
    if (entry !== list && !entry.name.endsWith(".rels")) continue;
    const text = unfoldEntry(entry, Math.min(room, mostOfList));
    const found = text && readRows(text, entry === list ? "(?:Override|Default)" : "Relationship");
    if (!text || !found) return null;
    room -= text.length;
    if (entry === list) rows.push(...found);
    else relations.push(...found.map((row) => ({ type: row.Type ?? "", mode: row.TargetMode })));
  }
  const byName = new Map<string, string>();
  const byEnding = new Map<string, string>();
  for (const { PartName, Extension, ContentType = "" } of rows) {
    if (PartName !== undefined) byName.set(toPart(PartName), ContentType);
    if (Extension !== undefined) byEnding.set(Extension.toLowerCase(), ContentType);
  }
  return {
    entries,
    typeOf: (name) => byName.get(name) ?? byEnding.get(name.split(".").at(-1) ?? "") ?? "",
    types: rows.map(({ ContentType = "" }) => ContentType),
    relations,
  };
}

function toPart(given: string): string {
  return given.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

type Row = Readonly<Record<string, string>>;

/** The attributes of each element of a name; null where one of them does not read plainly. */
function readRows(bytes: Buffer, name: string): Row[] | null {
  if (bytes.includes(0)) return null;
  const text = bytes.toString("utf8");
  if (
    /<!(?:DOCTYPE|ENTITY)/i.test(text) ||
    /^\W{0,3}<\?xml[^>]{0,200}encoding\s?=\s?["'](?!utf-8)/i.test(text)
  )
    return null;
  const element = new RegExp(
    `<(?:\\w{1,20}:)?${name}((?:\\s+[\\w:]{1,40}\\s?=\\s?(?:"[^"<]*"|'[^'<]*'))*)\\s*/?>`,
    "g",
  );
  const begun = [...text.matchAll(new RegExp(`<(?:[^\\s<>/"']*:)?${name}[\\s/>]`, "g"))].length;
  const rows = [...text.matchAll(element)].map(([, given = ""]) =>
    Object.fromEntries(
      [...given.matchAll(/([\w:]+)\s?=\s?(?:"([^"]*)"|'([^']*)')/g)].map(([, key = "", a, b]) => [
        key,
        decode(a ?? b ?? ""),
      ]),
    ),
  );
  return rows.length === begun ? rows : null;
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replaceAll(/&(?:#(x[\da-f]{1,6}|\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, code, name) => {
    if (name) return named[name.toLowerCase()] ?? whole;
    const point = Number(code.startsWith("x") ? `0${code}` : code);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
