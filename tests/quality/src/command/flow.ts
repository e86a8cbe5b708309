import { readFileSync } from "node:fs";
import { isOptimalFlow, readDimacs, solveFlow } from "@lilink/engine/flow";
import { requireFlag } from "../flag.ts";

/**
 * The minimum-cost flow problem of a file in the DIMACS form. `optimal`: reduced costs and complementary slackness were
 * checked; a problem without a solution has value null and says why.
 * @example npm run quality -- flow --file FILE
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const network = readDimacs(readFileSync(requireFlag(args, "--file"), "utf8"));
  process.stderr.write(`flow: ${network.nodes} nodes, ${network.source.length} arcs\n`);
  const start = performance.now();
  const { status, value, flow, potential, pivots } = solveFlow(network);
  const ms = Number((performance.now() - start).toFixed(3));
  if (status !== "optimal") return { value: null, optimal: false, ms, pivots, status };
  return { value, optimal: isOptimalFlow(network, flow, potential), ms, pivots };
}
