import { type Cell, loadSolver, protectTable, toTable } from "@lilink/engine/disclosure";
import { auditAnswer, listDisclosureSamples, withholdGreedily } from "@lilink/engine/testing";
import { findFlag, requireFlag } from "../flag.ts";

/**
 * --random N [--seed S] [--reference]: N random tables, each attacked by an outsider and every group, who knows the cells in
 * which it is alone; the seed repeats the run. With --reference a plain greedy method withholds under the same rules.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const tables = Number(requireFlag(args, "--random"));
  const seed = Number(findFlag(args, "--seed") ?? Date.now() % 2 ** 31);
  const isCompared = args.includes("--reference");
  process.stderr.write(`seed ${seed}\n`);
  const solver = await loadSolver();
  const start = performance.now();
  const faults: { readonly table: number; readonly fault: string }[] = [];
  const [all, ours, reference] = [new Loss(), new Loss(), new Loss()];
  for (const [at, { dimensions, contributions, parameters }] of listDisclosureSamples(
    seed,
    tables,
  ).entries()) {
    const table = toTable(dimensions, contributions);
    const answer = protectTable(solver, table, parameters);
    for (const fault of auditAnswer(solver, table, answer, parameters)) faults.push({ table: at, fault });
    all.add(table.cells);
    ours.add(answer.filter(({ status }) => status === "withheld").map(({ cell }) => cell));
    if (isCompared) reference.add(withholdGreedily(solver, table, parameters));
    if (at % 100 === 99) process.stderr.write(`${at + 1} tables, ${faults.length} faults\n`);
  }
  return {
    seed,
    tables,
    cells: all.cells,
    withheld: ours.of(all),
    ...(isCompared && { reference: reference.of(all) }),
    faults,
    seconds: Math.round((performance.now() - start) / 1000),
  };
}

/** Cells and what they hold. */
class Loss {
  cells = 0;
  #value = 0;

  add(cells: Iterable<Cell>): void {
    for (const { total } of cells) {
      this.cells += 1;
      this.#value += Number(total);
    }
  }

  of(all: Loss) {
    const percent = (part: number, whole: number) => Number(((100 * part) / Math.max(whole, 1)).toFixed(2));
    return {
      cells: this.cells,
      cellsPercent: percent(this.cells, all.cells),
      valuePercent: percent(this.#value, all.#value),
    };
  }
}
