/** A workbook above this is unpacked in a thread of its own, which the content policy forbids. */
export const mostTableBytes = 500_000;

const delimiters = ["\t", ";", ","] as const;

/** The cells of a table that was copied from a sheet or stands in a CSV; cells with line breaks are quoted. */
export async function readCells(text: string): Promise<string[][]> {
  const { parse } = await import("csv-parse/browser/esm/sync");
  const [first = ""] = text.split(/\r?\n/, 1);
  const counts = delimiters.map((one) => first.split(one).length);
  const delimiter = delimiters[counts.indexOf(Math.max(...counts))] ?? "\t";
  const options = { delimiter, bom: true, relax_quotes: true, relax_column_count: true };
  return parse(text, options) as string[][];
}

/** The first sheet of a workbook, or a file of text, as the text that copying it would give. @throws for what is neither */
export async function readTableFile(file: File): Promise<string> {
  if (!/\.xlsx$/i.test(file.name)) return file.text();
  const { readSheet } = await import("read-excel-file/universal");
  const rows = await readSheet(file);
  return rows.map((row) => row.map(toCell).join("\t")).join("\n");
}

function toCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
