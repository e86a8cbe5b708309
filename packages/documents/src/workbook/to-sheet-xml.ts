import { escapeXml } from "./escape-xml.ts";
import { type Cell, type Choice, type Column, maxRows, type Sheet } from "./sheet.ts";
import type { StyleTable } from "./style-table.ts";
import { toCellXml } from "./to-cell-xml.ts";

const chunkLength = 65_536;
const usualWidth = 16;

/** The letters of a column, from 0. @example toLetters(27) // "AB" */
export function toLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : toLetters(Math.floor(column / 26) - 1) + last;
}

/** One sheet as XML in pieces of some 64 KB, each made when it is asked for: memory does not grow with the rows. */
export async function* toSheetXml(
  sheet: Sheet,
  styles: StyleTable,
  placeOf: (options: readonly string[]) => string,
): AsyncGenerator<string> {
  const heads = sheet.columns.map((column): Column => ({ ...column, kind: "text", wrap: true }));
  const head = sheet.columns.map(({ header }): Cell => ({ value: header, look: "head" }));
  const notice =
    sheet.notice === undefined
      ? ""
      : toRow([{ value: sheet.notice, look: "note" }], [{ header: "", kind: "text" }], 1, styles);
  const headAt = headRow(sheet);
  let text = openSheet(sheet) + notice + toRow(head, heads, headAt, styles);
  let row = headAt;
  for await (const cells of sheet.rows) {
    row += 1;
    if (row > maxRows) throw new RangeError(`a sheet holds ${maxRows} rows`);
    text += toRow(cells, sheet.columns, row, styles);
    if (text.length < chunkLength) continue;
    yield text;
    text = "";
  }
  yield text + closeSheet(sheet, row, placeOf);
}

/** The heading stands first, or under a notice. */
const headRow = ({ notice }: Sheet) => (notice === undefined ? 1 : 2);

function openSheet(sheet: Sheet): string {
  const { columns } = sheet;
  const top = headRow(sheet);
  const cols = columns.map(
    ({ width = usualWidth, hidden }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ""}/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">' +
    `<pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/>${cols.length > 0 ? `<cols>${cols.join("")}</cols>` : ""}<sheetData>`
  );
}

function toRow(cells: readonly Cell[], columns: readonly Column[], row: number, styles: StyleTable): string {
  let text = `<row r="${row}">`;
  columns.forEach((column, at) => {
    text += toCellXml(cells[at] ?? null, column, `${toLetters(at)}${row}`, styles);
  });
  return `${text}</row>`;
}

/** The parts after the data, in the order that the format demands. */
function closeSheet(sheet: Sheet, lastRow: number, placeOf: (options: readonly string[]) => string): string {
  const lastColumn = toLetters(Math.max(0, sheet.columns.length - 1));
  const lock = '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>';
  const top = headRow(sheet);
  const filter = lastRow > top ? `<autoFilter ref="A${top}:${lastColumn}${lastRow}"/>` : "";
  const choices = (sheet.choices ?? []).map((choice) => toValidation(choice, placeOf, top));
  return (
    `</sheetData>${sheet.locked ? lock : filter}` +
    (choices.length > 0
      ? `<dataValidations count="${choices.length}">${choices.join("")}</dataValidations>`
      : "") +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  );
}

function toValidation(choice: Choice, placeOf: (options: readonly string[]) => string, top: number): string {
  const letters = toLetters(choice.column);
  const [from, to] = choice.rows;
  const refusal = choice.refusal
    ? ` showErrorMessage="1" errorTitle="${escapeXml(choice.refusal.title)}" error="${escapeXml(choice.refusal.text)}"`
    : "";
  return (
    `<dataValidation type="list" allowBlank="1"${refusal} sqref="${letters}${from + top + 1}:${letters}${to + top + 1}">` +
    `<formula1>${escapeXml(placeOf(choice.options))}</formula1></dataValidation>`
  );
}
