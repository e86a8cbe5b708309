import { formatNumber, joinUnit, type Locale } from "@lilink/i18n";
import { Badge, EmptyState } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { FoldedTable } from "#components/folded-table.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import { headed, periodText, seriesUnit, seriesValue, vintageText } from "#features/target/view.ts";
import { inLocale, ownHalf } from "#lib/in-locale.ts";
import type { SeriesListItem } from "../queries.ts";
import { seriesPath } from "../view.ts";
import { useRegionName } from "./use-region-name.ts";

export function SeriesList({ rows }: { readonly rows: readonly SeriesListItem[] }) {
  const t = useTranslations("series");
  const words = useTranslations("series.edition");
  const locale = useLocale() as Locale;
  const regionName = useRegionName();
  const withUnit = (value: string, unit: string) =>
    joinUnit(formatNumber(seriesValue(value, unit), locale), seriesUnit(unit, locale), locale);
  const whereOf = (region: string, regions: number, confidence: string) =>
    regions > 1 ? t("largest", { region: regionName(region, confidence) }) : regionName(region, confidence);
  return (
    <FoldedTable
      caption={t("title")}
      rows={rows}
      rowKey={({ code }) => code}
      empty={
        <EmptyState
          title={t("empty")}
          body={t("emptyBody")}
          action={<TextLink href="/series">{t("all")}</TextLink>}
        />
      }
      columns={[
        {
          key: "name",
          label: t("name"),
          lead: true,
          cell: ({ code, name, period }) => (
            <span>
              <TextLink href={seriesPath(code)}>
                {/* Of one period alone, the period tells it from others of its name. */}
                {[headed(inLocale(name, locale)), ...(period === null ? [] : [periodText(period)])].join(
                  " · ",
                )}
              </TextLink>
              <span className="block text-xs break-all text-muted">{code}</span>
            </span>
          ),
        },
        {
          key: "last",
          label: t("last"),
          speaks: true,
          align: "end",
          cell: ({ last, unit, period, regions, confidence }) =>
            last ? (
              <span className="tabular-nums">
                {withUnit(last.value, unit)}
                <span className="block text-xs text-muted">
                  {[
                    ...(last.region === "WLD" ? [] : [whereOf(last.region, regions, confidence)]),
                    ...(period === null ? [periodText(last.period)] : []),
                  ].join(" · ")}
                </span>
              </span>
            ) : (
              <span data-silent />
            ),
        },
        {
          key: "years",
          label: t("years"),
          speaks: true,
          className: "whitespace-nowrap",
          cell: ({ period, firstYear, lastYear }) =>
            period === null ? `${firstYear}–${lastYear}` : periodText(period),
        },
        { key: "regions", label: t("regions"), align: "end", cell: ({ regions }) => regions || t("sumOnly") },
        {
          key: "source",
          label: words("source"),
          className: "text-sm",
          cell: ({ source, licence, vintage, editions, confidence }) => (
            <span>
              {ownHalf(source, locale).replace(/https?:\/\/(?:www\.|m\.)?([^/\s]+)\S*/, "$1")}
              <span className="block text-muted">
                {vintageText(vintage, locale, { asPublished: t("asPublished") })}{" "}
                {editions > 1 ? <Badge>{t("editions", { count: editions })}</Badge> : null}
                {confidence === "computed" ? (
                  <>
                    <Badge>{words("confidence.computed")}</Badge> <SampleBadge />
                  </>
                ) : null}
              </span>
              <span className="block text-xs text-muted">{`${words("licence")}: ${ownHalf(licence, locale)}`}</span>
            </span>
          ),
        },
      ]}
    />
  );
}
