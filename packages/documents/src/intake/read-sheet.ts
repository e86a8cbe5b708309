import type { CellFault, TableRow } from "@lilink/model/file";
import { type CellRule, FileRefusal } from "@lilink/model/file";
import { fromCellText } from "../workbook/escape-xml.ts";
import type { Archive } from "./check-archive.ts";
import type { FileLimits } from "./limit.ts";
import { type NumberFormat, showNumber } from "./number-format.ts";
import { createTextGatherer } from "./read-strings.ts";
import { readXml, type XmlHandlers } from "./read-xml.ts";

export type SheetContext = {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
  readonly limits: FileLimits;
};

/** Reads the rows of one sheet that hold anything, piece by piece. */
export async function* readSheetRows(
  archive: Archive,
  part: string,
  sheet: number,
  context: SheetContext,
): AsyncGenerator<readonly TableRow[]> {
  let rows: TableRow[] = [];
  const handlers = rowHandlers(sheet, context, (row) => rows.push(row));
  for await (const _ of readXml(archive, part, handlers)) {
    yield rows;
    rows = [];
  }
}

type Open = { readonly column: number; readonly type: string; readonly style: number };

function rowHandlers(sheet: number, context: SheetContext, put: (row: TableRow) => void): XmlHandlers {
  const inline = createTextGatherer();
  let row = 0;
  let cells: string[] = [];
  let faults: CellFault[] = [];
  let last = -1;
  let cell: Open | null = null;
  let value = "";
  let inValue = false;
  let formula = false;

  const finishCell = ({ column, type, style }: Open) => {
    const found = readCell(type === "inlineStr" ? inline.take() : value, type, style, formula, context);
    if (typeof found !== "string") faults.push({ column, rule: found.rule });
    const text = typeof found === "string" ? found : found.shown;
    if (text === "" && typeof found === "string") return;
    if (column >= context.limits.columns)
      throw new FileRefusal("tooManyColumns", { max: context.limits.columns });
    while (cells.length < column) cells.push("");
    cells[column] = text;
  };

  return {
    open: (name, attributes) => {
      if (name === "row") {
        row = placeOf(attributes.r, row);
        cells = [];
        faults = [];
        last = -1;
      } else if (name === "c") {
        const column = columnOf(attributes.r) ?? last + 1;
        if (column <= last) throw new FileRefusal("damaged");
        last = column;
        cell = { column: last, type: attributes.t ?? "n", style: Number(attributes.s ?? 0) };
        value = "";
        formula = false;
      } else if (name === "v") inValue = true;
      else if (name === "f") formula = true;
      inline.open(name);
    },
    close: (name) => {
      inline.close(name);
      if (name === "v") inValue = false;
      if (name === "c" && cell) {
        finishCell(cell);
        cell = null;
      }
      if (name === "row" && (cells.length > 0 || faults.length > 0)) put({ sheet, row, cells, faults });
    },
    text: (piece) => {
      if (inValue) value += piece;
      else inline.text(piece);
    },
  };
}

type Faulty = { readonly rule: CellRule; readonly shown: string };

/** A formula is read by the value that its program kept; one that keeps none, or an error, is a fault of its cell. */
function readCell(
  value: string,
  type: string,
  style: number,
  formula: boolean,
  { strings, formats, from1904, limits }: SheetContext,
): string | Faulty {
  if (formula && value === "" && type !== "str") return { rule: "formulaWithoutValue", shown: "" };
  if (type === "e") return { rule: "errorValue", shown: value };
  const text = textOf();
  return text.length > limits.cellText ? { rule: "cellTooLong", shown: text.slice(0, 100) } : text;

  function textOf(): string {
    if (value === "" || type === "inlineStr" || type === "d") return value;
    if (type === "str") return fromCellText(value);
    if (type === "b") return value === "1" ? "TRUE" : "FALSE";
    const found =
      type === "s"
        ? strings[Number(value)]
        : showNumber(value, formats[style] ?? { kind: "plain" }, from1904);
    if (found === undefined || found === null) throw new FileRefusal("damaged");
    return found;
  }
}

function placeOf(written: string | undefined, before: number): number {
  if (written === undefined) return before + 1;
  const row = Number(written);
  if (!Number.isInteger(row) || row <= before) throw new FileRefusal("damaged");
  return row;
}

/** @example columnOf("AB12") // 27 */
function columnOf(place: string | undefined): number | null {
  if (place === undefined) return null;
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(place)?.[1];
  if (!letters) throw new FileRefusal("damaged");
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
