import type { ReleasedCell } from "../disclosure/release.ts";
import type { FigureAnswer } from "./figure.ts";
import type { TablePlan } from "./plan-tables.ts";
import { toAnswer, toPlace } from "./to-figures.ts";

/** A code for each dimension that is looked at; the others stand at their totals. */
export type At = Readonly<Record<string, string>>;

/** The protected cells of all components of a release, as measures look them up. */
export class CellBook {
  readonly #tables = new Map<string, Map<string, Map<string, { at: At; answer: FigureAnswer }>>>();
  readonly #breakdowns = new Map<string, readonly (readonly string[])[]>();

  /** Takes in a protected table for each of its components. */
  add(plan: Pick<TablePlan, "dimensions" | "members" | "breakdowns">, cells: readonly ReleasedCell[]): void {
    for (const { component, factor } of plan.members) {
      this.#breakdowns.set(component.code, plan.breakdowns);
      const table = new Map<string, Map<string, { at: At; answer: FigureAnswer }>>();
      this.#tables.set(component.code, table);
      for (const cell of cells) {
        const { dimensions, place } = toPlace(plan, cell.at);
        const at = Object.fromEntries(dimensions.map((id, axis) => [id, place[axis] ?? ""]));
        const key = dimensions.join();
        const found = table.get(key) ?? new Map();
        table.set(key, found.set(place.join(), { at, answer: toAnswer(cell, factor) }));
      }
    }
  }

  has(component: string): boolean {
    return this.#tables.has(component);
  }

  /** Every cell broken down by exactly these dimensions. */
  list(component: string, dimensions: readonly string[]): readonly { at: At; answer: FigureAnswer }[] {
    const found = this.#tables.get(component)?.get(dimensions.toSorted().join());
    return [...(found?.values() ?? [])];
  }

  /** The answer at a place; null where the component is not broken down so. */
  find(component: string, at: At): FigureAnswer | null {
    const ids = Object.keys(at).sort();
    const place = ids.map((id) => at[id]).join();
    const found = this.#tables.get(component)?.get(ids.join())?.get(place)?.answer;
    if (found) return found;
    const isTabulated = this.#breakdowns.get(component)?.some((one) => ids.every((id) => one.includes(id)));
    // Nobody reported there, but somebody elsewhere: that is nothing, not unknown.
    return isTabulated ? { status: "published", value: "0", low: null, high: null } : null;
  }
}
