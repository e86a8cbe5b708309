import { formatNumber, formatPeriod, joinUnit, type Locale } from "@lilink/i18n";
import { type SeriesSubject, seriesSubject, seriesSubjects } from "@lilink/model/goals";
import { EmptyState } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { FoldedTable } from "#components/folded-table.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import { headed, seriesUnit, seriesValue, vintageText } from "#features/target/view.ts";
import { inLocale } from "#lib/in-locale.ts";
import type { SeriesListItem } from "../queries.ts";
import { seriesPath } from "../view.ts";
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
  const placed = bySubject(rows);
  const isOwn = ({ confidence }: SeriesListItem) => confidence === "computed";
  // A group of the platform's own records alone says so at its head, else each row does.
  const isOwnAlone = (subject: SeriesSubject) =>
    placed.every((row) => seriesSubject(row.code) !== subject || isOwn(row));
  return (
    <FoldedTable
      caption={t("title")}
      rows={placed}
      rowKey={({ code }) => code}
      groupOf={({ code }) => {
        const subject = seriesSubject(code);
        return {
          key: subject,
          heading: (
            <>
              {t(`subjects.${subject}`)} {isOwnAlone(subject) ? <SampleBadge /> : null}
            </>
          ),
        };
      }}
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
              <span className="block text-xs text-muted">{row.code}</span>
            </span>
          ),
        },
        {
          key: "last",
          label: t("last"),
          align: "end",
          className: "whitespace-nowrap",
          cell: ({ last, unit, period, regions, confidence }) => {
            if (!last) return <span data-silent />;
            const isLargest = last.region !== "WLD" && regions > 1;
            const when = period === null ? formatPeriod(last.period, locale) : null;
            return (
              <span className="tabular-nums">
                {isLargest ? (
                  <span className="block text-xs text-muted">
                    {t("noTotal", { region: regionName(last.region, confidence) })}
                  </span>
                ) : null}
                {withUnit(last.value, unit)}
                {when === null ? null : <span className="block text-xs text-muted">{when}</span>}
              </span>
            );
          },
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
          className: "sm:whitespace-nowrap",
          cell: ({ regions, last, confidence }) =>
            regions === 0
              ? t("sumOnly")
              : last?.region === "WLD"
                ? t("sumAnd", { count: regions })
                : regions > 1 || !last
                  ? t("noSum", { count: regions })
                  : regionName(last.region, confidence),
        },
        {
          key: "source",
          label: words("source"),
          className: "sm:max-w-64",
          cell: (row) => (
            <span className="flex flex-col text-sm">
              <SourceText {...row} marked={isOwn(row) && !isOwnAlone(seriesSubject(row.code))} />
            </span>
          ),
        },
      ]}
    />
  );
}

/** Series of one subject stand together, in the order of the chain; the order within a subject stays. */
function bySubject(rows: readonly SeriesListItem[]): readonly SeriesListItem[] {
  const rank = ({ code }: SeriesListItem) => seriesSubjects.indexOf(seriesSubject(code));
  return rows.toSorted((one, other) => rank(one) - rank(other));
}

/** Where a series comes from, under which licence it stands, and which edition it is where it has one. */
function SourceText({
  source,
  licence,
  confidence,
  vintage,
  editions,
  marked,
}: SeriesListItem & { readonly marked: boolean }) {
  const t = useTranslations("series");
  const words = useTranslations("series.edition");
  const locale = useLocale() as Locale;
  const told = useSourceWords()({ source, licence });
  const edition = confidence === "computed" ? "" : vintageText(vintage, locale, { asPublished: "" });
  return (
    <>
      <span>
        {confidence === "computed" ? t("computed") : told.source} {marked ? <SampleBadge /> : null}
      </span>
      <span className="text-xs text-muted">
        {[
          ...(edition ? [t("labelled", { label: words("vintage"), text: edition })] : []),
          ...(editions > 1 ? [t("editions", { count: editions })] : []),
          told.licence,
        ].join(" · ")}
      </span>
    </>
  );
}
