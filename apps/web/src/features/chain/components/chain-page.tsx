import { drawFlow } from "@lilink/model/chain";
import { listPrintedFacts } from "@lilink/model/goals";
import { PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { PrintedFacts } from "#features/target/components/printed-facts.tsx";
import type { FoundConcept } from "../queries.ts";
import {
  type ChainShow,
  type ConceptCount,
  nameOf,
  narrowCounts,
  toConceptRow,
  toStageRows,
  toWeakRows,
} from "../view.ts";
import { ChainSearch } from "./chain-search.tsx";
import { ConceptTable } from "./concept-table.tsx";
import { FlowChart } from "./flow-chart.tsx";
import { FlowTables } from "./flow-tables.tsx";
import { ShowChips } from "./show-chips.tsx";
import { StageList } from "./stage-list.tsx";
import { WeakList } from "./weak-list.tsx";

export type ChainPageProps = {
  readonly counts: readonly ConceptCount[];
  readonly stage: string | null;
  readonly q: string;
  readonly found: readonly FoundConcept[] | null;
  /** What the map is narrowed to. */
  readonly show: ChainShow | null;
  /** The concepts that the viewer's body trades in. */
  readonly mine: readonly string[];
};

/** The chain as a flow with what is live in it; a stage opens by the address. */
export function ChainPage({ counts, stage, q, found, show, mine }: ChainPageProps) {
  const t = useTranslations("chain");
  const locale = useLocale();
  const graph = drawFlow();
  const rows = toStageRows(graph, narrowCounts(counts, show, mine), locale);
  const open = rows.find((row) => row.stage.id === stage);
  const chosen = open?.stage.id ?? null;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={<ButtonLink href="/chain/health">{t("health")}</ButtonLink>}
      />
      <ChainSearch q={q} found={found?.map((concept) => toConceptRow(concept, counts)) ?? null} />
      <ShowChips show={show} hasOwn={mine.length > 0} />
      <figure aria-label={t("flow.title")} className="mb-6">
        <figcaption className="mb-3 hidden text-sm text-muted xl:block">
          <span className="mr-2 text-base font-medium text-ink">{t("flow.title")}</span>
          {`${t("flow.subtitle")} · ${t("flow.returns")}`}
        </figcaption>
        <div className="hidden xl:block">
          <FlowChart rows={rows} chosen={chosen} />
        </div>
        <div className="xl:hidden">
          <p className="mb-2 text-xs text-muted">{t("counts.legend")}</p>
          <StageList rows={rows} chosen={chosen} />
        </div>
        <p className="mt-2 text-xs text-muted">
          <span className="max-xl:hidden">{`${t("counts.legend")} `}</span>
          {t("counts.note")}
        </p>
      </figure>
      {open ? (
        <div className="hidden xl:block">
          <Section
            id="stage"
            title={nameOf(open.stage, locale)}
            action={
              <TextLink href="/chain" scroll={false}>
                {t("stage.close")}
              </TextLink>
            }
          >
            <ConceptTable
              caption={t("stage.caption", { stage: nameOf(open.stage, locale) })}
              rows={open.concepts}
            />
          </Section>
        </div>
      ) : null}
      <FlowTables graph={graph} rows={rows} />
      <WeakList rows={toWeakRows(counts)} />
      <PrintedFacts facts={listPrintedFacts({ link: open?.stage.link ?? "chain" })} />
    </>
  );
}
