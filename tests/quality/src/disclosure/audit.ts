import { loadSolver, protectTable, toTable } from "@lilink/engine/disclosure";
import { auditSparsely, makeMarketTable, toAuditTable } from "@lilink/engine/testing";
import { toMarket } from "./market.ts";

const shownBreaches = 20;

/**
 * --audit [--cells 1000] [--seed S] [--groups N] [--plant]: a generated table of about 1,000 cells, protected and then attacked by an
 * outsider and every group. With --plant one withheld cell is published first, which has to be noticed.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const market = toMarket(args);
  const { dimensions, contributions, parameters } = makeMarketTable(market);
  const solver = await loadSolver();
  const table = toTable(dimensions, contributions);
  const start = performance.now();
  const answer = protectTable(solver, table, parameters);
  const made = performance.now();
  const hidden = answer.filter(({ status }) => status === "withheld");
  const planted = args.includes("--plant") ? hidden.find(({ cell }) => cell.isLeaf) : undefined;
  const told = answer.map((one) => (one === planted ? { ...one, status: "published" as const } : one));
  const { attackers, programmes, breaches } = auditSparsely(solver, toAuditTable(table, told, parameters));
  const secondsOf = (from: number, to: number) => Number(((to - from) / 1000).toFixed(1));
  return {
    seed: market.seed,
    cells: answer.length,
    withheld: hidden.length,
    attackers,
    programmes,
    breaches: breaches.length,
    first: breaches.slice(0, shownBreaches),
    protectSeconds: secondsOf(start, made),
    seconds: secondsOf(made, performance.now()),
  };
}
