import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import {
  callJob,
  createTradeReader,
  importTrade,
  LilinkError,
  readHeading,
  type TradeFault,
  type TradeRow,
} from "@lilink/services";
import { parse } from "csv-parse";
import { failCommand, withKernel } from "./with-kernel.ts";

const usage =
  "npm run import:trade -- <file.csv> --source text --licence text [--reporter CN] [--reason text] [--sample] [--revises]";
const pieceSize = 1000;
const namedFaults = 50;

/** What is wrong with a file, once enough of it is known. */
class FaultyFile extends Error {
  readonly faults: readonly TradeFault[];
  constructor(faults: readonly TradeFault[]) {
    super("the file is at fault");
    this.faults = faults;
  }
}

/** Reads a file of trade piece by piece; a fault ends it, after the first fifty are known. */
async function openFile(path: string, about: { readonly reporter: string; readonly reason?: string }) {
  const records = createReadStream(path).pipe(
    parse({ bom: true, relax_column_count: true, skip_empty_lines: true }),
  );
  const lines = records[Symbol.asyncIterator]() as AsyncIterator<readonly string[]>;
  const first = await lines.next();
  const heading = first.done ? null : readHeading(first.value);
  if (!heading) return null;
  let skipped = 0;
  const read = createTradeReader(heading, about);
  const pieces = async function* (): AsyncGenerator<readonly TradeRow[]> {
    const faults: TradeFault[] = [];
    let piece: TradeRow[] = [];
    let place = 1;
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      place += 1;
      const found = read(line.value, place);
      if ("row" in found) piece.push(found.row);
      else if ("faults" in found) faults.push(...found.faults);
      else skipped += 1;
      if (faults.length >= namedFaults) throw new FaultyFile(faults);
      if (piece.length === pieceSize) {
        yield piece;
        piece = [];
      }
    }
    if (faults.length > 0) throw new FaultyFile(faults);
    if (piece.length > 0) yield piece;
  };
  return { layout: heading.layout, pieces: Object.assign(pieces(), { skipped: () => skipped }) };
}

/** Takes a file of trade into the database: all of it, or nothing and a list of what is wrong. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      source: { type: "string" },
      licence: { type: "string" },
      reporter: { type: "string", default: "CN" },
      reason: { type: "string" },
      sample: { type: "boolean", default: false },
      revises: { type: "boolean", default: false },
    },
  });
  const [path] = positionals;
  const { source, licence, reporter, reason, sample, revises } = values;
  if (!path || !source || !licence) return refuse(`usage: ${usage}`);
  const file = await openFile(path, { reporter, ...(reason !== undefined && { reason }) });
  if (!file) return refuse(`${basename(path)}: the heading is of none of the known layouts`);
  const head = { layout: file.layout, reporter, fileName: basename(path), source, licence, sample, reason };
  const done = await withKernel("lilink-import-trade", (kernel) =>
    callJob(kernel, { id: kernel.newId(), name: "supply.importTrade" }, importTrade, {
      head,
      revises,
      pieces: file.pieces,
      step: (rows) => console.error(`${rows} rows`),
    }),
  );
  console.error(`${done?.rows ?? 0} rows were taken in as revision ${done?.revision ?? 0}`);
  console.log(
    JSON.stringify({ file: basename(path), layout: file.layout, ...done, skipped: file.pieces.skipped() }),
  );
  return 0;
}

function refuse(line: string): number {
  console.error(line);
  return 2;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    if (error instanceof FaultyFile) {
      for (const { row, column, rule, params } of error.faults)
        console.error(
          `line ${row}, ${column}: ${rule}${params?.found === undefined ? "" : ` (${params.found})`}`,
        );
      console.error("nothing was taken in");
      process.exit(1);
    }
    if (error instanceof LilinkError && error.code === "INVALID_INPUT") {
      console.error(
        error.faults.map(({ field, rule, params }) => `${field}: ${rule} ${params?.found ?? ""}`).join("\n"),
      );
      process.exit(1);
    }
    failCommand(error);
  },
);
