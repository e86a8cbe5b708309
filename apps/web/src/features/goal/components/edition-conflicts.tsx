import { formatNumber, formatPeriod } from "@lilink/i18n";
import { compareEditions } from "@lilink/model/goals";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { seriesUnit, seriesValue } from "#features/target/view.ts";
import { inLocale } from "#lib/in-locale.ts";
import type { SeriesItem } from "../queries.ts";

/** Editions of one statistic that disagree, side by side; neither is corrected. */
export function EditionConflicts({
  series,
  regionName,
}: {
  readonly series: readonly SeriesItem[];
  readonly regionName: (region: string) => string;
}) {
  const t = useTranslations("goal.conflict");
  const locale = useLocale();
  const rows = compareEditions(series);
  if (rows.length === 0) return null;
  return (
    <div>
      <h3>{t("title")}</h3>
      <p className="mb-2 text-sm text-muted">{t("lead")}</p>
      <DataTable
        caption={t("title")}
        rows={rows}
        rowKey={({ name, region, period }) => `${name.en} ${region} ${period}`}
        columns={[
          {
            key: "place",
            label: t("place"),
            lead: true,
            cell: ({ name, region, period }) =>
              `${inLocale(name, locale)} · ${regionName(region)} · ${formatPeriod(period, locale)}`,
          },
          {
            key: "values",
            label: t("values"),
            cell: ({ values, unit }) => (
              <ul>
                {values.map(({ source, vintage, value }) => (
                  <li key={`${source} ${vintage}`} className="py-0.5">
                    <span className="tabular-nums">{`${formatNumber(seriesValue(value, unit), locale)} ${seriesUnit(unit, locale)}`}</span>
                    <span className="block text-sm text-muted">{`${source} · ${t("vintage", { vintage })}`}</span>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </div>
  );
}
