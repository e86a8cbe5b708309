import type { Contribution, DisclosureParameters } from "@lilink/engine/disclosure";
import { judgeCell } from "@lilink/engine/disclosure";
import type { Decimal } from "decimal.js";
import { Exact, sumOf, topOf } from "../definition/expression/spread.ts";
import { totalCode } from "../definition/index.ts";
import { answerDimension } from "./answer-names.ts";
import type { At } from "./cell-book.ts";
import { type Interval, pointAt } from "./interval.ts";
import type { TablePlan } from "./plan-tables.ts";
import { countsIn } from "./sign-reports.ts";

/** So many groups at least stand behind a figure that is no sum, whatever the parameters say. */
const fewest = 3;
const spreadDigits = 2;
const share: Interval = { low: new Exact(0), high: new Exact(1) };
const unknown: Interval = { low: null, high: null };

/**
 * How sums are shared out among groups: shares of the largest, medians and bands. It is told only where it is the sum or
 * the mean of groups that might be a cell, and rounded, so that no single group moves it; and not where the few groups
 * that changed since the last edition would show as the difference. [RL10]
 */
export class GroupBook {
  readonly #tables = new Map<string, { plan: TablePlan; contributions: readonly Contribution[] }>();
  readonly #totals = new Map<string, ReadonlyMap<string, Decimal>>();
  readonly #pairs = new Map<string, string>();
  readonly #parameters: DisclosureParameters;
  readonly #isClosed: boolean;

  /** @param changed groups whose returns differ from the last edition; null for a first one */
  constructor(parameters: DisclosureParameters, changed: number | null = null) {
    this.#parameters = parameters;
    this.#isClosed = changed !== null && changed > 0 && changed < this.least;
  }

  /** The number of groups behind a point. */
  get least(): number {
    return Math.max(fewest, this.#parameters.minContributors ?? fewest);
  }

  /** Keeps what each group put in, at every place. */
  keep(plan: TablePlan, contributions: readonly Contribution[]): void {
    this.#tables.set(plan.root, { plan, contributions });
    this.#notePairs(plan);
  }

  /** Keeps what each group put in at one place alone, all of it and what counts in each pair. */
  keepAt(plan: TablePlan, contributions: readonly Contribution[], at: At): void {
    for (const pair of [null, ...plan.pairs.map(({ key }) => key)])
      this.#totals.set(keyOf(plan.root, at, pair), sumByGroup(plan, contributions, at, pair));
    this.#notePairs(plan);
  }

  #notePairs({ pairs }: TablePlan): void {
    for (const { key, indicator, measures } of pairs)
      for (const measure of measures) this.#pairs.set(`${indicator} ${measure}`, key);
  }

  /** The pair of a measure, or null where it is made of no parts that the same bodies owe. */
  pairOf(indicator: string, measure: string): string | null {
    return this.#pairs.get(`${indicator} ${measure}`) ?? null;
  }

  /** What each group put in at a place, what counts in a pair alone where one is given; empty where nobody did, or it was not kept. */
  sums(component: string, at: At, pair: string | null = null): ReadonlyMap<string, Decimal> {
    const table = this.#tables.get(component);
    return (
      this.#totals.get(keyOf(component, at, pair)) ??
      (table ? sumByGroup(table.plan, table.contributions, at, pair) : new Map())
    );
  }

  /** The share of the largest groups in whole percent; both they and the rest must be safe to be told. */
  topShare(component: string, at: At, count: number): Interval | null {
    const sums = [...this.sums(component, at).values()].sort((a, b) => b.comparedTo(a));
    const told = topOf(sums, count);
    if (!told) return null;
    if (this.#isClosed) return share;
    const parts = [sums.slice(0, count), sums.slice(count)].filter((one) => one.length > 0);
    const isSafe = parts.every((one) => one.length >= this.least && !judgeCell(one, this.#parameters).unsafe);
    return isSafe ? pointAt(told.toDecimalPlaces(2)) : share;
  }

  /** The mean of the middle groups, to two figures. */
  median(component: string, at: At): Interval | null {
    const values = [...this.sums(component, at).values()];
    if (values.length === 0) return null;
    const middle = this.middleOf(values, 0.5);
    return middle ? pointAt(middle.toSignificantDigits(spreadDigits)) : unknown;
  }

  /** The mean of as many groups as a point needs, around a part of the ranks; null where there are too few or one rules. */
  middleOf(values: readonly Decimal[], part: number): Decimal | null {
    if (this.#isClosed) return null;
    const rising = values.toSorted((a, b) => a.comparedTo(b));
    const from = Math.round(part * rising.length - this.least / 2);
    const window = rising.slice(Math.max(0, Math.min(from, rising.length - this.least))).slice(0, this.least);
    const sizes = window.map((value) => value.abs());
    if (window.length < this.least || judgeCell(sizes, this.#parameters).unsafe) return null;
    return sumOf(window).div(window.length);
  }
}

function keyOf(component: string, at: At, pair: string | null): string {
  return `${component} ${pair ?? ""} ${JSON.stringify(Object.entries(at).sort())}`;
}

function sumByGroup(plan: TablePlan, contributions: readonly Contribution[], at: At, pair: string | null) {
  const isWithin = withinOf(plan, at);
  const answers = plan.dimensions.findIndex(({ id }) => id === answerDimension);
  const isCounted = (code = "") => pair === null || answers < 0 || countsIn(code, pair);
  const sums = new Map<string, Decimal>();
  for (const { group, at: codes, value } of contributions)
    if (isWithin(codes) && isCounted(codes[answers]))
      sums.set(group, new Exact(value).plus(sums.get(group) ?? 0));
  return sums;
}

function withinOf({ dimensions }: TablePlan, at: At): (codes: readonly string[]) => boolean {
  const wanted = dimensions.flatMap(({ id, tree }, axis) => {
    const code = at[id] ?? totalCode;
    return code === totalCode ? [] : [{ axis, codes: below(tree, code) }];
  });
  return (place) => wanted.every(({ axis, codes }) => codes.has(place[axis] ?? ""));
}

function below(tree: TablePlan["dimensions"][number]["tree"], code: string): ReadonlySet<string> {
  const codes = new Set([code]);
  for (const one of codes) for (const part of tree[one] ?? []) codes.add(part);
  return codes;
}
