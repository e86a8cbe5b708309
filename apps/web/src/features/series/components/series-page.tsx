import { asksRegion, seriesReadings } from "@lilink/model/goals";
import { rateDefinitions } from "@lilink/model/trace/rate";
import { PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { ExportLinks } from "#components/export-links.tsx";
import { PhraseBreaks } from "#components/phrase-breaks.tsx";
import { headed } from "#features/target/view.ts";
import { inLocale } from "#lib/in-locale.ts";
import type { OneSeries, SeriesMeasure } from "../queries.ts";
import { AdoptForm } from "./adopt-form.tsx";
import { AdoptionList } from "./adoption-list.tsx";
import { SeriesEdition } from "./series-edition.tsx";

export type SeriesPageProps = {
  readonly series: OneSeries;
  /** For officers: the measures that may take a figure from it. */
  readonly measures: readonly SeriesMeasure[] | null;
};

/** One series: its editions, the measures that stand on it, and how an officer adopts it for one more. */
export function SeriesPage({ series, measures }: SeriesPageProps) {
  const t = useTranslations("series");
  const locale = useLocale();
  const [latest] = series.editions;
  const counted = rateDefinitions.find((one) => one.series === series.code);
  const query = new URLSearchParams({ code: series.code, locale });
  return (
    <>
      <PageHeader
        up={<TextLink href="/series">{t("title")}</TextLink>}
        title={latest ? <PhraseBreaks>{headed(inLocale(latest.name, locale))}</PhraseBreaks> : series.code}
        lead={series.code}
        actions={<ExportLinks href={`/api/export/series?${query}`} />}
      />
      {counted ? (
        <p className="prose-measure mb-6">
          {t("counted", {
            numerator: inLocale(counted.numerator, locale),
            denominator: inLocale(counted.denominator, locale),
            version: counted.version,
          })}{" "}
          <TextLink href="/batteries/rates">{t("besideReturns")}</TextLink>
        </p>
      ) : null}
      <div className="mb-10 flex flex-col gap-8">
        {series.editions.map((edition) => (
          <SeriesEdition key={edition.vintage} series={edition} isAtHome />
        ))}
      </div>
      <Section id="adoptions" title={t("adoptions")}>
        <p className="prose-measure mb-3 text-muted">{t("adoptionsLead")}</p>
        <ClientMessages namespaces={["series"]}>
          <AdoptionList adoptions={series.adoptions} keeps={measures !== null} />
          {measures ? (
            <AdoptForm series={series} measures={measures} regional={seriesReadings.filter(asksRegion)} />
          ) : null}
        </ClientMessages>
      </Section>
    </>
  );
}
