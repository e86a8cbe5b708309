import { type FlowGraph, loadStage, type StageFlow } from "@lilink/model/chain";
import { type Column, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { nameOf, type StageRow } from "../view.ts";

/** Everything that the drawing shows, as two tables. */
export function FlowTables({
  graph,
  rows,
}: {
  readonly graph: FlowGraph;
  readonly rows: readonly StageRow[];
}) {
  const t = useTranslations("chain");
  const locale = useLocale();
  const stageName = (id: string) => nameOf(loadStage(id), locale);
  const count = (key: "capabilities" | "needs" | "projects"): Column<StageRow> => ({
    key,
    label: t(`counts.${key}`),
    align: "end",
    cell: (row) => row[key],
  });
  const stageColumns: readonly Column<StageRow>[] = [
    {
      key: "stage",
      label: t("table.stage"),
      lead: true,
      cell: ({ stage }) => (
        <TextLink href={{ pathname: "/chain", query: { stage: stage.id } }} scroll={false}>
          {nameOf(stage, locale)}
        </TextLink>
      ),
    },
    { key: "link", label: t("table.link"), cell: ({ stage }) => <LinkBadge link={stage.link} /> },
    { key: "concepts", label: t("table.concepts"), align: "end", cell: (row) => row.concepts.length },
    count("capabilities"),
    count("needs"),
    count("projects"),
  ];
  const flowColumns: readonly Column<StageFlow>[] = [
    { key: "from", label: t("table.from"), lead: true, cell: (row) => stageName(row.from) },
    { key: "to", label: t("table.to"), cell: (row) => stageName(row.to) },
    { key: "kind", label: t("table.kind"), cell: (row) => t(`kind.${row.kind}`) },
    { key: "routes", label: t("table.routes"), align: "end", cell: (row) => row.edges.length },
  ];
  return (
    <details className="mb-10">
      <summary className="w-fit text-muted hover:text-ink">{t("table.show")}</summary>
      <div className="mt-4 flex flex-col gap-8">
        <DataTable
          caption={t("table.stages")}
          showCaption
          columns={stageColumns}
          rows={rows}
          rowKey={(row) => row.stage.id}
        />
        <DataTable
          caption={t("table.flows")}
          showCaption
          columns={flowColumns}
          rows={graph.stageFlows}
          rowKey={(row) => `${row.from}-${row.to}`}
        />
      </div>
    </details>
  );
}
