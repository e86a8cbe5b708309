import { type CsvCell, maxCellText } from "@lilink/documents";

export type WideTable = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
};

/**
 * A table whose texts fit the cells of a workbook: what is longer goes on in further columns beside its own, so that nothing is cut off.
 * @example splitLong({ head: ["id", "text"], rows: [["1", "abcde"]] }, 3) // head: ["id", "text", "text (2)"], rows: [["1", "abc", "de"]]
 */
export function splitLong({ head, rows }: WideTable, most = maxCellText): WideTable {
  const cut = rows.map((row) => row.map((cell) => (typeof cell === "string" ? toParts(cell, most) : [cell])));
  const widths = head.map((_header, at) => Math.max(1, ...cut.map((row) => row[at]?.length ?? 1)));
  return {
    head: head.flatMap((header, at) =>
      Array.from({ length: widths[at] ?? 1 }, (_, part) => (part === 0 ? header : `${header} (${part + 1})`)),
    ),
    rows: cut.map((row) =>
      row.flatMap((parts, at) => Array.from({ length: widths[at] ?? 1 }, (_, part) => parts[part] ?? null)),
    ),
  };
}

/** A text in pieces of at most so many units; a character of two units is never torn. */
function toParts(text: string, most: number): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + most;
    const torn = end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1));
    parts.push(text.slice(start, torn ? end - 1 : end));
    start = torn ? end - 1 : end;
  }
  return parts.length > 0 ? parts : [text];
}
