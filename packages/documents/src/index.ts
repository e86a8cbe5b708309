export { type CsvCell, toCsv } from "./csv/to-csv.ts";
export { type Letter, type LetterRequest, renderLetter } from "./letter/render-letter.ts";
