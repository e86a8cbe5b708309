import {
  boundsText,
  type FigureTable,
  type FigureWords,
  figureMark,
  measureName,
  type NameBook,
  tellingBounds,
} from "@lilink/documents/release";
import type { Locale } from "@lilink/i18n";
import { formatQuantity, formatRange } from "@lilink/i18n";
import { pickLead } from "@lilink/model/goals";
import { definedCodes } from "@lilink/model/goals/definition";
import { answerDimension } from "@lilink/model/goals/release";
import type { Figure, Release } from "../queries.ts";

/** What a release says of one indicator: its leading total, and how many figures there are in all. */
export type IndicatorRow = {
  readonly indicator: string;
  readonly total: Figure | null;
  readonly published: number;
  readonly withheld: number;
};

/**
 * The indicators of a release in the order of its tables, each with the total of the measure that leads: a component of it is no
 * figure of the indicator, and an absent one is none. [PG23]
 */
export function toIndicatorRows(
  tables: Release["tables"],
  figures: readonly Figure[],
  names: NameBook,
): readonly IndicatorRow[] {
  const isTotal = ({ indicator, measure, dimensions, status }: Figure) =>
    dimensions.length === 0 &&
    status !== "absent" &&
    names.get(indicator)?.definition?.measures.some(({ code }) => code === measure) === true;
  return [...new Set(tables.map(({ indicator }) => indicator))].map((indicator) => {
    const own = tables.filter((table) => table.indicator === indicator);
    return {
      indicator,
      total:
        pickLead(
          indicator,
          figures.filter((one) => one.indicator === indicator && isTotal(one)),
        ) ?? null,
      published: own.reduce((sum, one) => sum + one.published, 0),
      withheld: own.reduce((sum, one) => sum + one.withheld, 0),
    };
  });
}

/** How many figures of a release its reader sees, and how many more it has that are open to others. [RL8] */
export function countOpen({ tables, report }: Pick<Release, "tables" | "report">): {
  readonly published: number;
  readonly withheld: number;
  readonly others: number;
} {
  const sum = (kind: "published" | "withheld") => tables.reduce((all, one) => all + one[kind], 0);
  const open = { published: sum("published"), withheld: sum("withheld") };
  const all = report ? report.published + report.withheld : 0;
  return { ...open, others: Math.max(0, all - open.published - open.withheld) };
}

/** What is read of an indicator, apart from what only serves to compute its ratios again. [RL8] */
export function partTables(tables: readonly FigureTable[]): {
  readonly read: readonly FigureTable[];
  readonly again: readonly FigureTable[];
} {
  const serves = ({ dimensions }: FigureTable) => dimensions.includes(answerDimension);
  return { read: tables.filter((one) => !serves(one)), again: tables.filter(serves) };
}

type Coded = { readonly code: string; readonly parts?: readonly Coded[] | undefined };

/** The classes that a code is a part of. */
function classesOf(codes: readonly Coded[], code: string, above: readonly string[] = []): readonly string[] {
  return codes.flatMap((one) =>
    one.code === code ? above : classesOf(one.parts ?? [], code, [...above, one.code]),
  );
}

/** Without rows that only repeat the figure of the class that they are a part of: of ternary that is all NCM, ternary stands. */
export function withoutRepeats(names: NameBook, figures: readonly Figure[]): readonly Figure[] {
  const keyOf = (place: readonly string[], value: string | null) => `${place.join(" ")} ${value}`;
  const told = new Set(figures.map(({ place, value }) => keyOf(place, value)));
  return figures.filter(({ indicator, dimensions, place, value, status }) => {
    if (status !== "published") return true;
    const terms = names.get(indicator)?.definition?.terms ?? [];
    return !dimensions.some((dimension, at) =>
      classesOf(definedCodes({ terms }, dimension), place[at] ?? "").some((code) =>
        told.has(keyOf(place.with(at, code), value)),
      ),
    );
  });
}

/** English has no ten thousands of yuan: such figures are told in yuan, in tables as in totals. */
export function inYuan(figure: Figure, locale: Locale): Figure {
  if (locale !== "en" || figure.unit !== "10k CNY") return figure;
  const yuan = (value: string) => String(Math.round(Number(value) * 1e6) / 100);
  const bound = (value: string | null) => (value === null ? null : yuan(value));
  if (figure.status === "published") return { ...figure, unit: "CNY", value: yuan(figure.value) };
  if (figure.status === "withheld")
    return { ...figure, unit: "CNY", low: bound(figure.low), high: bound(figure.high) };
  return { ...figure, unit: "CNY" };
}

/** A total as one text: its figure with the unit, or what stands for it and its bounds. */
export function totalText(names: NameBook, figure: Figure, words: FigureWords, locale: Locale) {
  const mark = figureMark(names, figure, words);
  const telling = tellingBounds(figure);
  return {
    name: measureName(names, figure, locale),
    value: figure.status === "published" ? formatQuantity(mark, figure.unit, locale, "exact") : mark,
    bounds:
      figure.status === "withheld" && boundsText(figure, locale) !== null
        ? formatRange(telling.low, telling.high, figure.unit, locale)
        : null,
  };
}
