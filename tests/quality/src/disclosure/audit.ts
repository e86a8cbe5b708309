import { loadSolver, protectTable, toTable } from "@lilink/engine/disclosure";
import { auditSparsely, makeMarketTable, toAuditTable } from "@lilink/engine/testing";
import { findFlag } from "../flag.ts";
import { toMarket } from "./market.ts";

const shownBreaches = 20;

/**
 * --audit [--cells 1000] [--seed S] [--groups N] [--attackers N [--draw S]] [--plant]: a generated table of about 1,000 cells, protected
 * and then attacked by an outsider and every group, or so many groups drawn by a seed. With --plant one withheld cell is published first, which has to be noticed.
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
  const groups = findFlag(args, "--attackers");
  const sample = groups ? { groups: Number(groups), seed: Number(findFlag(args, "--draw") ?? 1) } : undefined;
  const audit = toAuditTable(table, told, parameters);
  const { attackers, programmes, breaches } = auditSparsely(solver, audit, sample);
  const secondsOf = (from: number, to: number) => Number(((to - from) / 1000).toFixed(1));
  return {
    seed: market.seed,
    cells: answer.length,
    withheld: hidden.length,
    attackers,
    of: market.groups + 1,
    ...(sample && { draw: sample.seed }),
    programmes,
    breaches: breaches.length,
    first: breaches.slice(0, shownBreaches),
    protectSeconds: secondsOf(start, made),
    seconds: secondsOf(made, performance.now()),
  };
}
