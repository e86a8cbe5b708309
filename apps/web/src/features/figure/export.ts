import { createTranslator } from "@lilink/i18n";
import { findIndicator } from "@lilink/model/goals";
import { answerTable } from "#lib/answer-table.ts";
import { type Export, notThere } from "#lib/define-export.ts";
import { inLocale } from "#lib/in-locale.ts";
import { toLawNote } from "#lib/law-note.ts";
import { sampleNotice } from "#lib/sample-notice.ts";
import { readFigures } from "./queries.ts";

const columns = [
  "measure",
  "period",
  "value",
  "unit",
  "status",
  "coverage",
  "definition",
  "release",
] as const;

/** What is released of an indicator, each measure over its periods, values as they are held. */
export const indicatorFigures: Export = async ({ request, params, locale }) => {
  const indicator = findIndicator(params.indicator ?? "");
  if (!indicator) return notThere();
  return answerTable(request, async () => {
    const found = await readFigures(indicator.id);
    const t = createTranslator(locale, "figure");
    const figures = found?.measures.flatMap((one) => one.figures) ?? [];
    const withheld = figures.filter(({ status }) => status === "withheld").length;
    const rows = (found?.measures ?? []).flatMap(({ measure, unit, figures }) =>
      figures.map(({ period, value, status, coverage, definition, release }) => [
        measure,
        period,
        value,
        unit,
        status,
        coverage,
        definition,
        release,
      ]),
    );
    return {
      name: `${indicator.id} ${inLocale(indicator.name, locale)}`,
      head: columns.map((column) => t(`file.${column}`)),
      rows,
      notice: sampleNotice(locale) ?? undefined,
      notes:
        found?.definition.basis === "returns"
          ? toLawNote({ all: figures.length, withheld }, locale)
          : undefined,
    };
  });
};
