import { createTranslator, formatDate, formatNumber, formatUnit, type Locale } from "@lilink/i18n";
import type { FigureCell } from "@lilink/model/goals/release";
import type { PaperBlock } from "../paper/paper.ts";
import { renderPaper } from "../paper/render-paper.ts";
import { sampleLine } from "../sample/sample-line.ts";
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

/** A frozen release with its figures in their one order and the names of what they show. */
export type ReleaseData = {
  readonly period: string;
  readonly edition: number;
  readonly frozenAt: Date;
  /** Made of what invented bodies filed. */
  readonly sample?: boolean;
  readonly figures: readonly FigureCell[];
  readonly names: NameBook;
};

/** A release as PDF in a language: the figures of its page, table by table; what is withheld is counted there, and its bounds are an annex. [RL8] */
export function renderRelease(data: ReleaseData, locale: Locale): Promise<Uint8Array> {
  const t = createTranslator(locale, "release");
  const paper = createTranslator(locale, "meeting.paper");
  const { period, edition, frozenAt, figures, names } = data;
  const words: FigureWords = {
    withheld: t("withheld"),
    absent: t("absent"),
    unstated: t("unstated"),
    total: t("total"),
  };
  const title = t("name", { period, edition });
  const indicators = [...new Set(figures.map(({ indicator }) => indicator))].map((indicator) => ({
    indicator,
    tables: toTables(figures.filter((figure) => figure.indicator === indicator)),
  }));
  const placesOf = ({ dimensions }: FigureTable, figure: FigureCell) =>
    dimensions.length === 0 ? [period] : placeNames(names, figure, locale, words);
  const captionOf = ({ measure, dimensions }: FigureTable) => {
    const name = { measure: measureName(names, measure, locale) };
    const by = dimensions.map((one) => dimensionName(one, locale)).join(t("and"));
    const text = by ? t("by", { ...name, dimensions: by }) : t("overall", name);
    return `${text} (${formatUnit(measure.unit, locale)})`;
  };
  const toBlock = (
    table: FigureTable,
    rows: readonly FigureCell[],
    head: string,
    text: (figure: FigureCell) => string,
  ): PaperBlock => ({
    kind: "table",
    caption: captionOf(table),
    columns: [
      ...(table.dimensions.length === 0
        ? [{ head: t("total"), width: "*" as const }]
        : table.dimensions.map((one) => ({ head: dimensionName(one, locale), width: "*" as const }))),
      { head, number: true },
    ],
    rows: rows.map((figure) => [...placesOf(table, figure), text(figure)]),
  });
  const figureText = (figure: FigureCell) => {
    const mark = figureMark(names, figure, words);
    return figure.value === null ? mark : formatNumber(mark, locale);
  };
  const isBounded = (figure: FigureCell) =>
    figure.status === "withheld" && boundsText(figure, locale) !== null;
  const annex = indicators.flatMap(({ indicator, tables }) => {
    const own = tables.filter((table) => table.figures.some(isBounded));
    return own.flatMap((table, at): readonly PaperBlock[] => [
      ...(at === 0 ? [{ kind: "heading", text: indicatorName(indicator, locale) } as const] : []),
      toBlock(
        table,
        table.figures.filter(isBounded),
        t("column.bounds"),
        (figure) => boundsText(figure, locale) ?? "",
      ),
    ]);
  });
  return renderPaper({
    title,
    subtitle: t("frozenOn", { date: formatDate(frozenAt, locale, "time") }),
    language: locale,
    madeAt: frozenAt,
    footer: title,
    page: (page, pages) => paper("pageOf", { page, pages }),
    ...(data.sample ? { warning: sampleLine(locale) } : {}),
    blocks: [
      { kind: "note", text: t("lead") },
      ...indicators.flatMap(({ indicator, tables }) =>
        tables.flatMap((table, at): readonly PaperBlock[] => {
          const withheld = table.figures.filter(({ status }) => status === "withheld").length;
          const told = table.figures.filter(
            (figure, place) => figure.status !== "withheld" && (place === 0 || isTold(figure)),
          );
          const single = table.figures.length === 1;
          const shown = single ? table.figures : told;
          const count = t("withheldOf", { withheld, count: table.figures.length });
          return [
            ...(at === 0 ? [{ kind: "heading", text: indicatorName(indicator, locale) } as const] : []),
            ...(shown.length > 0 ? [toBlock(table, shown, t("file.figure"), figureText)] : []),
            ...(withheld > 0 && !single
              ? [{ kind: "note", text: shown.length > 0 ? count : `${captionOf(table)} · ${count}` } as const]
              : []),
          ];
        }),
      ),
      ...(annex.length > 0
        ? [{ kind: "heading", text: t("annex") } as const, { kind: "note", text: t("annexLead") } as const]
        : []),
      ...annex,
    ],
  });
}
