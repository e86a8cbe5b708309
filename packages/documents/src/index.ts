export { type CsvCell, toCsv } from "./csv/to-csv.ts";
export { type Letter, type LetterRequest, renderLetter } from "./letter/render-letter.ts";
export type { FiguresOf, TemplateReturn } from "./return-file/template-return.ts";
export { toTemplate } from "./return-file/to-template.ts";
export type { Cell, CellKind, CellLook, CellValue, Choice, Column, Sheet } from "./workbook/sheet.ts";
export { writeWorkbook } from "./workbook/write-workbook.ts";
