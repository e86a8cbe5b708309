import { createTranslator, formatDate, formatNumber, formatUnit, type Locale } from "@lilink/i18n";
import type { FigureCell } from "@lilink/model/goals/release";
import type { PaperBlock } from "../paper/paper.ts";
import { renderPaper } from "../paper/render-paper.ts";
import {
  boundsText,
  dimensionName,
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
  readonly figures: readonly FigureCell[];
  readonly names: NameBook;
};

/** A release as PDF in a language: the rows of its page, table by table, with the same marks and digits. [RL8] */
export function renderRelease(data: ReleaseData, locale: Locale): Promise<Uint8Array> {
  const t = createTranslator(locale, "release");
  const paper = createTranslator(locale, "meeting.paper");
  const { period, edition, frozenAt, figures } = data;
  const words: FigureWords = {
    withheld: t("withheld"),
    absent: "",
    unstated: t("unstated"),
    total: t("total"),
  };
  const title = t("name", { period, edition });
  const indicators = [...new Set(figures.map(({ indicator }) => indicator))];
  return renderPaper({
    title,
    subtitle: t("frozenOn", { date: formatDate(frozenAt, locale, "time") }),
    language: locale,
    madeAt: frozenAt,
    footer: title,
    page: (page, pages) => paper("pageOf", { page, pages }),
    blocks: [
      { kind: "note", text: t("lead") },
      ...indicators.flatMap((indicator): readonly PaperBlock[] => [
        { kind: "heading", text: indicatorName(indicator, locale) },
        ...toTables(figures.filter((figure) => figure.indicator === indicator)).map(
          (table): PaperBlock => ({
            kind: "table",
            caption: `${measureName(data.names, table.measure, locale)} (${formatUnit(table.measure.unit, locale)})`,
            columns: [
              ...(table.dimensions.length === 0
                ? [{ head: t("total"), width: "*" as const }]
                : table.dimensions.map((one) => ({ head: dimensionName(one, locale), width: "*" as const }))),
              { head: t("file.figure"), number: true },
              { head: `${t("file.low")} – ${t("file.high")}`, number: true },
            ],
            rows: table.figures
              .filter((figure, at) => at === 0 || isTold(figure))
              .map((figure) => [
                ...(table.dimensions.length === 0 ? [period] : placeNames(data.names, figure, locale, words)),
                figure.value === null ? figureMark(figure, words) : formatNumber(figure.value, locale),
                boundsText(figure, locale) ?? "",
              ]),
          }),
        ),
      ]),
    ],
  });
}
