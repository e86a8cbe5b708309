import { Decimal } from "decimal.js";
import type { CheckSeverity, Component } from "../goals/definition/definition.ts";
import { findFigureDimension, listLeaves } from "../goals/definition/dimension.ts";
import type { Bilingual } from "../indicator/index.ts";
import { type FigurePlace, figureKey } from "./place.ts";
import type { FigureRule } from "./read-figure.ts";

/** A figure of a return as it was typed and read; `value` is null where it cannot be read. */
export type GivenFigure = FigurePlace & {
  readonly raw: string;
  readonly unit: string;
  readonly value: string | null;
};
/** A figure of the period before, as it counts. */
export type EarlierFigure = FigurePlace & { readonly value: string };

/** Checks that every return goes through; those of definitions stand beside them under their own codes. */
export const generalChecks = ["empty", "unread", "place", "range", "missing", "ratio", "change"] as const;
export type GeneralCheck = (typeof generalChecks)[number];

/**
 * Something that does not hold. A hard one stops the return, a soft one asks for an explanation under its `key` and then lets
 * pass. `text` is that of a definition's check; general ones have theirs in i18n `return.check.<code>`. [RT8]
 */
export type Finding = {
  readonly key: string;
  readonly code: string;
  readonly severity: CheckSeverity;
  readonly at: FigurePlace | null;
  readonly rule?: FigureRule;
  readonly text?: Bilingual;
  readonly params: Readonly<Record<string, string>>;
};

/** A change of a component's sum against the period before, from which on a reason is asked, in percent. */
export const askedChange = 50;

/**
 * The general checks of a return, in the order of what it asks. [RT8]
 * @param asked the components of the sheet
 * @param earlier the figures of the period before, none where there was no return
 */
export function checkGenerally(
  asked: readonly Component[],
  given: readonly GivenFigure[],
  earlier: readonly EarlierFigure[],
): Finding[] {
  const typed = given.filter(({ raw }) => raw !== "");
  if (typed.length === 0) return [finding("empty", "hard", null)];
  const byCode = new Map(asked.map((component) => [component.code, component]));
  const missing = asked.filter(({ code }) => !typed.some(({ component }) => component === code));
  return [
    ...typed.flatMap((figure) => checkFigure(byCode.get(figure.component), figure)),
    ...asked.flatMap((component) => checkChange(component, typed, earlier)),
    ...(missing.length > 0
      ? [
          finding("missing", "soft", null, {
            count: String(missing.length),
            total: String(asked.length),
            codes: missing.map(({ code }) => code).join(" "),
          }),
        ]
      : []),
  ];
}

function checkFigure(component: Component | undefined, figure: GivenFigure): Finding[] {
  if (!component || !standsIn(component, figure)) return [finding("place", "hard", figure)];
  if (figure.value === null) return [finding("unread", "hard", figure)];
  const value = new Decimal(figure.value);
  const [low, high] = component.range ?? [];
  if ((low !== undefined && value.lt(low)) || (high !== undefined && value.gt(high)))
    return [finding("range", "hard", figure, { low: low ?? "", high: high ?? "", unit: component.unit })];
  // 0.35 for 35 %: possible, and more often a share in the wrong unit.
  const isSmall = component.unit === "%" && figure.unit !== "1" && value.gt(0) && value.lt(1);
  return isSmall ? [finding("ratio", "soft", figure, { value: figure.value })] : [];
}

function standsIn(component: Component, { place }: FigurePlace): boolean {
  return (
    place.length === component.dimensions.length &&
    component.dimensions.every((dimension, at) => codesOf(dimension).has(place[at] ?? ""))
  );
}

const leavesOf = new Map<string, ReadonlySet<string>>();
function codesOf(dimension: string): ReadonlySet<string> {
  const known = leavesOf.get(dimension);
  if (known) return known;
  const found = new Set(listLeaves(findFigureDimension(dimension)?.codes ?? []).map(({ code }) => code));
  leavesOf.set(dimension, found);
  return found;
}

function checkChange(
  { code }: Component,
  given: readonly GivenFigure[],
  earlier: readonly EarlierFigure[],
): Finding[] {
  const before = sumOf(earlier, code);
  const now = sumOf(given, code);
  if (!before || !now || before.eq(now)) return [];
  const percent = before.isZero() ? null : now.minus(before).div(before.abs()).times(100);
  if (percent?.abs().lte(askedChange)) return [];
  const params = {
    before: before.toFixed(),
    now: now.toFixed(),
    percent: percent?.toDecimalPlaces(1).toFixed() ?? "",
  };
  return [finding("change", "soft", { component: code, site: "", place: [] }, params)];
}

function sumOf(
  figures: readonly (FigurePlace & { readonly value: string | null })[],
  code: string,
): Decimal | null {
  const values = figures.flatMap(({ component, value }) =>
    component === code && value !== null ? [value] : [],
  );
  return values.length === 0 ? null : Decimal.sum(...values);
}

function finding(
  code: GeneralCheck,
  severity: CheckSeverity,
  at: FigurePlace | null,
  params: Readonly<Record<string, string>> = {},
): Finding {
  const place = at ? { component: at.component, site: at.site, place: at.place } : null;
  return { key: place ? `${code}:${figureKey(place)}` : code, code, severity, at: place, params };
}
