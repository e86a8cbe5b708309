import { type CodeReading, explainCode } from "./explain-code.ts";
import { mostCodes } from "./read-codes.ts";

export type MarkedLines = {
  /** The file as it was, each line with its findings behind it. */
  readonly text: string;
  readonly faults: number;
};

/**
 * Writes what is found of each code behind its line, so that a file comes back as it was sent. The column with the codes is the
 * one in which most cells look like one; a first line without a code is a heading. [TR6]
 * @param say the cells that stand for a reading
 */
export function markLines(
  text: string,
  head: readonly string[],
  say: (reading: CodeReading) => readonly string[],
  today?: string,
): MarkedLines {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const mark = ["\t", ";", ","].find((one) => lines[0]?.includes(one)) ?? ",";
  const rows = lines.map((line) => line.split(mark));
  const column = findColumn(rows.slice(0, 50));
  let faults = 0;
  const marked = lines.slice(0, mostCodes + 1).map((line, at) => {
    if (line.trim() === "") return line;
    const cell = unquote(rows[at]?.[column] ?? "");
    const reading = explainCode(cell, today);
    const isHead =
      at === 0 &&
      reading.verdict === "reject" &&
      (reading.code.length < 17 || /[^A-Z0-9]/.test(reading.code));
    if (!isHead && reading.verdict === "reject") faults += 1;
    const cells = isHead ? head : say(reading);
    return [line, ...cells.map((one) => quote(one, mark))].join(mark);
  });
  return { text: marked.join("\r\n"), faults };
}

function findColumn(rows: readonly (readonly string[])[]): number {
  const counts: number[] = [];
  for (const row of rows)
    for (const [at, cell] of row.entries()) {
      const length = unquote(cell).replaceAll(/[\s-]/g, "").length;
      counts[at] = (counts[at] ?? 0) + (length >= 18 && length <= 25 ? 1 : 0);
    }
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}

function unquote(cell: string): string {
  return cell.trim().replace(/^"(.*)"$/, "$1");
}

function quote(cell: string, mark: string): string {
  return cell.includes(mark) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}
