import {
  createTradeReader,
  readHeading,
  type TradeAbout,
  type TradeFault,
  type TradeLayout,
  type TradeRow,
} from "@lilink/model/supply/trade";
import { parse } from "csv-parse/browser/esm/sync";
import { stringify } from "csv-stringify/browser/esm/sync";

export type ReadFile = {
  /** Null where the heading is of no known layout. */
  readonly layout: TradeLayout | null;
  readonly rows: readonly TradeRow[];
  readonly skipped: number;
  readonly faults: readonly TradeFault[];
  /** An address of the same file with a column that says what is wrong. */
  readonly marked: () => string;
};

const progressEvery = 20_000;

/** Reads a CSV file of trade: UTF-8, or GB 18030 as customs write it. Faults do not end the reading; each is named. */
export async function readTradeFile(
  file: Blob,
  about: TradeAbout,
  report: (rows: number) => void,
): Promise<ReadFile> {
  const text = decode(new Uint8Array(await file.arrayBuffer()));
  const lines: readonly string[][] = parse(text, {
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const heading = readHeading(lines[0] ?? []);
  const faults: TradeFault[] = [];
  const rows: TradeRow[] = [];
  let skipped = 0;
  if (heading) {
    const read = createTradeReader(heading, about);
    for (const [at, cells] of lines.entries()) {
      if (at === 0) continue;
      if (at % progressEvery === 0) {
        report(at);
        await new Promise((resolve) => setTimeout(resolve));
      }
      const found = read(cells, at + 1);
      if ("row" in found) rows.push(found.row);
      else if ("faults" in found) faults.push(...found.faults);
      else skipped += 1;
    }
  }
  return {
    layout: heading?.layout ?? null,
    rows,
    skipped,
    faults,
    marked: () => URL.createObjectURL(new Blob(["\ufeff", toMarked(lines, faults)], { type: "text/csv" })),
  };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

function toMarked(lines: readonly (readonly string[])[], faults: readonly TradeFault[]): string {
  const byRow = new Map<number, string[]>();
  for (const { row, column, rule, params } of faults)
    byRow.set(row, [
      ...(byRow.get(row) ?? []),
      `${column}: ${rule}${params?.found === undefined ? "" : ` (${params.found})`}`,
    ]);
  const marked = lines.map((cells, at) => [
    ...cells,
    at === 0 ? "fault" : (byRow.get(at + 1)?.join("; ") ?? ""),
  ]);
  // A spreadsheet must not run what a cell begins with.
  return stringify(marked, { escape_formulas: true, record_delimiter: "windows" });
}
