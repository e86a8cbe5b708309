import { Badge, type Column, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { type ConceptRow, nameOf, otherNameOf, supplyTones } from "../view.ts";

/** Concepts with their live postings: the whole stage, or what a search found. */
export function ConceptTable({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly ConceptRow[];
}) {
  const t = useTranslations("chain");
  const locale = useLocale();
  const count = (key: "capabilities" | "needs" | "projects"): Column<ConceptRow> => ({
    key,
    label: t(`counts.${key}`),
    align: "end",
    cell: (row) => row[key],
  });
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.concept.id}
      columns={[
        {
          key: "concept",
          label: t("stage.concept"),
          lead: true,
          cell: ({ concept }) => (
            <>
              <TextLink href={`/chain/${concept.id}`}>{nameOf(concept, locale)}</TextLink>
              <span lang={locale === "en" ? "zh" : "en"} className="ml-2 text-sm font-normal text-muted">
                {otherNameOf(concept, locale)}
              </span>
            </>
          ),
        },
        {
          key: "type",
          label: t("stage.type"),
          className: "text-sm whitespace-nowrap text-muted",
          cell: ({ concept }) => t(`type.${concept.type}`),
        },
        count("capabilities"),
        count("needs"),
        count("projects"),
        {
          key: "supply",
          label: t("stage.supply"),
          className: "whitespace-nowrap",
          cell: ({ supply }) =>
            supply === "quiet" ? (
              <span className="text-sm text-muted">{t("supplyShort.quiet")}</span>
            ) : (
              <Badge tone={supplyTones[supply]}>{t(`supplyShort.${supply}`)}</Badge>
            ),
        },
      ]}
    />
  );
}
