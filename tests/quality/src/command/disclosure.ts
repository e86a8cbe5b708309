import { readFile } from "node:fs/promises";
import {
  type Contribution,
  type Dimension,
  type DisclosureParameters,
  loadSolver,
  type ReleasedCell,
  releaseTable,
} from "@lilink/engine/disclosure";
import { run as runAudit } from "../disclosure/audit.ts";
import { run as runBench } from "../disclosure/bench.ts";
import { run as runRandom } from "../disclosure/random.ts";
import { requireFlag } from "../flag.ts";

type FileContribution = {
  readonly group: string;
  readonly value: string;
  readonly known?: boolean;
  readonly waived?: boolean;
} & Readonly<Record<string, unknown>>;
type DisclosureFile = {
  readonly parameters: DisclosureParameters;
  readonly dimensions: readonly Dimension[];
  readonly contributions: readonly FileContribution[];
};

/**
 * --file F: every cell of the table, published or withheld with reason and safe bounds. --random N [--seed S]: so many
 * random tables against an oracle that is written out anew, by linear programmes for each attacker. --audit: one of 1,000.
 * --bench: what a table of up to 5,000 cells takes.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  if (args.includes("--random")) return runRandom(args);
  if (args.includes("--audit")) return runAudit(args);
  if (args.includes("--bench")) return runBench(args);
  const file = JSON.parse(await readFile(requireFlag(args, "--file"), "utf8")) as DisclosureFile;
  const solver = await loadSolver();
  const start = performance.now();
  const contributions = file.contributions.map(
    (one): Contribution => ({ ...one, at: file.dimensions.map(({ id }) => String(one[id] ?? "")) }),
  );
  const { dimensions, parameters } = file;
  const { cells, report } = releaseTable(solver, { dimensions, contributions, parameters });
  process.stderr.write(`${JSON.stringify(report)}\n`);
  return {
    cells: cells.map((cell) => print(cell, dimensions)),
    withheld: report.withheld,
    seconds: Number(((performance.now() - start) / 1000).toFixed(3)),
  };
}

function print({ at, ...answer }: ReleasedCell, dimensions: readonly Dimension[]) {
  return { ...Object.fromEntries(dimensions.map(({ id }, axis) => [id, at[axis] ?? ""])), ...answer };
}
