import { formatDate, formatPeriod } from "@lilink/i18n";
import { Badge, Button, LinkButton, NoticeBox, PageHeader, Section, Select } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import type { Figure, Release } from "../queries.ts";
import { indicatorName, type NameBook, toTables } from "../view.ts";
import { FigureTableView } from "./figure-table-view.tsx";
import { IndicatorTable } from "./indicator-table.tsx";
import { MakingNotice } from "./making-notice.tsx";
import { countOpen, partTables } from "./overview.ts";
import { stateTones } from "./release-list.tsx";

export type ReleasePageProps = {
  readonly release: Release;
  /** Whose figures are shown, or null for the totals of all. */
  readonly indicator: string | null;
  readonly figures: readonly Figure[];
  readonly names: NameBook;
};

/** One release: what it is, what stands behind it, its files, and the figures of one indicator. */
export function ReleasePage({ release, indicator, figures, names }: ReleasePageProps) {
  const t = useTranslations("release");
  const locale = useLocale();
  const { period, edition, state, audience, frozenAt, report } = release;
  const open = countOpen(release);
  const { read, again } = partTables(indicator === null ? [] : toTables(figures, names));
  return (
    <>
      <PageHeader
        up={
          indicator === null ? (
            <TextLink href="/releases">{t("up")}</TextLink>
          ) : (
            <TextLink href={`/releases/${release.publicId}`}>{t("all")}</TextLink>
          )
        }
        title={t("name", { period: formatPeriod(period, locale), edition })}
        badges={
          <>
            <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge>
            <SampleBadge />
          </>
        }
        lead={[
          t(release.own ? "kind.own" : "kind.returns"),
          t("openTo", { audience: t(`audience.${audience}`) }),
          frozenAt ? t("frozenOn", { date: formatDate(frozenAt, locale, "time") }) : "",
          report
            ? t(open.others > 0 ? "countsWhole" : "counts", {
                published: report.published,
                withheld: report.withheld,
              })
            : "",
          open.others > 0
            ? t("others", { count: open.others, published: open.published, withheld: open.withheld })
            : "",
        ]
          .filter(Boolean)
          .join(" · ")}
        {...(state === "frozen" ? { actions: <Downloads release={release} /> } : {})}
      />
      {state === "making" ? <MakingNotice /> : null}
      {state === "failed" ? <NoticeBox tone="warning">{t("failedNote")}</NoticeBox> : null}
      {state === "frozen" && release.tables.length === 0 ? (
        <p className="text-muted">{t("noFigures")}</p>
      ) : null}
      {indicator === null ? (
        release.tables.length > 0 ? (
          <IndicatorTable release={release} figures={figures} names={names} />
        ) : null
      ) : (
        <>
          <Choice release={release} indicator={indicator} />
          <Coverage release={release} indicator={indicator} />
          <Section id="figures" title={indicatorName(indicator, locale)}>
            <div className="flex flex-col sm:gap-6">
              {read.map((table, at) => (
                <FigureTableView key={table.key} table={table} names={names} isFirst={at === 0} />
              ))}
            </div>
            {again.length > 0 ? (
              <details className="mt-8 border-t border-line pt-4">
                <summary className="w-fit cursor-pointer font-semibold">
                  {t("again.title")}
                  <span className="ml-2 text-sm font-normal text-muted tabular-nums">{again.length}</span>
                </summary>
                <p className="prose-measure my-3 text-sm text-muted">{t("again.lead")}</p>
                <div className="flex flex-col sm:gap-6">
                  {again.map((table) => (
                    <FigureTableView key={table.key} table={table} names={names} isFirst={false} />
                  ))}
                </div>
              </details>
            ) : null}
          </Section>
        </>
      )}
    </>
  );
}

function Downloads({ release }: { readonly release: Release }) {
  const t = useTranslations("release");
  const locale = useLocale();
  const file = `/api/export/release?release=${release.publicId}&locale=${locale}`;
  return (
    <span className="flex flex-wrap gap-2">
      <LinkButton href={file} download size="sm">
        {t("csv")}
      </LinkButton>
      <LinkButton href={`${file}&format=xlsx`} download size="sm">
        {t("xlsx")}
      </LinkButton>
      <LinkButton href={`/api/releases/${release.publicId}/paper?locale=${locale}`} download size="sm">
        {t("pdf")}
      </LinkButton>
      <LinkButton href={`/api/v1/releases/${release.publicId}/figures`} size="sm">
        {t("json")}
      </LinkButton>
    </span>
  );
}

/** Which indicator is shown stands in the address. */
function Choice({ release, indicator }: { readonly release: Release; readonly indicator: string }) {
  const t = useTranslations("release");
  const locale = useLocale();
  const indicators = [...new Set(release.tables.map((table) => table.indicator))];
  return (
    <form className="mb-6 flex max-w-2xl flex-wrap items-end gap-3">
      <label className="flex min-w-60 flex-1 flex-col gap-1" htmlFor="indicator">
        <span className="font-medium">{t("choose")}</span>
        <Select
          id="indicator"
          name="indicator"
          defaultValue={indicator}
          key={indicator}
          options={indicators.map((value) => ({ value, label: indicatorName(value, locale) }))}
        />
      </label>
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}

function Coverage({ release, indicator }: { readonly release: Release; readonly indicator: string }) {
  const t = useTranslations("release");
  const found = release.coverage.find((one) => one.indicator === indicator);
  if (!found) return null;
  const { percent, owed, verified, definition } = found;
  const covered =
    owed !== null && verified !== null
      ? t("coverageCounts", { owed, verified })
      : percent === null
        ? t("coverageNone")
        : t("coverageText", { percent });
  return (
    <p className="mb-6 text-sm text-muted">
      {`${t("coverageTitle")}: ${covered} · `}
      <TextLink href={`/indicators/${indicator}/definition`}>
        {`${t("column.definition")}, ${t("definition", { version: definition })}`}
      </TextLink>
    </p>
  );
}
