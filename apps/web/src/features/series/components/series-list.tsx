import { formatNumber, formatPeriod, joinUnit, type Locale } from "@lilink/i18n";
import { Badge, EmptyState } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { FoldedTable } from "#components/folded-table.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import { headed, seriesUnit, seriesValue, vintageText } from "#features/target/view.ts";
import { inLocale, ownHalf } from "#lib/in-locale.ts";
import type { SeriesListItem } from "../queries.ts";
import { isWebPage, knownSource, seriesPath } from "../view.ts";
import { useRegionName } from "./use-region-name.ts";
import { useSourceWords } from "./use-source-words.ts";

export function SeriesList({ rows }: { readonly rows: readonly SeriesListItem[] }) {
  const t = useTranslations("series");
  const words = useTranslations("series.edition");
  const locale = useLocale() as Locale;
  const regionName = useRegionName();
  const withUnit = (value: string, unit: string) =>
    joinUnit(formatNumber(seriesValue(value, unit), locale), seriesUnit(unit, locale), locale);
  // What has the name of another is told from it by its years.
  const isTwin = ({ code, name }: SeriesListItem) =>
    rows.some((other) => other.code !== code && inLocale(other.name, locale) === inLocale(name, locale));
  const spanOf = ({ period, firstYear, lastYear }: SeriesListItem) =>
    period !== null
      ? formatPeriod(period, locale)
      : firstYear === lastYear
        ? formatPeriod(String(lastYear), locale)
        : `${firstYear}–${lastYear}`;
  const whereOf = (region: string, regions: number, confidence: string) =>
    regions > 1
      ? t("largest", { region: regionName(region, confidence), count: regions })
      : regionName(region, confidence);
  const placed = bySource(rows);
  // Of neighbours that are worked out from the same records the first says so.
  const told = new Set(
    placed.filter(({ source }, at) => placed[at - 1]?.source !== source).map(({ code }) => code),
  );
  return (
    <FoldedTable
      caption={t("title")}
      rows={placed}
      rowKey={({ code }) => code}
      groupOf={(row) => ({ key: sourceOf(row), heading: <SourceHeading {...row} /> })}
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
          className: "sm:min-w-80",
          cell: (row) => (
            <span>
              <TextLink href={seriesPath(row.code)}>
                {[headed(inLocale(row.name, locale)), ...(isTwin(row) ? [spanOf(row)] : [])].join(
                  locale === "en" ? ", " : "，",
                )}
              </TextLink>
              <span className="block text-xs text-muted">
                {[
                  row.code,
                  ...(row.confidence === "computed" && told.has(row.code)
                    ? [ownHalf(row.source, locale)]
                    : []),
                ].join(" · ")}
              </span>
            </span>
          ),
        },
        {
          key: "last",
          label: t("last"),
          align: "end",
          className: "whitespace-nowrap",
          cell: ({ last, unit, period, regions, confidence }) =>
            last ? (
              <span className="tabular-nums">
                {withUnit(last.value, unit)}
                <span className="block text-xs text-muted">
                  {[
                    // That a computed series is of the platform stands above it.
                    ...(last.region === "WLD" || (regions === 1 && confidence === "computed")
                      ? []
                      : [whereOf(last.region, regions, confidence)]),
                    ...(period === null ? [formatPeriod(last.period, locale)] : []),
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
          brief: true,
          className: "whitespace-nowrap",
          cell: spanOf,
        },
        {
          key: "regions",
          label: t("regions"),
          align: "end",
          className: "whitespace-nowrap",
          cell: ({ regions, last, confidence }) =>
            regions === 0 ? (
              t("sumOnly")
            ) : last?.region === "WLD" ? (
              t("sumAnd", { count: regions })
            ) : regions > 1 || !last ? (
              t("noSum", { count: regions })
            ) : // That a computed series is of the platform stands above it.
            confidence === "computed" ? (
              <span data-silent />
            ) : (
              regionName(last.region, confidence)
            ),
        },
        {
          key: "vintage",
          label: words("vintage"),
          brief: true,
          className: "whitespace-nowrap",
          cell: ({ vintage, editions }) => (
            <>
              <VintageText vintage={vintage} />{" "}
              {editions > 1 ? <Badge>{t("editions", { count: editions })}</Badge> : null}
            </>
          ),
        },
      ]}
    />
  );
}

/** On a phone that an edition is as published is left out: most are. */
function VintageText({ vintage }: Pick<SeriesListItem, "vintage">) {
  const t = useTranslations("series");
  const locale = useLocale();
  const text = vintageText(vintage, locale, { asPublished: "" });
  return text ? text : <span data-silent>{t("asPublished")}</span>;
}

const sourceOf = ({ confidence, source, licence }: SeriesListItem) =>
  confidence === "computed" ? "computed" : `${source} ${licence}`;

/** Publishers that are known come first, then what the platform works out itself; pages whose publisher nobody names come last. */
const placeOf = ({ confidence, source }: SeriesListItem) =>
  confidence === "computed" ? 1 : knownSource(source) === null && isWebPage(source) ? 2 : 0;

/** Series of one source stand together; the order within a source stays. */
function bySource(rows: readonly SeriesListItem[]): readonly SeriesListItem[] {
  const placed = rows.toSorted((one, other) => placeOf(one) - placeOf(other));
  const sources = [...new Set(placed.map(sourceOf))];
  return sources.flatMap((source) => placed.filter((row) => sourceOf(row) === source));
}

/** Where neighbouring series come from, and under which licence they stand. */
function SourceHeading({ source, licence, confidence }: SeriesListItem) {
  const t = useTranslations("series");
  const words = useTranslations("series.edition");
  const told = useSourceWords()({ source, licence });
  return (
    <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      {confidence === "computed" ? (
        <span>
          {t("computed")} <SampleBadge />
        </span>
      ) : (
        told.source
      )}
      <span className="text-xs font-normal text-muted">
        {t("labelled", { label: words("licence"), text: told.licence })}
      </span>
    </span>
  );
}
