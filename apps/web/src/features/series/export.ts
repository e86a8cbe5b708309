import { createTranslator } from "@lilink/i18n";
import { answerTable } from "#lib/answer-table.ts";
import { type Export, notThere } from "#lib/define-export.ts";
import { readOneSeries } from "./queries.ts";

/** Every edition of a series with all its figures, with source, licence and vintage in each row. */
export const series: Export = async ({ request, params, locale }) => {
  const found = await readOneSeries(params.code ?? "");
  if (!found) return notThere();
  const t = createTranslator(locale, "series.edition");
  return answerTable(request, async () => ({
    name: found.code,
    head: [
      t("code"),
      t("region"),
      t("period"),
      t("value"),
      t("unit"),
      t("vintage"),
      t("source"),
      t("licence"),
      t("note"),
    ],
    rows: found.editions.flatMap(({ code, unit, vintage, source, licence, figures }) =>
      figures.map((one) => [
        ...[code, one.region, one.period, one.value],
        ...[unit, vintage, source, licence, one.note],
      ]),
    ),
  }));
};
