import type { Contribution } from "@lilink/engine/disclosure";
import { totalCode } from "../definition/index.ts";
import type { TableDimension } from "./plan-tables.ts";

/**
 * The trees of a table without the codes at which nobody reported. Everybody knows that those are empty, now and before:
 * their figure is 0, which neither needs protection nor gives any. [RL2]
 * @param contributions all that stand behind the table, earlier releases of it included
 * @example pruneTrees([{ id: "province", tree: { all: ["36", "51"] } }], [{ group: "g", at: ["36"], value: "1" }])
 */
export function pruneTrees(
  dimensions: readonly TableDimension[],
  contributions: readonly Contribution[],
): readonly TableDimension[] {
  return dimensions.map(({ id, tree }, axis) => {
    const reported = new Set(contributions.map(({ at }) => at[axis] ?? ""));
    const isHeld = (code: string): boolean => reported.has(code) || (tree[code] ?? []).some(isHeld);
    const kept = Object.entries(tree).flatMap(([code, parts]) => {
      const held = parts.filter(isHeld);
      return held.length > 0 || code === totalCode ? [[code, held] as const] : [];
    });
    return { id, tree: Object.fromEntries(kept) };
  });
}
