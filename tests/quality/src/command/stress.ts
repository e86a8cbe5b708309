import { runStress, type StressCase } from "@lilink/model/supply";
import { readPart } from "./read-part.ts";

/** --file F: supply and demand a week, shocks, responses and a store; the first short week and what is unmet. */
export async function run(args: readonly string[]): Promise<unknown> {
  const { firstShortWeek, unmet, share } = runStress({
    shocks: [],
    responses: [],
    ...(await readPart<StressCase>(args, "stress")),
  });
  return { firstShortWeek, unmet, share };
}
