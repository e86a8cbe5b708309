import { formatDate } from "@lilink/i18n";
import { Badge, Button, LinkButton, NoticeBox, PageHeader, Section, Select } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import type { Figure, Release } from "../queries.ts";
import { indicatorName, type NameBook, toTables } from "../view.ts";
import { FigureTableView } from "./figure-table-view.tsx";
import { MakingNotice } from "./making-notice.tsx";
import { stateTones } from "./release-list.tsx";

export type ReleasePageProps = {
  readonly release: Release;
  /** Whose figures are shown. */
  readonly indicator: string | null;
  readonly figures: readonly Figure[];
  readonly names: NameBook;
};

/** One release: what it is, what stands behind it, its files, and the figures of one indicator. */
export function ReleasePage({ release, indicator, figures, names }: ReleasePageProps) {
  const t = useTranslations("release");
  const locale = useLocale();
  const { period, edition, state, audience, frozenAt, report } = release;
  return (
    <>
      <PageHeader
        up={<TextLink href="/releases">{t("up")}</TextLink>}
        title={t("name", { period, edition })}
        badges={
          <>
            <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge>
            <SampleBadge />
          </>
        }
        lead={[
          t(release.own ? "kind.own" : "kind.returns"),
          t(`audience.${audience}`),
          frozenAt ? t("frozenOn", { date: formatDate(frozenAt, locale, "time") }) : "",
          report ? t("counts", { published: report.published, withheld: report.withheld }) : "",
        ]
          .filter(Boolean)
          .join(" · ")}
        {...(state === "frozen" ? { actions: <Downloads release={release} /> } : {})}
      />
      {state === "making" ? <MakingNotice /> : null}
      {state === "failed" ? <NoticeBox tone="warning">{t("failedNote")}</NoticeBox> : null}
      {state === "frozen" && indicator === null ? <p className="text-muted">{t("noFigures")}</p> : null}
      {indicator === null ? null : (
        <>
          <Choice release={release} indicator={indicator} />
          <Coverage release={release} indicator={indicator} />
          <Section id="figures" title={indicatorName(indicator, locale)}>
            <div className="flex flex-col sm:gap-6">
              {toTables(figures, names).map((table, at) => (
                <FigureTableView key={table.key} table={table} names={names} isFirst={at === 0} />
              ))}
            </div>
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
