import { formatNumber, type Locale } from "@lilink/i18n";
import { type Bilingual, findIndicator } from "@lilink/model/goals";
import {
  type Component,
  type Definition,
  decimalsOf,
  findCodeName,
  findFigureDimension,
  printFigure,
} from "@lilink/model/goals/definition";
import {
  answerCodeName,
  answerDimension,
  answerDimensionName,
  type FigureCell as Figure,
} from "@lilink/model/goals/release";
import type { CsvCell } from "../csv/to-csv.ts";
import type { Sheet } from "../workbook/sheet.ts";

/** The data call the paper the seed; a reader knows it as the paper. */
const inLocale = (text: Bilingual, locale: Locale) =>
  locale === "en" ? text.en.replaceAll(/\bseed\b/g, "paper") : text.zh;

/** By indicator, the definition that its figures were made by, and components of others that it names. */
export type NameBook = ReadonlyMap<
  string,
  {
    readonly definition: Definition | null;
    readonly usable: readonly { readonly component: Component }[];
  }
>;

/** Words that no definition has. */
export type FigureWords = {
  readonly withheld: string;
  readonly absent: string;
  /** Where whoever reported has no code for a dimension. */
  readonly unstated: string;
  readonly total: string;
};

/** What a reader sees of a figure: its value in the decimals of its definition, the one mark, or that there is none. [RL8] */
export function figureMark(book: NameBook, figure: Figure, words: FigureWords): string {
  if (figure.value !== null) return printFigure(figure.value, decimalsIn(book, figure));
  return figure.status === "withheld" ? words.withheld : words.absent;
}

/** In how many decimals a figure is printed. [DF10] */
export function decimalsIn(book: NameBook, figure: Figure): number {
  return decimalsOf(findMeasure(book, figure) ?? figure);
}

type Bounded = Pick<Figure, "low" | "high"> & { readonly unit?: string };

/** The bounds that tell something: that a share is below 250 % does not. */
export function tellingBounds({ low, high, unit }: Bounded): Pick<Figure, "low" | "high"> {
  return { low, high: unit === "%" && high !== null && Number(high) > 100 ? null : high };
}

/** The safe bounds of a withheld figure in words, or none: that it is not below 0, or a share at most 100 %, says nothing. */
export function boundsText(figure: Bounded, locale: Locale): string | null {
  const { low, high } = tellingBounds(figure);
  const print = (bound: string) => formatNumber(bound, locale, "exact");
  if (figure.unit === "%" && Number(low ?? 0) <= 0 && (high === null || Number(high) === 100)) return null;
  if (low !== null && high !== null) return `${print(low)}–${print(high)}`;
  if (low !== null) return Number(low) > 0 ? `≥ ${print(low)}` : null;
  return high === null ? null : `≤ ${print(high)}`;
}

/** An indicator with its number. @example indicatorName("RES-01", "en") // "RES-01 Domestic lithium raw-material supply" */
export function indicatorName(indicator: string, locale: Locale): string {
  const found = findIndicator(indicator);
  return found ? `${indicator} ${inLocale(found.name, locale)}` : indicator;
}

export function measureName(book: NameBook, figure: Figure, locale: Locale): string {
  const found = findMeasure(book, figure);
  return found ? inLocale(found.name, locale) : figure.measure;
}

function findMeasure(book: NameBook, { indicator, measure }: Figure) {
  const { definition, usable = [] } = book.get(indicator) ?? {};
  const known = [...(definition?.measures ?? []), ...(definition?.components ?? [])];
  return [...known, ...usable.map(({ component }) => component)].find(({ code }) => code === measure);
}

export function dimensionName(dimension: string, locale: Locale): string {
  const name = dimension === answerDimension ? answerDimensionName : findFigureDimension(dimension)?.name;
  return name ? inLocale(name, locale) : dimension;
}

