import { Decimal } from "decimal.js";
import { evaluateExpression } from "../definition/expression/evaluate-expression.ts";
import type { Definition } from "../definition/index.ts";
import type { GroupBook } from "./group-book.ts";
import { type MeasureNeed, needsOf, readMeasure } from "./measure-need.ts";

/** Where the middle half of an indicator's groups lies, as decimal strings, for those who filed. */
export type FigureBand = {
  readonly indicator: string;
  readonly measure: string;
  readonly unit: string;
  readonly low: string;
  readonly middle: string;
  readonly high: string;
};

/** On each side of a point and at it, so many groups as a point needs. */
const parts = 3;
const digits = 2;

/** The measures of an indicator that a group has of its own: those without shares of the whole and medians. */
export function bandedMeasures(definition: Definition) {
  return definition.measures.flatMap((measure) => {
    const expression = readMeasure(measure.expression);
    const needs = needsOf(definition, expression);
    const isOwn = needs.every(
      ({ kind, narrowed, code }) => kind !== "spread" && (narrowed.length === 0 || code),
    );
    return isOwn ? [{ ...measure, expression, needs }] : [];
  });
}

/**
 * The bands of an indicator: each point is a mean over as many groups as a cell needs, rounded outward, and absent where
 * there are fewer than three times as many or one of them rules the mean. [RL10]
 */
export function bandFigures(definition: Definition, book: GroupBook): readonly FigureBand[] {
  const constants = new Map(definition.constants.map(({ code, value }) => [code, value]));
  return bandedMeasures(definition).flatMap(({ code, unit, expression, needs }) => {
    const pair = book.pairOf(definition.indicator, code);
    const groups = new Set(needs.flatMap(({ component }) => [...book.sums(component, {}, pair).keys()]));
    const values = [...groups].flatMap((group) => {
      const figure = evaluateExpression(expression, figuresOf(book, group, pair), constants);
      return Decimal.isDecimal(figure) ? [figure] : [];
    });
    if (values.length < parts * book.least) return [];
    const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => book.middleOf(values, part));
    if (!low || !middle || !high) return [];
    return [
      {
        indicator: definition.indicator,
        measure: code,
        unit,
        low: low.toSignificantDigits(digits, Decimal.ROUND_FLOOR).toFixed(),
        middle: middle.toSignificantDigits(digits).toFixed(),
        high: high.toSignificantDigits(digits, Decimal.ROUND_CEIL).toFixed(),
      },
    ];
  });
}

/** The places at which a band needs what each group put in. */
export function placesOf({ narrowed: [dimension], code }: MeasureNeed): Readonly<Record<string, string>> {
  return dimension && code ? { [dimension]: code } : {};
}

function figuresOf(
  book: GroupBook,
  group: string,
  pair: string | null,
): Parameters<typeof evaluateExpression>[1] {
  const sumOf = (component: string, at: Readonly<Record<string, string>>) =>
    book.sums(component, at, pair).get(group) ?? null;
  return {
    sum: (component, at) => sumOf(component, at ? { [at.dimension]: at.code } : {}),
    total: (component) => sumOf(component, {}),
    parts: () => new Map(),
    groups: () => [],
    values: () => [],
    within: () => null,
    earlier: () => null,
  };
}
