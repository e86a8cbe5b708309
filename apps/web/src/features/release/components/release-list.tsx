import { formatDate, formatPeriod } from "@lilink/i18n";
import { Badge, DataTable, EmptyState, type Tone } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import type { ReleaseItem } from "../queries.ts";

export const stateTones: Readonly<Record<ReleaseItem["state"], Tone>> = {
  making: "info",
  frozen: "success",
  failed: "danger",
};

/** From so many withheld for each that is published a row says why. */
const manyWithheld = 0.2;

/** Each period once, by its newest edition; the earlier ones stand below it. */
function toPeriods(releases: readonly ReleaseItem[]) {
  return [...new Set(releases.map(({ period }) => period))].flatMap((period) => {
    const editions = releases.filter((one) => one.period === period);
    const [newest, ...earlier] = editions.toSorted((a, b) => b.edition - a.edition);
    return newest ? [{ ...newest, earlier }] : [];
  });
}

/** The releases that the reader may see. */
export function ReleaseList({ releases }: { readonly releases: readonly ReleaseItem[] }) {
  const t = useTranslations("release");
  const locale = useLocale();
  return (
    <>
      <DataTable
        caption={t("caption")}
        rows={toPeriods(releases)}
        rowKey={({ publicId }) => publicId}
        empty={
          <EmptyState
            title={t("empty")}
            body={t("emptyBody")}
            action={<TextLink href="/goals">{t("emptyAction")}</TextLink>}
          />
        }
        columns={[
          {
            key: "period",
            label: t("column.period"),
            lead: true,
            cell: ({ publicId, period, edition, earlier }) => (
              <>
                <TextLink href={`/releases/${publicId}`}>
                  {t("name", { period: formatPeriod(period, locale), edition })}
                </TextLink>
                {earlier.length > 0 ? (
                  <span className="flex flex-wrap gap-x-3 text-sm font-normal">
                    <span className="text-muted">{t("earlierEditions")}</span>
                    {earlier.map((one) => (
                      <TextLink key={one.publicId} href={`/releases/${one.publicId}`}>
                        {t("editionOf", { edition: one.edition })}
                      </TextLink>
                    ))}
                  </span>
                ) : null}
              </>
            ),
          },
          {
            key: "kind",
            label: t("column.kind"),
            speaks: true,
            cell: ({ own }) => t(own ? "kind.own" : "kind.returns"),
          },
          // What all have in common is said once: that a release is frozen and whom it is for.
          ...(releases.some(({ state }) => state !== "frozen")
            ? [
                {
                  key: "state",
                  label: t("column.state"),
                  cell: ({ state }: ReleaseItem) => (
                    <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge>
                  ),
                },
              ]
            : []),
          ...(releases.some(({ audience }) => audience !== "everyone")
            ? [
                {
                  key: "audience",
                  label: t("column.audience"),
                  cell: ({ audience }: ReleaseItem) => t(`audience.${audience}`),
                },
              ]
            : []),
          {
            key: "figures",
            label: t("column.figures"),
            className: "text-sm tabular-nums",
            cell: ({ report }) =>
              report ? (
                <>
                  {t("counts", { published: report.published, withheld: report.withheld })}
                  {report.withheld >= manyWithheld * report.published ? (
                    <span className="block text-muted">
                      {t("many", {
                        percent: Math.round((100 * report.withheld) / (report.published + report.withheld)),
                      })}
                    </span>
                  ) : null}
                </>
              ) : null,
          },
          {
            key: "frozen",
            label: t("column.frozen"),
            cell: ({ frozenAt }) => (frozenAt ? formatDate(frozenAt, locale) : null),
          },
        ]}
      />
      {releases.some(({ report }) => report) ? (
        <details className="mt-3 text-sm">
          <summary className="w-fit cursor-pointer text-muted hover:text-ink">{t("why")}</summary>
          <p className="prose-measure mt-1 text-muted">{t("countsAll")}</p>
          <p className="prose-measure mt-1 text-muted">{t("editionsHow")}</p>
        </details>
      ) : null}
    </>
  );
}
