import { stringify } from "csv-stringify/sync";

export type CsvColumn<Row> = {
  readonly header: string;
  readonly value: (row: Row) => string | number | boolean | Date | null | undefined;
};

const decimal = /^-\d+(\.\d+)?$/;

/**
 * Rows as CSV that a spreadsheet opens as it is: UTF-8 with a byte order mark, CRLF, and no cell that it would run. A text
 * that begins like a formula gets an apostrophe; a negative number, typed or in decimal digits, stays a number.
 */
export function toCsv<Row>(rows: readonly Row[], columns: readonly CsvColumn<Row>[]): string {
  return stringify(
    [
      columns.map((column) => column.header),
      ...rows.map((row) => columns.map((column) => column.value(row) ?? "")),
    ],
    {
      bom: true,
      record_delimiter: "windows",
      escape_formulas: true,
      cast: {
        date: (value) => value.toISOString(),
        boolean: (value) => (value ? "true" : "false"),
        string: (value) => (decimal.test(value) ? { value, escape_formulas: false } : value),
      },
    },
  );
}
