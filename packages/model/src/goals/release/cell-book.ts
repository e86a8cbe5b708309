import type { ReleasedCell } from "@lilink/engine/disclosure";
import { answerDimension } from "./answer-names.ts";
import type { FigureAnswer } from "./figure.ts";
import { combineIntervals, type Interval, narrow, pointAt, toInterval } from "./interval.ts";
import type { TablePlan } from "./plan-tables.ts";
import { countsIn } from "./sign-reports.ts";
import { cellKey } from "./sum-cells.ts";
import { toAnswer, toPlace } from "./to-figures.ts";

/** A code for each dimension that is looked at; the others stand at their totals. */
export type At = Readonly<Record<string, string>>;

/** A sum as it is told, and whether anybody reported there: nought of nobody is no figure of a ratio. */
export type Told = { readonly sum: Interval; readonly isReported: boolean };

type BookCell = { readonly at: At; readonly answer: FigureAnswer; readonly isReported: boolean };
type BookTable = {
  readonly plan: Pick<TablePlan, "breakdowns" | "basis">;
  /** The codes of answers that occur; none where everybody counts in every ratio. */
  readonly answers: readonly string[];
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, BookCell>>;
};

/** The protected cells of all components of a release, as measures look them up. */
export class CellBook {
  readonly #tables = new Map<string, BookTable>();
  readonly #pairs = new Map<string, string>();
  readonly #byPartsAlone: boolean;

  /** @param byPartsAlone bounds what counts in a pair by its parts alone, as releases did before 30 November 2026 */
  constructor(byPartsAlone = false) {
    this.#byPartsAlone = byPartsAlone;
  }

  /**
   * Takes in a protected table for each of its components.
   * @param reported keys (`cellKey`) of the cells in which somebody reported
   */
  add(
    plan: Pick<TablePlan, "dimensions" | "members" | "breakdowns" | "basis" | "pairs">,
    cells: readonly ReleasedCell[],
    reported: { has(key: string): boolean },
  ): void {
    const answers = plan.dimensions.find(({ id }) => id === answerDimension)?.tree.all ?? [];
    for (const { key, indicator, measures } of plan.pairs)
      for (const measure of measures) this.#pairs.set(`${indicator} ${measure}`, key);
    for (const { component, factor } of plan.members) {
      const table = new Map<string, Map<string, BookCell>>();
      this.#tables.set(component.code, { plan, answers, cells: table });
      for (const cell of cells) {
        const { dimensions, place } = toPlace(plan, cell.at);
        const at = Object.fromEntries(dimensions.map((id, axis) => [id, place[axis] ?? ""]));
        const found = table.get(dimensions.join()) ?? new Map();
        const isReported = reported.has(cellKey(cell.at));
        table.set(
          dimensions.join(),
          found.set(place.join(), { at, answer: toAnswer(cell, factor), isReported }),
        );
      }
    }
  }

  has(component: string): boolean {
    return this.#tables.has(component);
  }

  /** The pair of a measure, or null where it is made of no parts that the same bodies owe. */
  pairOf(indicator: string, measure: string): string | null {
    return this.#pairs.get(`${indicator} ${measure}`) ?? null;
  }

  /** Every cell broken down by exactly these dimensions. */
  list(component: string, dimensions: readonly string[]): readonly BookCell[] {
    const found = this.#tables.get(component)?.cells.get(dimensions.toSorted().join());
    return [...(found?.values() ?? [])];
  }

  /**
   * The sum at a place, of those alone who count in a pair where one is given; null where the component is not broken down so.
   * It is bounded from both sides as any reader may bound it: by the parts that count, and by the whole without those that do
   * not. What the exchange counts of itself leaves nothing out.
   */
  find(component: string, at: At, pair: string | null = null): Told | null {
    const table = this.#tables.get(component);
    if (!table) return null;
    if (pair === null || table.answers.length === 0) return lookUp(table, at);
    const addUp = (codes: readonly string[]) =>
      codes.reduce<Told | null>((sum, code) => join(sum, lookUp(table, { ...at, [answerDimension]: code })), {
        sum: pointAt(0),
        isReported: false,
      });
    const counted = addUp(table.answers.filter((code) => countsIn(code, pair)));
    if (this.#byPartsAlone) return counted;
    const left = addUp(table.answers.filter((code) => !countsIn(code, pair)));
    const whole = lookUp(table, at);
    const rest = whole && left && combineIntervals("-", whole.sum, left.sum);
    return counted && rest ? { ...counted, sum: narrow(counted.sum, rest) } : counted;
  }
}

function join(one: Told | null, other: Told | null): Told | null {
  const sum = one && other && combineIntervals("+", one.sum, other.sum);
  return sum && { sum, isReported: one.isReported || other.isReported };
}

function lookUp({ plan, cells }: BookTable, at: At): Told | null {
  const ids = Object.keys(at).sort();
  const found = cells.get(ids.join())?.get(ids.map((id) => at[id]).join());
  const isCounted = plan.basis === "platform";
  const sum = found && toInterval(found.answer);
  if (sum) return { sum, isReported: found.isReported || isCounted };
  // Nobody reported there, but somebody elsewhere: that is nothing, not unknown.
  const isTabulated = plan.breakdowns.some((one) => ids.every((id) => one.includes(id)));
  return isTabulated ? { sum: pointAt(0), isReported: isCounted } : null;
}