/** The names of a figure's codes, in the order of its dimensions. */
export function placeNames(
  book: NameBook,
  { indicator, dimensions, place }: Figure,
  locale: Locale,
  words: FigureWords,
): readonly string[] {
  const terms = book.get(indicator)?.definition?.terms ?? [];
  return dimensions.map((dimension, at) => {
    const code = place[at] ?? "";
    const name =
      dimension === answerDimension ? answerCodeName(code) : findCodeName({ terms }, dimension, code);
    if (name) return inLocale(name, locale);
    return code === "unstated" ? words.unstated : code;
  });
}

export type FigureTable = {
  readonly key: string;
  readonly measure: Figure;
  readonly dimensions: readonly string[];
  readonly figures: readonly Figure[];
};

/**
 * The figures of one indicator, a table for each measure and breakdown, in their order. What would stand twice under one name,
 * as a measure and as the component that it is made of, stands once.
 */
export function toTables(figures: readonly Figure[], book: NameBook): readonly FigureTable[] {
  const tables = new Map<string, FigureTable & { figures: Figure[] }>();
  for (const figure of figures) {
    const key = [figure.measure, ...figure.dimensions].join(" ");
    const table = tables.get(key) ?? { key, measure: figure, dimensions: figure.dimensions, figures: [] };
    table.figures.push(figure);
    tables.set(key, table);
  }
  const seen = new Set<string>();
  return [...tables.values()].filter((table) => {
    const face = faceOf(table, book);
    if (seen.has(face)) return false;
    seen.add(face);
    return true;
  });
}

/** All that a reader sees of a table, as one text. */
function faceOf({ measure, dimensions, figures }: FigureTable, book: NameBook): string {
  const rows = figures.map(({ place, status, value, low, high }) => [place, status, value, low, high]);
  const name = findMeasure(book, measure)?.name ?? measure.measure;
  return JSON.stringify([name, measure.unit, dimensions, rows]);
}

/** A place at which nobody reported says no more than its absence; the first row stays in any case. */
export function isTold({ status, value }: Figure): boolean {
  return status === "withheld" || (value !== null && Number(value) !== 0);
}

export const fileColumns = [
  "indicator",
  "measure",
  "name",
  "unit",
  "period",
  "edition",
  "by",
  "codes",
  "place",
  "figure",
  "low",
  "high",
] as const;

/** One row of a file: what the page shows, with the codes beside the names. */
export function toFileRow(
  book: NameBook,
  figure: Figure,
  { period, edition }: { readonly period: string; readonly edition: number },
  locale: Locale,
  words: FigureWords,
): readonly CsvCell[] {
  const names = placeNames(book, figure, locale, words);
  return [
    figure.indicator,
    figure.measure,
    measureName(book, figure, locale),
    figure.unit,
    period,
    edition,
    figure.dimensions.map((one) => dimensionName(one, locale)).join(" × "),
    figure.place.join(" × "),
    names.length === 0 ? words.total : names.join(" × "),
    figureMark(book, figure, words),
    figure.low,
    figure.high,
  ];
}

const numbers: readonly string[] = ["edition", "figure", "low", "high"];
const widths: Readonly<Record<string, number>> = { name: 36, place: 28, codes: 20, by: 20, unit: 14 };

/** Figures as a sheet: numbers are numbers, in the decimals of their definition; the mark is a text. [RL8] */
export function toFigureSheet(
  name: string,
  head: readonly string[],
  book: NameBook,
  rows: readonly (readonly [figure: Figure, row: readonly CsvCell[]])[],
): Sheet {
  const at = fileColumns.indexOf("figure");
  return {
    name,
    columns: fileColumns.map((column, place) => ({
      header: head[place] ?? column,
      kind: column === "edition" ? "integer" : numbers.includes(column) ? "decimal" : "text",
      width: widths[column] ?? 12,
      ...(widths[column] ? { wrap: true } : {}),
    })),
    rows: rows.map(([figure, row]) =>
      row.map((cell, place) => {
        const value = cell === null ? null : String(cell);
        if (place !== at) return value;
        return { value, look: "plain" as const, decimals: decimalsIn(book, figure) };
      }),
    ),
  };
}
