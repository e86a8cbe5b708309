import { toCellText } from "./escape-xml.ts";
import { type Cell, type CellKind, type CellValue, type Column, maxCellText } from "./sheet.ts";
import type { StyleTable } from "./style-table.ts";

const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const mostDigits = 15;
const day = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayZero = Date.UTC(1899, 11, 30);
const firstDay = Date.UTC(1900, 2, 1);
const msPerDay = 86_400_000;

/** What would run as a formula if a person edited the cell: such a text carries the format "text". */
const dangerous = /^[=+\-@\t\r＝＋－＠]/u;

type Written = { readonly content: string; readonly type: "n" | "inlineStr"; readonly numbers: string };

/**
 * A cell as SpreadsheetML, or nothing for an empty one that has no look. A text is a text whatever it begins with; a
 * number that Excel would round (more than 15 digits) stays a text with all its digits.
 */
export function toCellXml(cell: Cell, column: Column, place: string, styles: StyleTable): string {
  const { value, look, decimals }: Exclude<Cell, CellValue> =
    typeof cell === "object" && cell !== null ? cell : { value: cell, look: "plain" };
  const wrap = column.wrap === true;
  const written = write(value, column.kind);
  if (!written) {
    if (look === "plain") return "";
    const numbers = column.kind === "text" ? "@" : "General";
    return `<c r="${place}" s="${styles.place({ numbers, look, wrap })}"/>`;
  }
  const numbers = decimals !== undefined && written.type === "n" ? toFormat(decimals) : written.numbers;
  const style = styles.place({ numbers, look, wrap });
  const type = written.type === "n" ? "" : ` t="${written.type}"`;
  return `<c r="${place}" s="${style}"${type}>${written.content}</c>`;
}

const toFormat = (decimals: number) => (decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`);

function write(value: CellValue, kind: CellKind): Written | null {
  if (value === null || value === "") return null;
  if (typeof value === "number")
    return Number.isFinite(value) ? toNumber(String(value), kind) : toText(String(value));
  if (kind === "date") return toDay(value) ?? toText(value);
  return kind !== "text" && keepsDigits(value) ? toNumber(value, kind) : toText(value);
}

function keepsDigits(text: string): boolean {
  if (!plainNumber.test(text)) return false;
  const digits = text.replace(/[-.]/g, "").replace(/^0+|0+$/g, "");
  return digits.length <= mostDigits;
}

function toNumber(digits: string, kind: CellKind): Written {
  const decimals = /^-?\d+\.(\d+)$/.exec(digits)?.[1]?.length ?? 0;
  const numbers =
    kind === "integer" ? "0" : decimals === 0 ? "General" : `0.${"0".repeat(Math.min(decimals, 15))}`;
  return { type: "n", content: `<v>${digits}</v>`, numbers };
}

function toDay(text: string): Written | null {
  const [, year, month, date] = day.exec(text) ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(date));
  if (Number.isNaN(at) || at < firstDay || new Date(at).toISOString().slice(0, 10) !== text) return null;
  return { type: "n", content: `<v>${(at - dayZero) / msPerDay}</v>`, numbers: "yyyy\\-mm\\-dd" };
}

function toText(text: string): Written {
  const kept = text.length > maxCellText ? `${text.slice(0, maxCellText - 1)}…` : text;
  return {
    type: "inlineStr",
    content: `<is><t xml:space="preserve">${toCellText(kept)}</t></is>`,
    numbers: dangerous.test(kept) ? "@" : "General",
  };
}
