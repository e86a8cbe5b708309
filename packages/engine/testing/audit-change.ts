import type { Contribution, Release } from "../src/disclosure/index.ts";
import type { Solver } from "../src/optimise/highs.ts";

/** A release and the one after it, of one table of a single hierarchy with a total and its parts alone. */
export type ChangedTable = {
  readonly parts: readonly string[];
  readonly minContributors: number;
  readonly states: readonly { readonly contributions: readonly Contribution[]; readonly release: Release }[];
};

/**
 * Every change between two releases that fewer groups than the minimum are behind and that an attacker works out all the
 * same: smallest and largest change over all pairs of tables that fit both, by linear programmes written out anew.
 */
export function auditChange(
  highs: Solver,
  { parts, minContributors, states }: ChangedTable,
): readonly string[] {
  const sumsOf = (state: number, places: readonly string[]) => {
    const sums = new Map<string, number>();
    for (const { group, at, value } of states[state]?.contributions ?? [])
      if (places.includes(at[0] ?? "")) sums.set(group, (sums.get(group) ?? 0) + Number(value));
    return sums;
  };
  const changedIn = (places: readonly string[]) => {
    const [then, now] = [sumsOf(0, places), sumsOf(1, places)];
    return [...new Set([...then.keys(), ...now.keys()])].filter(
      (group) => then.get(group) !== now.get(group),
    );
  };
  const cells = [["all", parts] as const, ...parts.map((part) => [part, [part]] as const)];
  const groups = new Set(states.flatMap(({ contributions }) => contributions.map(({ group }) => group)));
  const rows = states.flatMap(({ release }, state) =>
    release.cells.flatMap((cell) => {
      const places = cells.find(([code]) => code === cell.at[0])?.[1] ?? [];
      return cell.status === "published"
        ? [` r${state}_${cell.at[0]}: ${sumOf(state, places)} = ${cell.value}`]
        : [];
    }),
  );
  const still = parts.flatMap((part) =>
    changedIn([part]).length === 0 ? [` s_${part}: x0_${part} - x1_${part} = 0`] : [],
  );
  const faults: string[] = [];
  for (const attacker of [null, ...groups]) {
    const bounds = parts.flatMap((part) =>
      states.map((_, state) => {
        const sums = sumsOf(state, [part]);
        if (sums.size === 0) return ` x${state}_${part} = 0`;
        return ` ${(attacker === null ? 0 : sums.get(attacker)) ?? 0} <= x${state}_${part} <= 1e7`;
      }),
    );
    for (const [code, places] of cells) {
      const changed = changedIn(places);
      if (changed.length === 0 || changed.length >= minContributors) continue;
      if (changed.length === 1 && changed[0] === attacker) continue;
      const objective = ` obj: ${sumOf(1, places)} - ${sumOf(0, places).replaceAll("+", "-")}`;
      const [least, most] = ["Minimize", "Maximize"].map(
        (sense) =>
          highs.solve(
            [sense, objective, "Subject To", ...rows, ...still, "Bounds", ...bounds, "End"].join("\n"),
          ).ObjectiveValue,
      );
      if ((most ?? 0) - (least ?? 0) < 1e-6)
        faults.push(`${code} changed by ${least}, to ${attacker ?? "an outsider"}`);
    }
  }
  return faults;
}

function sumOf(state: number, places: readonly string[]): string {
  return places.map((part) => `x${state}_${part}`).join(" + ");
}
