import { Decimal } from "decimal.js";
import type { GoalDirection } from "../../indicator/index.ts";
import type { TargetOperator } from "../goal.ts";

/** `between` takes two values, lower first; every other operator one. Values are decimal strings. */
export type DatedTarget =
  | { readonly year: number; readonly operator: Exclude<TargetOperator, "between">; readonly value: string }
  | { readonly year: number; readonly operator: "between"; readonly value: readonly [string, string] };

/**
 * Whether a value meets a target. `=` is read with the direction: what shall rise may also lie above. [PG1]
 * @example meetsTarget("95", { year: 2025, operator: ">", value: "95" }, "increase") // false
 */
export function meetsTarget(value: string, target: DatedTarget, direction: GoalDirection): boolean {
  const reached = new Decimal(value);
  if (target.operator === "between") return reached.gte(target.value[0]) && reached.lte(target.value[1]);
  switch (target.operator) {
    case ">":
      return reached.gt(target.value);
    case ">=":
      return reached.gte(target.value);
    case "<":
      return reached.lt(target.value);
    case "<=":
      return reached.lte(target.value);
    case "=":
      if (direction === "increase") return reached.gte(target.value);
      return direction === "decrease" ? reached.lte(target.value) : reached.eq(target.value);
  }
}

/** The value that a route must come to: of a corridor the bound that lies nearer to where it started. */
export function aimOf(target: DatedTarget, start: string): string {
  if (target.operator !== "between") return target.value;
  const [low, high] = target.value;
  return new Decimal(start).gt(high) ? high : low;
}
