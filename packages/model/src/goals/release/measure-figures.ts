import { Decimal } from "decimal.js";
import type { Expression } from "../definition/expression/expression.ts";
import { concentrationOf, largestOf } from "../definition/expression/spread.ts";
import {
  type Component,
  type Definition,
  findFigureDimension,
  measureBreakdowns,
} from "../definition/index.ts";
import type { At, CellBook } from "./cell-book.ts";
import type { FigureCell } from "./figure.ts";
import {
  combineIntervals,
  type Interval,
  narrow,
  negate,
  pointAt,
  toFigureAnswer,
  toInterval,
  toPoint,
} from "./interval.ts";
import { needsOf, readMeasure, wordOf } from "./measure-need.ts";
import { isRatio } from "./pair-parts.ts";
import { isFinestCode } from "./plan-tables.ts";
import { possibleRange } from "./possible-range.ts";

/** How a sum is shared out among its groups, where it may be told; null where nobody reported. */
export type Spread = (name: string, component: string, at: At, count: number) => Interval | null;

const share: Interval = { low: new Decimal(0), high: new Decimal(1) };

/**
 * The measures of an indicator at every place of its breakdowns, from the sums that a reader of the release sees: a figure
 * where all of them are published, else bounds by interval arithmetic, rounded outward, within what the measure can be. A
 * ratio is made of those who reported all its parts, and absent where nobody did. [RL7], [RL15]
 * @param components all that are in force, by code
 */
export function measureFigures(
  definition: Definition,
  components: ReadonlyMap<string, Component>,
  book: CellBook,
  spread: Spread,
): readonly FigureCell[] {
  return definition.measures.flatMap((measure) => {
    const { code, unit } = measure;
    const expression = readMeasure(measure.expression);
    const needs = needsOf(definition, expression);
    const pair = book.pairOf(definition.indicator, code);
    const range = possibleRange(definition, measure, components);
    if (needs.some(({ component, kind }) => kind !== "spread" && !book.has(component))) return [];
    return measureBreakdowns(definition, measure, components).flatMap((breakdown) =>
      listPlaces(book, needs, breakdown.toSorted()).map((at) => {
        const dimensions = Object.keys(at);
        const looked = { definition, book, spread, at, pair, isRatio: isRatio(expression) };
        const interval = evaluate(expression, looked);
        return {
          indicator: definition.indicator,
          measure: code,
          unit,
          dimensions,
          place: Object.values(at),
          ...toFigureAnswer(interval && narrow(interval, range)),
        };
      }),
    );
  });
}

type Looked = {
  readonly definition: Definition;
  readonly book: CellBook;
  readonly spread: Spread;
  readonly at: At;
  /** Whose sums count, where the measure is made of parts that the same bodies owe. */
  readonly pair: string | null;
  readonly isRatio: boolean;
};

function listPlaces(
  book: CellBook,
  needs: ReturnType<typeof needsOf>,
  breakdown: readonly string[],
): readonly At[] {
  if (breakdown.length === 0) return [{}];
  const places = new Map<string, At>();
  for (const { component, narrowed, kind } of needs) {
    if (kind !== "sum") continue;
    for (const { at } of book.list(component, [...new Set([...breakdown, ...narrowed])])) {
      const place = Object.fromEntries(breakdown.map((id) => [id, at[id] ?? ""]));
      places.set(Object.values(place).join(), place);
    }
  }
  return [...places.values()];
}

function evaluate(expression: Expression, looked: Looked): Interval | null {
  switch (expression.kind) {
    case "number":
      return pointAt(expression.text);
    case "name": {
      const constant = looked.definition.constants.find(({ code }) => code === expression.name);
      return constant ? pointAt(constant.value) : sumAt(looked, expression.name, looked.at);
    }
    case "unary": {
      const value = evaluate(expression.of, looked);
      return value && negate(value);
    }
    case "binary": {
      const { operator } = expression;
      const left = evaluate(expression.left, looked);
      const right = evaluate(expression.right, looked);
      if (operator !== "+" && operator !== "-" && operator !== "*" && operator !== "/") return null;
      return left && right && combineIntervals(operator, left, right);
    }
    case "call":
      return callAt(expression, looked);
  }
}

function callAt({ name, of }: Extract<Expression, { kind: "call" }>, looked: Looked): Interval | null {
  const { at, spread } = looked;
  const [component, second, third] = [wordOf(of[0]), wordOf(of[1]), wordOf(of[2])];
  const narrowed = { ...at, [second]: third };
  switch (name) {
    case "at":
      // Nobody reported at the code, but somebody beside it: that is nothing, not unknown ([DF4]).
      return sumAt(looked, component, at) && sumAt({ ...looked, isRatio: false }, component, narrowed);
    case "total":
      return sumAt(looked, component, ofOrganization(at));
    case "hhi":
      return overParts(looked, component, second, (parts) => concentrationOf(parts, third));
    case "max_share":
      return overParts(looked, component, second, (parts) => largestOf(parts, third));
    case "top_share":
    case "median":
      return spread(name, component, at, Number(second));
    default:
      return null;
  }
}

function sumAt({ book, pair, isRatio: needsReport }: Looked, component: string, at: At): Interval | null {
  const told = book.find(component, at, pair);
  return told && (told.isReported || !needsReport) ? told.sum : null;
}

/** A function of the finest parts of a sum: where one of them is withheld it is some share of one. */
function overParts(
  { book, at }: Looked,
  component: string,
  dimension: string,
  of: (parts: ReadonlyMap<string, Decimal>) => Decimal | null,
): Interval | null {
  const parts = new Map<string, Decimal>();
  for (const cell of book.list(component, [...new Set([...Object.keys(at), dimension])])) {
    const code = cell.at[dimension] ?? "";
    const isHere = Object.entries(at).every(([id, wanted]) => id === dimension || cell.at[id] === wanted);
    if (!isHere || !isFinestCode(dimension, code)) continue;
    const interval = toInterval(cell.answer);
    const value = interval && toPoint(interval);
    if (!value) return share;
    parts.set(code, value);
  }
  const value = of(parts);
  return value && pointAt(value);
}

function ofOrganization(at: At): At {
  return Object.fromEntries(
    Object.entries(at).filter(([id]) => findFigureDimension(id)?.source === "organization"),
  );
}
