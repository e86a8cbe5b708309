import { availableParallelism, cpus, loadavg } from "node:os";
import { loadSolver, protectTable, toTable } from "@lilink/engine/disclosure";
import { makeMarketTable } from "@lilink/engine/testing";
import { toMarket } from "./market.ts";

/**
 * --bench [--cells 1000|2000|5000] [--seed S] [--groups N]: how long a generated table takes, in seconds of processor, and
 * how much of it is withheld.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const market = toMarket(args);
  const { dimensions, contributions, parameters } = makeMarketTable(market);
  const solver = await loadSolver();
  const table = toTable(dimensions, contributions);
  const load = loadavg().map((one) => Number(one.toFixed(1)));
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  const answer = protectTable(solver, table, parameters);
  const { user, system } = process.cpuUsage(processor);
  const withheld = answer.filter(({ status }) => status === "withheld");
  const heldBy = (cells: typeof answer) => cells.reduce((sum, { cell }) => sum + Number(cell.total), 0);
  return {
    ...market,
    cells: answer.length,
    withFigures: answer.filter(({ cell }) => cell.sums.size > 0).length,
    unsafe: withheld.filter((one) => one.status === "withheld" && one.why === "primary").length,
    withheld: withheld.length,
    valuePercent: Number(((100 * heldBy(withheld)) / heldBy(answer)).toFixed(2)),
    processorSeconds: Number(((user + system) / 1e6).toFixed(1)),
    seconds: Number(((performance.now() - clock) / 1000).toFixed(1)),
    load,
    machine: `${cpus()[0]?.model ?? "?"} x${availableParallelism()}, Node ${process.version}`,
  };
}
