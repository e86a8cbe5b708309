import { findIndicator } from "@lilink/model/indicator";
import { DataTable, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { LinkMark } from "#components/link-badge.tsx";
import { headed } from "#features/target/view.ts";
import type { Figure, Release } from "../queries.ts";
import { indicatorName, type NameBook } from "../view.ts";
import { toIndicatorRows, totalText } from "./overview.ts";

/** On a phone each card has its two columns where the others have them. */
const half = "max-sm:min-w-0! max-sm:basis-[calc(50%-0.375rem)]!";

export type IndicatorTableProps = {
  readonly release: Release;
  readonly figures: readonly Figure[];
  readonly names: NameBook;
};

/** What a release is about, at a glance: every indicator with its total and the way to its figures. [RL8] */
export function IndicatorTable({ release, figures, names }: IndicatorTableProps) {
  const t = useTranslations("release");
  const locale = useLocale();
  const words = {
    withheld: t("withheld"),
    absent: t("absent"),
    unstated: t("unstated"),
    total: t("total"),
  };
  // A measure that has the name of its indicator is not named once more.
  const toText = (indicator: string, total: Figure) => {
    const text = totalText(names, total, words, locale);
    return { ...text, isOther: !indicatorName(indicator, locale).endsWith(` ${headed(text.name)}`) };
  };
  const rows = toIndicatorRows(release.tables, figures, names).map((row) => ({
    ...row,
    link: findIndicator(row.indicator)?.link ?? null,
    text: row.total ? toText(row.indicator, row.total) : null,
  }));
  return (
    <Section id="indicators" title={t("inIt")}>
      <DataTable
        caption={t("all")}
        rows={rows}
        rowKey={({ indicator }) => indicator}
        columns={[
          {
            key: "indicator",
            label: t("column.indicator"),
            lead: true,
            cell: ({ indicator, link }) => (
              <span className="flex items-baseline gap-2">
                {link ? <LinkMark link={link} /> : null}
                <TextLink href={`/releases/${release.publicId}?indicator=${indicator}`}>
                  {indicatorName(indicator, locale)}
                </TextLink>
              </span>
            ),
          },
          {
            key: "total",
            label: t("main"),
            align: "end",
            className: half,
            cell: ({ text }) =>
              text ? (
                <>
                  {text.bounds ? (
                    <abbr title={t("withheldHelp")}>{text.value}</abbr>
                  ) : (
                    <strong>{text.value}</strong>
                  )}
                  {text.bounds ? (
                    <span className="ml-2 text-sm text-muted max-sm:ml-0">{text.bounds}</span>
                  ) : null}
                  {text.isOther ? (
                    <span className="block text-sm font-normal text-muted">{headed(text.name)}</span>
                  ) : null}
                </>
              ) : (
                <span className="text-sm text-muted">{t("mainNone")}</span>
              ),
          },
          {
            key: "counts",
            label: t("column.counts"),
            align: "end",
            className: `${half} text-sm`,
            cell: ({ published, withheld }) =>
              published + withheld === 0 ? (
                <span className="text-muted">{t("countsNone")}</span>
              ) : (
                t("counts", { published, withheld })
              ),
          },
        ]}
      />
      {rows.some(({ total }) => total?.status === "withheld") ? (
        <p className="mt-2 text-sm text-muted">{t("withheldLine")}</p>
      ) : null}
    </Section>
  );
}
