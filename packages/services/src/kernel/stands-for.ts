import type { Machine } from "@lilink/model/state";
import { inArray, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** Whether a row stands where a step may be taken: the condition of the one update that takes it. */
export function standsFor<T extends string>(
  state: AnyPgColumn,
  { steps }: Pick<Machine<string, T>, "steps">,
  step: T,
): SQL {
  return inArray(state, [...steps[step].from]);
}
