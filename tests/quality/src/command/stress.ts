import { runStress, type StressCase } from "@lilink/model/supply";
import { readPart } from "./read-part.ts";

type Part = Omit<StressCase, "shocks" | "responses"> & Partial<Pick<StressCase, "shocks" | "responses">>;

/** --file F: supply and demand a week, shocks, responses and a store; the first short week and what is unmet. */
export async function run(args: readonly string[]): Promise<unknown> {
  const { shocks = [], responses = [], ...usual } = await readPart<Part>(args, "stress");
  const { firstShortWeek, unmet, share } = runStress({ ...usual, shocks, responses });
  return { firstShortWeek, unmet, share };
}
