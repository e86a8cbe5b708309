import { readFile } from "node:fs/promises";
import {
  type Contribution,
  type Dimension,
  type DisclosureParameters,
  loadSolver,
  type ProtectedCell,
  protectTable,
  toTable,
} from "@lilink/model/goals/disclosure";
import { requireFlag } from "../flag.ts";

type FileContribution = { readonly group: string; readonly value: string } & Readonly<Record<string, string>>;
type DisclosureFile = {
  readonly parameters: DisclosureParameters;
  readonly dimensions: readonly Dimension[];
  readonly contributions: readonly FileContribution[];
};

/** --file F: every cell of the table, published or withheld with reason and safe bounds. */
export async function run(args: readonly string[]): Promise<unknown> {
  const file = JSON.parse(await readFile(requireFlag(args, "--file"), "utf8")) as DisclosureFile;
  const solver = await loadSolver();
  const start = performance.now();
  const contributions = file.contributions.map(
    (one): Contribution => ({
      group: one.group,
      value: one.value,
      at: file.dimensions.map(({ id }) => one[id] ?? ""),
    }),
  );
  const table = toTable(file.dimensions, contributions);
  const cells = protectTable(solver, table, file.parameters).map((one) => print(one, table.axes));
  return {
    cells,
    withheld: cells.filter(({ status }) => status === "withheld").length,
    seconds: Number(((performance.now() - start) / 1000).toFixed(3)),
  };
}

function print({ cell, ...answer }: ProtectedCell, axes: ReturnType<typeof toTable>["axes"]) {
  const place = Object.fromEntries(axes.map(({ id, codes }, at) => [id, codes[cell.nodes[at] ?? 0] ?? ""]));
  return answer.status === "published"
    ? { ...place, status: answer.status, value: answer.value.toFixed() }
    : { ...place, ...answer };
}
