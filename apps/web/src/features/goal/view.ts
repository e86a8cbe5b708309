import type { GoalItem } from "./queries.ts";

type Released = { readonly standing: Pick<GoalItem["standing"], "release" | "now" | "why"> };

/** How many goals rest on released figures, and of how many of these disclosure control withholds the figure. [ME7] */
export function countReleased(rows: readonly Released[]): {
  readonly all: number;
  readonly withheld: number;
} {
  const released = rows.filter(({ standing }) => standing.release !== null);
  const withheld = released.filter(({ standing: { now, why } }) =>
    now ? now.value === null : why === "withheld",
  );
  return { all: released.length, withheld: withheld.length };
}
