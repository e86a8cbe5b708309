import { stringify } from "csv-stringify/sync";

export type CsvCell = string | number | boolean | Date | null;

const decimal = /^-\d+(\.\d+)?$/;

/**
 * A head and its rows as CSV that a spreadsheet opens as it is: UTF-8 with a byte order mark, CRLF, and no cell that it
 * would run. A text that begins like a formula gets an apostrophe; a negative number, typed or in digits, stays a number.
 * A notice about the whole file stands in a row of its own above the head.
 */
export function toCsv(
  head: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  notice?: string,
): string {
  const above = notice === undefined ? [] : [head.map((_, at) => (at === 0 ? notice : ""))];
  return stringify([...above, head, ...rows.map((row) => row.map((cell) => cell ?? ""))], {
    bom: true,
    record_delimiter: "windows",
    escape_formulas: true,
    cast: {
      date: (value) => value.toISOString(),
      boolean: (value) => (value ? "true" : "false"),
      string: (value) => (decimal.test(value) ? { value, escape_formulas: false } : value),
    },
  });
}
