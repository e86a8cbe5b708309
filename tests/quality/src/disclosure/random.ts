import { loadSolver, protectTable, toTable } from "@lilink/engine/disclosure";
import { auditAnswer, listDisclosureSamples } from "@lilink/engine/testing";
import { findFlag, requireFlag } from "../flag.ts";

/** --random N [--seed S]: N random tables, each attacked by an outsider and every group; the seed repeats the run. */
export async function run(args: readonly string[]): Promise<unknown> {
  const tables = Number(requireFlag(args, "--random"));
  const seed = Number(findFlag(args, "--seed") ?? Date.now() % 2 ** 31);
  process.stderr.write(`seed ${seed}\n`);
  const solver = await loadSolver();
  const start = performance.now();
  const faults: { readonly table: number; readonly fault: string }[] = [];
  let [cells, withheld] = [0, 0];
  for (const [at, { dimensions, contributions, parameters }] of listDisclosureSamples(
    seed,
    tables,
  ).entries()) {
    const table = toTable(dimensions, contributions);
    const answer = protectTable(solver, table, parameters);
    for (const fault of auditAnswer(solver, table, answer, parameters)) faults.push({ table: at, fault });
    cells += answer.length;
    withheld += answer.filter(({ status }) => status === "withheld").length;
    if (at % 100 === 99) process.stderr.write(`${at + 1} tables, ${faults.length} faults\n`);
  }
  return { seed, tables, cells, withheld, faults, seconds: Math.round((performance.now() - start) / 1000) };
}
