import { formatDate, placeName } from "@lilink/i18n";
import { useLocale, useTranslations } from "next-intl";
import { Chart } from "#components/chart.tsx";
import { Scrolled } from "#components/scrolled.tsx";
import type { Talent } from "../queries.ts";
import { cellText, type PeopleBand, shadeOf, skillName, toParts } from "../view.ts";

const mostRows = 16;
/** So many provinces stand side by side with figures that can be read. */
const mostColumns = 10;

/** The picture of the page: people wanted by skill and province; what would name a firm is hatched. [SK4] */
export function DemandHeat({ talent }: { readonly talent: Talent }) {
  const t = useTranslations("talent");
  const locale = useLocale();
  const rows = talent.items.filter(({ provinces }) => provinces.length > 0).slice(0, mostRows);
  const provinces = [...new Set(rows.flatMap((row) => row.provinces.map(({ province }) => province)))].sort();
  const parts = toParts(provinces, mostColumns);
  const most = Math.max(
    1,
    ...rows.flatMap((row) => row.provinces.map(({ low, withheld }) => (withheld ? 0 : low))),
  );
  const toCell = (band: PeopleBand | undefined) =>
    band
      ? {
          // Hatched: what is withheld has no shade that could be read.
          level: band.withheld ? null : shadeOf(band, most),
          text: cellText(band, locale),
          ...(band.withheld ? { why: "withheld" as const } : {}),
        }
      : // Nobody stated anything here, which is not zero.
        { level: null, text: "", why: "missing" as const };
  return (
    <>
      <Scrolled label={t("heatScroll")} hint={t("heatHint")}>
        <div className="flex min-w-2xl flex-col gap-6">
          {parts.map((part, at) => (
            <Chart
              key={part[0]}
              title={
                parts.length > 1
                  ? t("heatPart", { year: String(talent.year), part: at + 1, parts: parts.length })
                  : t("heat", { year: String(talent.year) })
              }
              whys={{ withheld: t("heatWithheld"), missing: t("heatMissing") }}
              spec={{
                kind: "heat",
                head: [t("skill")],
                columns: part.map((code) => ({ key: code, label: placeName(code, locale) })),
                rows: rows.map((row) => ({
                  key: row.skill,
                  label: skillName(row.skill, locale),
                  cells: part.map((code) => toCell(row.provinces.find(({ province }) => province === code))),
                })),
              }}
            />
          ))}
        </div>
      </Scrolled>
      {talent.asOf ? (
        <p className="mt-2 mb-8 max-w-3xl text-sm text-muted">
          {t("heatNote", { day: formatDate(talent.asOf, locale) })}
        </p>
      ) : null}
    </>
  );
}
