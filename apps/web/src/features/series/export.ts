import { createTranslator } from "@lilink/i18n";
import { answerTable } from "#lib/answer-table.ts";
import { type Export, notThere } from "#lib/define-export.ts";
import { readOneSeries } from "./queries.ts";

/** Every edition of a series with all its figures, with source, licence and vintage in each row. */
export const series: Export = async ({ request, params, locale }) => {
  const found = await readOneSeries(params.code ?? "");
  if (!found) return notThere();
  const t = createTranslator(locale, "series.edition");
  const head = ["code", "region", "period", "value", "unit", "vintage", "source", "licence", "note"] as const;
  const own = { code: "code", note: "note" } as const;
  return answerTable(request, async () => ({
    name: found.code,
    head: head.map((column) =>
      column in own ? column : t(column as Exclude<typeof column, keyof typeof own>),
    ),
    rows: found.editions.flatMap(({ unit, vintage, source, licence, figures }) =>
      figures.map(({ region, period, value, note }) => [
        found.code,
        region,
        period,
        value,
        unit,
        vintage,
        source,
        licence,
        note,
      ]),
    ),
  }));
};
