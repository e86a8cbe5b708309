import { Decimal } from "decimal.js";
import type { Archive } from "./check-archive.ts";
import { readWholeXml } from "./read-xml.ts";

/** What a format makes of a stored number: itself, a day, a percentage, or a number with a word behind it. */
export type NumberFormat =
  | { readonly kind: "plain" | "day" | "percent" }
  | { readonly kind: "word"; readonly word: string };

const plain: NumberFormat = { kind: "plain" };
const shownDigits = 15;
const dayMs = 86_400_000;

/**
 * Judges a format code by its first section. A percentage and a unit that stand in the format alone are part of what a
 * person sees, and so of what is read: 0.374 shown as 37.4%, 3.2 shown as 3.2万吨.
 * @example toNumberFormat('0.0"万吨"') // { kind: "word", word: "万吨" }
 */
export function toNumberFormat(code: string): NumberFormat {
  const section = code.split(";")[0] ?? "";
  const bare = section.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "");
  if (/[ymdhs年月日时]/i.test(bare.replaceAll(/general/gi, ""))) return { kind: "day" };
  if (bare.includes("%")) return { kind: "percent" };
  const behind = section.replace(/^.*[0#?]/, "");
  const word = [...behind.matchAll(/"([^"]*)"|\\(.)/g)]
    .map(([, quoted, single]) => quoted ?? single)
    .join("");
  return /\p{L}/u.test(word) ? { kind: "word", word: word.trim() } : plain;
}

/** Numbers of formats that need no definition: days and times, the Chinese ones too, and percentages. */
function builtIn(id: number): NumberFormat {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
    return { kind: "day" };
  return id === 9 || id === 10 ? { kind: "percent" } : plain;
}

/** The format of each style of a workbook, by the number that cells name. */
export async function readFormats(archive: Archive, part: string | null): Promise<readonly NumberFormat[]> {
  if (part === null) return [];
  const codes = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  await readWholeXml(archive, part, {
    open: (name, attributes) => {
      const id = Number(attributes.numFmtId ?? 0);
      if (name === "cellXfs") inCells = true;
      if (name === "numFmt") codes.set(id, toNumberFormat(attributes.formatCode ?? ""));
      if (name === "xf" && inCells) formats.push(codes.get(id) ?? builtIn(id));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return formats;
}

/**
 * A stored number as it is shown: up to 15 digits, as spreadsheets do, which undoes what binary fractions add; never rounded
 * to the decimals of the format. Null where it is no number.
 * @example showNumber("1234.5600000000001", { kind: "plain" }, false) // "1234.56"
 */
export function showNumber(stored: string, format: NumberFormat, from1904: boolean): string | null {
  if (!/^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/.test(stored)) return null;
  if (format.kind === "day") return showDay(Number(stored), from1904);
  if (format.kind === "percent") return `${toDigits(new Decimal(stored).times(100))}%`;
  const asWritten = /^-?\d+(?:\.\d+)?$/.test(stored) && stored.replaceAll(/\D/g, "").length <= shownDigits;
  const digits = asWritten ? stored : toDigits(new Decimal(stored));
  return format.kind === "word" ? `${digits}${format.word}` : digits;
}

function toDigits(value: Decimal): string {
  return value.toSignificantDigits(shownDigits).toFixed();
}

function showDay(serial: number, from1904: boolean): string | null {
  // Spreadsheets believe in 29 February 1900.
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(days * dayMs));
  if (Number.isNaN(at.getTime()) || serial < 0) return null;
  const text = at.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19).replace("T", " ");
}
