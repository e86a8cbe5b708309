import { NoticeBox, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { SeriesEdition } from "#features/series/components/series-edition.tsx";
import { useRegionName } from "#features/series/components/use-region-name.ts";
import type { SeriesItem } from "../queries.ts";
import { EditionConflicts } from "./edition-conflicts.tsx";

/** Published figures near the indicator, each edition with where it comes from. */
export function SeriesSection({ series }: { readonly series: readonly SeriesItem[] }) {
  const t = useTranslations("goal.detail");
  const regionName = useRegionName();
  if (series.length === 0) return null;
  return (
    <Section id="series" title={t("series")}>
      <NoticeBox className="mb-4">{t("seriesLead")}</NoticeBox>
      <div className="flex flex-col gap-8">
        <EditionConflicts series={series} regionName={regionName} />
        {series.map((one) => (
          <SeriesEdition key={`${one.code}/${one.vintage}`} series={one} />
        ))}
      </div>
    </Section>
  );
}
