import { createTranslator, type Locale } from "@lilink/i18n";
import type { Table, TableRow } from "@lilink/model/file";
import { figureDimensions } from "@lilink/model/goals/definition";
import { type FaultyRow, metaSheetName, readHeading } from "@lilink/model/return/file";
import type { Cell, Sheet } from "../workbook/sheet.ts";
import { createFaultText } from "./fault-text.ts";

const faultWidth = 70;
/** Empty rows that are kept, so that rows keep their numbers. */
const widestGap = 1000;
const dimensionIds = figureDimensions.map(({ id }) => id);

type Opened = Table & { readonly close: () => Promise<void> };

/**
 * A file with its faults marked: the sheets that hold figures or say for which return they are, every row as it was, the
 * cells at fault coloured, and behind them one more column that says what is wrong and how to mend it. The file is read
 * again while it is written, once for each sheet, so that memory does not grow with its rows.
 */
export async function markFaults(
  open: () => Promise<Opened>,
  faults: readonly FaultyRow[],
  locale: Locale,
): Promise<readonly Sheet[]> {
  const byRow = new Map(faults.map((row) => [`${row.sheet} ${row.row}`, row.faults]));
  const heads = await findHeads(open);
  const t = createTranslator(locale, "file.fault");
  const say = createFaultText(locale);
  return heads.map(({ at, name, hidden, cells, hiddenColumn }): Sheet => {
    const width = cells.length;
    const mark = (row: TableRow): readonly Cell[] => {
      const found = byRow.get(`${row.sheet} ${row.row}`) ?? [];
      const wrong = new Set(found.map(({ column }) => column));
      const marked = Array.from({ length: width }, (_, column): Cell => {
        const value = row.cells[column] || null;
        return wrong.has(column) ? { value, look: "fault" } : value;
      });
      const text = found.map((fault) => say(fault, cells[fault.column] ?? "")).join("\n");
      return [...marked, text === "" ? null : { value: text, look: "fault" }];
    };
    return {
      name,
      hidden,
      columns: [
        ...cells.map((header, column) => ({
          header,
          kind: "decimal" as const,
          hidden: column === hiddenColumn,
        })),
        { header: hidden ? "" : t("heading"), kind: "text", width: faultWidth, wrap: true },
      ],
      rows: rowsAfter(open, at, cells, mark),
    };
  });
}

type Head = {
  readonly at: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: readonly string[];
  /** Of the revision, which is for the next reading alone. */
  readonly hiddenColumn: number;
};

async function findHeads(open: () => Promise<Opened>): Promise<readonly Head[]> {
  const table = await open();
  const found = new Map<number, Head>();
  const widths = new Map<number, number>();
  try {
    for await (const piece of table.pieces)
      for (const row of piece) {
        const about = table.sheets[row.sheet];
        if (!about) continue;
        widths.set(row.sheet, Math.max(widths.get(row.sheet) ?? 0, row.cells.length));
        const heading = readHeading(row.cells, dimensionIds);
        if (found.has(row.sheet) || (about.name !== metaSheetName && !heading)) continue;
        const hiddenColumn = heading?.columns.get("revision") ?? -1;
        found.set(row.sheet, { at: row.sheet, ...about, cells: row.cells, hiddenColumn });
      }
  } finally {
    await table.close();
  }
  return [...found.values()].map((head) => ({
    ...head,
    cells: Array.from({ length: widths.get(head.at) ?? 0 }, (_, at) => head.cells[at] ?? ""),
  }));
}

async function* rowsAfter(
  open: () => Promise<Opened>,
  sheet: number,
  head: readonly string[],
  mark: (row: TableRow) => readonly Cell[],
): AsyncGenerator<readonly Cell[]> {
  const table = await open();
  let last = 0;
  try {
    for await (const piece of table.pieces)
      for (const row of piece) {
        if (row.sheet !== sheet) continue;
        const isHead = last === 0 && row.cells.every((cell, at) => cell === head[at]);
        if (last === 0 && !isHead) continue;
        if (!isHead) {
          for (let gap = last + 1; gap < row.row && gap - last < widestGap; gap += 1) yield [];
          yield mark(row);
        }
        last = row.row;
      }
  } finally {
    await table.close();
  }
}
