import {
  boundsText,
  type FigureTable,
  type FigureWords,
  figureMark,
  measureName,
  type NameBook,
} from "@lilink/documents/release";
import type { Locale } from "@lilink/i18n";
import { formatQuantity, formatRange } from "@lilink/i18n";
import { answerDimension } from "@lilink/model/goals/release";
import type { Figure, Release } from "../queries.ts";

/** What a release says of one indicator: its first total, and how many figures there are in all. */
export type IndicatorRow = {
  readonly indicator: string;
  readonly total: Figure | null;
  readonly published: number;
  readonly withheld: number;
};

/**
 * The indicators of a release in the order of its tables, each with the first total of what it measures: a component of it is no
 * figure of the indicator, and an absent one is none.
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
      total: figures.find((one) => one.indicator === indicator && isTotal(one)) ?? null,
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

/** A total as one text: its figure with the unit, or what stands for it and its bounds. */
export function totalText(names: NameBook, figure: Figure, words: FigureWords, locale: Locale) {
  const mark = figureMark(names, figure, words);
  return {
    name: measureName(names, figure, locale),
    value: figure.status === "published" ? formatQuantity(mark, figure.unit, locale, "exact") : mark,
    bounds:
      figure.status === "withheld" && boundsText(figure, locale) !== null
        ? formatRange(figure.low, figure.high, figure.unit, locale)
        : null,
  };
}
