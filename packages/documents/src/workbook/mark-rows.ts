import type { Table, TableRow } from "@lilink/model/file";
import type { Cell, Sheet } from "./sheet.ts";

const faultWidth = 70;
/** Empty rows that are kept, so that rows keep their numbers. */
const widestGap = 1000;

export type Opened = Table & { readonly close: () => Promise<void> };

/** A cell at fault, by its column, and what is said of it; a fault of the whole row names no cell. */
export type Mark = { readonly column: number; readonly text: string };

export type Marking = {
  readonly open: () => Promise<Opened>;
  /** Whether a row is the heading of a sheet, with a column that is for programs alone; null where it is none. */
  readonly readHead: (cells: readonly string[], sheet: string) => { readonly hiddenColumn?: number } | null;
  readonly faultsOf: (row: TableRow, head: readonly string[]) => readonly Mark[];
  /** Over the column that says what is wrong. */
  readonly heading: string;
};

/**
 * A file with its faults marked: the sheets that have a heading, every row as it was, the cells at fault coloured, and behind
 * them one more column that says what is wrong and how to mend it. The file is read again while it is written, once for each
 * sheet, so that memory does not grow with its rows.
 */
export async function markRows(marking: Marking): Promise<readonly Sheet[]> {
  const heads = await findHeads(marking);
  return heads.map(({ at, name, hidden, cells, hiddenColumn }): Sheet => {
    const width = cells.length;
    const mark = (row: TableRow): readonly Cell[] => {
      const found = marking.faultsOf(row, cells);
      const wrong = new Set(found.map(({ column }) => column));
      const marked = Array.from({ length: width }, (_, column): Cell => {
        const value = row.cells[column] || null;
        return wrong.has(column) ? { value, look: "fault" } : value;
      });
      const text = found.map((one) => one.text).join("\n");
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
        { header: hidden ? "" : marking.heading, kind: "text", width: faultWidth, wrap: true },
      ],
      rows: rowsAfter(marking.open, at, cells, mark),
    };
  });
}

type Head = {
  readonly at: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: readonly string[];
  readonly hiddenColumn: number;
};

async function findHeads({ open, readHead }: Marking): Promise<readonly Head[]> {
  const table = await open();
  const found = new Map<number, Head>();
  const widths = new Map<number, number>();
  try {
    for await (const piece of table.pieces)
      for (const row of piece) {
        const about = table.sheets[row.sheet];
        if (!about) continue;
        widths.set(row.sheet, Math.max(widths.get(row.sheet) ?? 0, row.cells.length));
        const head = found.has(row.sheet) ? null : readHead(row.cells, about.name);
        if (head)
          found.set(row.sheet, {
            at: row.sheet,
            ...about,
            cells: row.cells,
            hiddenColumn: head.hiddenColumn ?? -1,
          });
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
