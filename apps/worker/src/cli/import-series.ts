import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import {
  callJob,
  checkHsLines,
  type ErrorCode,
  importLayouts,
  importSeries,
  isLayout,
  LilinkError,
  readSeriesFile,
} from "@lilink/services";
import { databaseAway, withKernel } from "./with-kernel.ts";

const usage = `npm run import -- <${[...importLayouts, "hs"].join("|")}> <file> [--vintage text] [--source text] [--licence text] [--address url]`;

/** Takes a file of published figures into the database: all of it, or nothing and a list of what is wrong. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      vintage: { type: "string" },
      source: { type: "string" },
      licence: { type: "string" },
      address: { type: "string" },
    },
  });
  const [layout = "", path] = positionals;
  if ((!isLayout(layout) && layout !== "hs") || !path) return refuse(`usage: ${usage}`);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return refuse(`${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  if (!isLayout(layout)) return reportHs(path, text);
  const read = readSeriesFile(layout, text, values);
  const report = { layout, file: basename(path), faults: read.faults };
  for (const { row, column, rule, params } of read.faults) {
    const found = params?.found === undefined ? "" : `: ${params.found}`;
    console.error(`line ${row}${column ? `, ${column}` : ""}: ${rule}${found}`);
  }
  if (read.faults.length > 0) {
    console.error(`nothing was taken in; ${read.faults.length} faults to mend`);
    console.log(JSON.stringify({ ...report, added: [], unchanged: [], figures: 0 }));
    return 1;
  }
  const stored = await store({ series: [...read.series], rows: [...read.rows] });
  console.error(`${stored.figures} figures in ${stored.added.length} series were taken in`);
  console.log(JSON.stringify({ ...report, ...stored }));
  return 0;
}

/** An edition of the HS brings no figures: what it would change of the product's own lines is told. */
function reportHs(path: string, text: string): number {
  const report = checkHsLines(text);
  for (const { row, column, rule } of report.faults) console.error(`line ${row}, ${column}: ${rule}`);
  for (const code of report.absent) console.error(`${code}: this edition has no such line`);
  for (const { hs6, held, found } of report.reworded) console.error(`${hs6}: "${held}" is now "${found}"`);
  console.log(JSON.stringify({ layout: "hs", file: basename(path), ...report }));
  return report.faults.length + report.absent.length + report.reworded.length === 0 ? 0 : 1;
}

function store(input: Parameters<typeof importSeries.run>[1]) {
  return withKernel("lilink-import", async (kernel) => {
    const done = await callJob(kernel, { id: kernel.newId(), name: "goal.import" }, importSeries, input);
    if (!done) throw new Error("an import is a job of its own");
    return done;
  });
}

function refuse(line: string): number {
  console.error(line);
  return 2;
}

const said: Partial<Record<ErrorCode, (error: LilinkError) => string>> = {
  CONFLICT: ({ params }) =>
    `series ${params.code} of vintage ${params.vintage} is there already with other figures; name another with --vintage`,
  INVALID_INPUT: ({ faults }) => faults.map(({ field, rule }) => `${field}: ${rule}`).join("\n"),
  UNAVAILABLE: () => databaseAway,
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const known = error instanceof LilinkError ? said[error.code]?.(error) : undefined;
    console.error(known ?? error);
    process.exit(1);
  },
);
