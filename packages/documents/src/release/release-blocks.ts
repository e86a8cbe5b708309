import { createTranslator, formatNumber, formatUnit, type Locale } from "@lilink/i18n";
import type { FigureCell } from "@lilink/model/goals/release";
import type { PaperBlock } from "../paper/paper.ts";
import {
  boundsText,
  dimensionName,
  type FigureTable,
  type FigureWords,
  figureMark,
  indicatorName,
  isTold,
  measureName,
  type NameBook,
  placeNames,
  toTables,
} from "./figure-names.ts";

/** What a paper shows of a release. */
export type ReleaseFigures = {
  readonly period: string;
  readonly figures: readonly FigureCell[];
  readonly names: NameBook;
};

type Rows = {
  readonly figures: readonly FigureCell[];
  readonly head: string;
  readonly text: (figure: FigureCell) => string;
};

const heading = (text: string): PaperBlock => ({ kind: "heading", text });
const note = (text: string): PaperBlock => ({ kind: "note", text });

/**
 * The figures of a release, indicator by indicator and table by table. What is withheld is counted under its table, and its
 * bounds are an annex. [RL14]
 */
export function releaseBlocks(release: ReleaseFigures, locale: Locale): readonly PaperBlock[] {
  const { period, figures, names } = release;
  const t = createTranslator(locale, "release");
  const words: FigureWords = {
    withheld: t("withheld"),
    absent: t("absent"),
    unstated: t("unstated"),
    total: t("total"),
  };
  const captionOf = ({ measure, dimensions }: FigureTable) => {
    const name = { measure: measureName(names, measure, locale) };
    const by = dimensions.map((one) => dimensionName(one, locale)).join(t("and"));
    const text = by ? t("by", { ...name, dimensions: by }) : t("overall", name);
    return `${text} (${formatUnit(measure.unit, locale)})`;
  };
  const tableOf = (table: FigureTable, { figures: rows, head, text }: Rows): PaperBlock => {
    const isTotal = table.dimensions.length === 0;
    const bars = head === t("file.figure") ? sharesOf(rows) : null;
    const heads = isTotal ? [t("total")] : table.dimensions.map((one) => dimensionName(one, locale));
    return {
      kind: "table",
      caption: captionOf(table),
      columns: [
        ...heads.map((one) => ({ head: one, width: "*" as const })),
        ...(bars ? [{ head: "", bar: true }] : []),
        { head, number: true },
      ],
      rows: rows.map((figure, at) => [
        ...(isTotal ? [period] : placeNames(names, figure, locale, words)),
        ...(bars ? [bars[at] ?? ""] : []),
        text(figure),
      ]),
    };
  };
  const markOf = (figure: FigureCell) => {
    const mark = figureMark(names, figure, words);
    return figure.value === null ? mark : formatNumber(mark, locale);
  };
  const toldOf = (table: FigureTable): readonly PaperBlock[] => {
    const rows = { head: t("file.figure"), text: markOf };
    if (table.figures.length === 1) return [tableOf(table, { ...rows, figures: table.figures })];
    const told = table.figures.filter(
      (figure, at) => figure.status !== "withheld" && (at === 0 || isTold(figure)),
    );
    const withheld = table.figures.filter(({ status }) => status === "withheld").length;
    const counted = t("withheldOf", { withheld, count: table.figures.length });
    if (told.length === 0) return [note(`${captionOf(table)} · ${counted}`)];
    return [tableOf(table, { ...rows, figures: told }), ...(withheld > 0 ? [note(counted)] : [])];
  };
  const boundsOf = (table: FigureTable): readonly PaperBlock[] => {
    const text = (figure: FigureCell) => boundsText(figure, locale) ?? "";
    const bounded = table.figures.filter((one) => one.status === "withheld" && text(one) !== "");
    return bounded.length === 0 ? [] : [tableOf(table, { figures: bounded, head: t("column.bounds"), text })];
  };
  const byIndicator = (blocksOf: (table: FigureTable) => readonly PaperBlock[]) =>
    [...new Set(figures.map(({ indicator }) => indicator))].flatMap((indicator) => {
      const blocks = toTables(
        figures.filter((figure) => figure.indicator === indicator),
        names,
      ).flatMap(blocksOf);
      return blocks.length === 0 ? [] : [heading(indicatorName(indicator, locale)), ...blocks];
    });
  const annex = byIndicator(boundsOf);
  return [
    note(t("lead")),
    ...byIndicator(toldOf),
    ...(annex.length === 0 ? [] : [heading(t("annex")), note(t("annexLead")), ...annex]),
  ];
}

/** Fewer figures than this are read faster than they are seen. */
const leastBars = 3;

/** The figures of a table as shares of the largest, for bars beside them; null where they are few or some are below nothing. */
function sharesOf(figures: readonly FigureCell[]): readonly string[] | null {
  const values = figures.map(({ value }) => (value === null ? null : Number(value)));
  const told = values.filter((value) => value !== null);
  const most = Math.max(...told);
  if (told.length < leastBars || most <= 0 || told.some((value) => value < 0)) return null;
  return values.map((value) => (value === null ? "" : (value / most).toFixed(4)));
}
