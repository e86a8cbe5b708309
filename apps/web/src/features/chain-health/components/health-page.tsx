import { formatDate, recordWords } from "@lilink/i18n";
import { canNominate, countFigures } from "@lilink/model/chain-health";
import { DataTable, EmptyState, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { nameOf } from "#features/chain/view.ts";
import { asLabel } from "#features/posting/view.ts";
import { showDay } from "#features/record/view.ts";
import type { ChainHealth, LinkStates } from "../queries.ts";
import {
  byPlace,
  type HealthNode,
  rankOf,
  rankText,
  scoreText,
  toEffort,
  toNodes,
  toStandings,
} from "../view.ts";
import { EffortPart } from "./effort-part.tsx";
import { FactorBars } from "./factor-bars.tsx";
import { HealthAnswer } from "./health-answer.tsx";
import { HealthLegend, HealthMap } from "./health-map.tsx";
import { KeepForm } from "./keep-form.tsx";
import { ProposeButton } from "./propose-button.tsx";
import { OpenList, RankList } from "./rank-list.tsx";

type PageProps = {
  readonly health: ChainHealth | null;
  readonly concept: string | null;
  /** Which run the address names; without it the latest. */
  readonly run: string | undefined;
  /** Meetings for which a run can be kept, for whoever keeps them. */
  readonly meetings: readonly { readonly publicId: string; readonly title: string }[] | null;
  readonly links: LinkStates;
};

const compared = 20;

/** How weak each node of the chain is, why, and whether anybody works on it. */
export function HealthPage({ health, concept, run, meetings, links }: PageProps) {
  const t = useTranslations("health");
  const locale = useLocale();
  if (!health)
    return (
      <>
        <PageHeader title={t("title")} lead={t("lead")} />
        <EmptyState
          title={t("none")}
          body={t("noneBody")}
          action={<ButtonLink href="/chain">{t("toChain")}</ButtonLink>}
        />
      </>
    );
  const nodes = toNodes(health.nodes);
  const by = toStandings(nodes);
  const told = [...by.weak, ...by.likely, ...by.sound];
  const chosen = nodes.find((node) => node.concept === concept) ?? told[0] ?? nodes[0];
  const toHref = (id: string) =>
    `/chain/health?${new URLSearchParams({ ...(run && { run }), node: id })}#node`;
  return (
    <>
      <PageHeader
        up={<TextLink href="/chain">{t("toChain")}</TextLink>}
        title={t("title")}
        lead={t("lead")}
        actions={links ? <ButtonLink href="/weak-links">{t("toLinks")}</ButtonLink> : undefined}
      />
      <Standing health={health} />
      <HealthAnswer by={by} all={nodes.length} />
      {told.length > 0 ? (
        <Section id="ranks" title={t("rank.title")}>
          <p className="prose-measure mb-2 text-muted">{t("rank.lead", { all: nodes.length })}</p>
          <HealthLegend nodes={told} />
          <RankList nodes={told} all={nodes.length} chosen={chosen?.concept ?? null} toHref={toHref} />
          <details className="mt-2 text-sm">
            <summary className="w-fit text-muted">{t("rank.how")}</summary>
            <p className="prose-measure mt-1 text-muted">{t("rank.method")}</p>
          </details>
        </Section>
      ) : null}
      {by.unsure.length > 0 ? (
        <Section id="open" title={t("rank.openTitle")} fold={by.unsure.length} shut={told.length > 0}>
          <OpenList nodes={by.unsure} chosen={chosen?.concept ?? null} toHref={toHref} />
        </Section>
      ) : null}
      {chosen ? (
        <Chosen
          node={chosen}
          before={health.before}
          rules={health.run.rules}
          links={links}
          proposes={meetings !== null}
          all={nodes.length}
        />
      ) : null}
      <Section id="map" title={t("map.title")} fold={nodes.length} shut>
        <p className="prose-measure mb-4 text-muted">{t("map.lead")}</p>
        <HealthLegend nodes={nodes} />
        <HealthMap nodes={nodes} chosen={chosen?.concept ?? null} toHref={toHref} />
        <details className="mt-3">
          <summary className="w-fit text-muted">{t("rank.table", { count: nodes.length })}</summary>
          <NodeTable nodes={[...told, ...by.unsure]} />
        </details>
      </Section>
      <Section id="effort" title={t("effort.title")}>
        <EffortPart {...toEffort(byPlace(nodes.slice(0, compared)), health.run.effort)} />
      </Section>
      {meetings ? (
        <ClientMessages namespaces={["health"]}>
          <Section id="keep" title={t("keep.title")}>
            <p className="prose-measure mb-3 text-muted">{t("keep.lead")}</p>
            <KeepForm run={health.run.publicId} meetings={meetings} />
          </Section>
        </ClientMessages>
      ) : null}
      <p className="prose-measure text-sm text-muted">
        {t("method", { rules: health.run.rules, day: formatDate(health.run.judgedOn, locale) })}
      </p>
    </>
  );
}

/** Of which day the page is, whether parts are made up, and which meetings keep it. */
function Standing({ health }: { readonly health: ChainHealth }) {
  const t = useTranslations("health");
  const locale = useLocale();
  return (
    <p className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      <span>{t("judgedOn", { day: formatDate(health.run.judgedOn, locale) })}</span>
      <span>{t("known", { count: health.nodes.length })}</span>
      {health.kept.map(({ meeting, title }) => (
        <span key={meeting}>
          {`${t("keptFor")} `}
          <TextLink href={`/meetings/${meeting}`}>{title}</TextLink>
        </span>
      ))}
      {health.sample ? <span>{t("sampleWhy")}</span> : null}
    </p>
  );
}

type ChosenProps = {
  readonly node: HealthNode;
  readonly before: string | null;
  /** The rules that the run was judged by. */
  readonly rules: string;
  readonly links: LinkStates;
  readonly proposes: boolean;
  /** How many nodes have a rank. */
  readonly all: number;
};

function Chosen({ node, before, rules, links, proposes, all }: ChosenProps) {
  const t = useTranslations("health");
  const locale = useLocale();
  const link = links?.find((one) => one.node === node.concept);
  const isNominable = proposes && canNominate({ rank: rankOf(node), factors: node.factors }, all);
  return (
    <Section
      id="node"
      title={t("node.title", { name: nameOf(node.of, locale) })}
      action={<TextLink href={`/chain/${node.concept}`}>{t("node.open")}</TextLink>}
    >
      <div className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-2 text-sm">
        <LinkBadge link={node.of.link} />
        <span className="font-medium">{t(`standing.${node.standing}`)}</span>
        <span>{t("node.rank", { rank: rankText(node), all })}</span>
        <span>
          {t("node.geometric", { score: scoreText(node.geometricLow, node.geometricHigh, locale) })}
        </span>
        {node.rankBefore === null || before === null ? null : (
          <span className="text-muted">
            {t("node.before", { rank: String(node.rankBefore), month: showDay(before, locale) })}
          </span>
        )}
      </div>
      <FactorBars node={node} rules={rules} />
      {link ? (
        <p className="mt-3 text-sm">
          <TextLink href={`/weak-links/${link.publicId}`}>
            {t("node.link", { state: recordWords("weakLink", locale).state(link.state) })}
          </TextLink>
        </p>
      ) : isNominable ? (
        <div className="no-print mt-3">
          <ClientMessages namespaces={["health"]}>
            <ProposeButton concept={node.concept} />
          </ClientMessages>
        </div>
      ) : null}
    </Section>
  );
}

function NodeTable({ nodes }: { readonly nodes: readonly HealthNode[] }) {
  const t = useTranslations("health");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("rank.table", { count: nodes.length })}
      rows={nodes}
      rowKey={({ concept }) => concept}
      columns={[
        {
          key: "node",
          label: t("rank.node"),
          lead: true,
          cell: ({ concept, of }) => (
            <TextLink href={`/chain/${concept}`}>{asLabel(nameOf(of, locale), locale)}</TextLink>
          ),
        },
        { key: "link", label: t("rank.link"), cell: ({ of }) => <LinkBadge link={of.link} /> },
        {
          key: "standing",
          label: t("rank.standing"),
          cell: ({ standing }) => t(`standing.${standing}`),
        },
        { key: "rank", label: t("rank.rank"), align: "end", cell: rankText },
        {
          key: "geometric",
          label: t("rank.geometric"),
          align: "end",
          cell: ({ geometricLow, geometricHigh }) => scoreText(geometricLow, geometricHigh, locale),
        },
        {
          key: "arithmetic",
          label: t("rank.arithmetic"),
          align: "end",
          cell: ({ arithmeticLow, arithmeticHigh }) => scoreText(arithmeticLow, arithmeticHigh, locale),
        },
        {
          key: "known",
          label: t("rank.known"),
          align: "end",
          cell: ({ factors }) => `${countFigures(factors)}/${factors.length}`,
        },
      ]}
    />
  );
}
