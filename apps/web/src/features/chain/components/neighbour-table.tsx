import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { Formula } from "#components/formula.tsx";
import { LinkMark } from "#components/link-badge.tsx";
import { conceptName } from "#features/posting/view.ts";
import type { ConceptPageData } from "../queries.ts";
import { nothing, toNeighbourRows } from "../view.ts";
import { CountLine } from "./count-line.tsx";

/** Everything one step away, by relation in words, with the process between and what it consumes. */
export function NeighbourTable({ data }: { readonly data: ConceptPageData }) {
  const t = useTranslations("chain");
  const locale = useLocale();
  const rows = toNeighbourRows(data.neighbours, locale);
  return (
    <DataTable
      caption={t("concept.neighbours")}
      rows={rows}
      rowKey={(row) => `${row.key}-${row.concept}`}
      empty={<p className="text-muted">{t("concept.noNeighbours")}</p>}
      columns={[
        {
          key: "concept",
          label: t("concept.neighbour"),
          lead: true,
          cell: (row) => (
            <span className="flex items-center gap-2">
              {row.link ? <LinkMark link={row.link} /> : null}
              <TextLink href={`/chain/${row.concept}`}>{conceptName(row.concept, locale)}</TextLink>
            </span>
          ),
        },
        {
          key: "relation",
          label: t("concept.relation"),
          className: "whitespace-nowrap",
          cell: (row) => t(`neighbour.${row.key}`),
        },
        {
          key: "via",
          label: t("concept.via"),
          className: "text-sm",
          cell: (row) => (
            <span className="flex flex-wrap gap-x-2">
              {row.vias.map((via) => (
                <TextLink key={via} href={`/chain/${via}`}>
                  {conceptName(via, locale)}
                </TextLink>
              ))}
            </span>
          ),
        },
        {
          key: "coefficient",
          label: t("concept.coefficient"),
          align: "end",
          className: "text-sm whitespace-nowrap",
          cell: (row) =>
            row.coefficients.map((text) => (
              <span key={text} className="block">
                <Formula text={text} />
              </span>
            )),
        },
        {
          key: "live",
          label: t("concept.live"),
          align: "end",
          className: "text-sm whitespace-nowrap",
          cell: (row) => {
            const { capabilities, needs, projects } =
              data.neighbourCounts.find((count) => count.concept === row.concept) ?? nothing;
            return <CountLine capabilities={capabilities} needs={needs} projects={projects} />;
          },
        },
      ]}
    />
  );
}
