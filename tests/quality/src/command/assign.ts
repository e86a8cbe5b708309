import { readFileSync } from "node:fs";
import { isOptimalAssignment, readAssignment, solveAssignment } from "@lilink/engine/flow";
import { requireFlag } from "../flag.ts";

/**
 * The assignment problem of a file in the OR-Library's form. `optimal`: reduced costs and slackness were checked.
 * @example npm run quality -- assign --file FILE
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const table = readAssignment(readFileSync(requireFlag(args, "--file"), "utf8"));
  process.stderr.write(`assign: ${table.size} x ${table.size}\n`);
  const start = performance.now();
  const assignment = solveAssignment(table);
  const ms = Number((performance.now() - start).toFixed(3));
  return { value: assignment.value, optimal: isOptimalAssignment(table, assignment), ms };
}
