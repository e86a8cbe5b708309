import type { AuditTable } from "./audit-table.ts";
import { toRandom } from "./market-table.ts";

/** Who holds no figure; every other attacker is a group by its name. */
export const outsider = "outsider";

/** What each attacker of an audit knows of the leaves of a table, and what several know together. */
export class AuditAttackers {
  readonly names: readonly string[];
  readonly #leaves: AuditTable["leaves"];
  readonly #totals: readonly number[];
  readonly #leavesOf = new Map<string, number[]>([[outsider, []]]);
  readonly #low: Float64Array;
  readonly #high: Float64Array;

  constructor(
    leaves: AuditTable["leaves"],
    totals: readonly number[],
    sample?: { readonly groups: number; readonly seed: number },
  ) {
    this.#leaves = leaves;
    this.#totals = totals;
    for (const [leaf, sums] of leaves.entries())
      for (const group of sums.keys())
        this.#leavesOf.set(group, [...(this.#leavesOf.get(group) ?? []), leaf]);
    const random = toRandom(sample?.seed ?? 0);
    const groups = [...this.#leavesOf.keys()].filter((one) => one !== outsider);
    const drawn = sample ? groups.map((one) => [random(), one] as const).sort(([a], [b]) => a - b) : [];
    this.names = [outsider, ...(sample ? drawn.slice(0, sample.groups).map(([, one]) => one) : groups)];
    const farthest = 10 * (1 + totals.reduce((sum, one) => sum + one, 0));
    this.#low = Float64Array.from(totals, (total) => -total);
    this.#high = Float64Array.from(leaves, (sums) => (sums.size === 0 ? 0 : farthest));
  }

  groupsIn(leaf: number): Iterable<string> {
    return this.#leaves[leaf]?.keys() ?? [];
  }

  putInto(attacker: string, leaves: readonly number[]): number {
    return leaves.reduce((sum, leaf) => sum + (this.#leaves[leaf]?.get(attacker) ?? 0), 0);
  }

  /** Whether a cell is its own alone, so that it knows it anyway. */
  knows(attacker: string, leaves: readonly number[]): boolean {
    return leaves.every((leaf) => (this.#leaves[leaf]?.size ?? 0) === 0 || this.#isSole(attacker, leaf));
  }

  /** How far leaves may lie from the truth for attackers that told each other all they put in. */
  roomOf(attackers: readonly string[]): { readonly low: Float64Array; readonly high: Float64Array } {
    const [low, high] = [this.#low.slice(), this.#high.slice()];
    for (const attacker of attackers)
      for (const leaf of this.#leavesOf.get(attacker) ?? []) {
        const own = (this.#leaves[leaf]?.get(attacker) ?? 0) - (this.#totals[leaf] ?? 0);
        low[leaf] = Math.max(low[leaf] ?? 0, own);
        if (this.#isSole(attacker, leaf)) high[leaf] = 0;
      }
    return { low, high };
  }

  #isSole(attacker: string, leaf: number): boolean {
    return this.#leaves[leaf]?.size === 1 && this.#leaves[leaf]?.has(attacker) === true;
  }
}
