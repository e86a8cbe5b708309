import { listPrintedFacts } from "@lilink/model/goals";
import { Badge, PageHeader, Section } from "@lilink/ui";
import { CircleHelp } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { Follow } from "#features/search/components/follow.tsx";
import { PrintedFacts } from "#features/target/components/printed-facts.tsx";
import type { ConceptPageData } from "../queries.ts";
import { nameOf, supplyTones } from "../view.ts";
import { ConceptFacts } from "./concept-facts.tsx";
import { ConceptPostings } from "./concept-postings.tsx";
import { ConversionList } from "./conversion-list.tsx";
import { EditorNotes } from "./editor-notes.tsx";
import { NeighbourPicture } from "./neighbour-picture.tsx";
import { NeighbourTable } from "./neighbour-table.tsx";
import { SpecTable } from "./spec-table.tsx";

/** One concept: what it is, who offers and who needs it, weak or not, its neighbours, ranges and conversions. */
export function ConceptPage({
  data,
  children,
}: {
  readonly data: ConceptPageData;
  readonly children?: ReactNode;
}) {
  const t = useTranslations("chain");
  const locale = useLocale();
  const { concept, stage } = data;
  return (
    <>
      <PageHeader
        up={
          <TextLink href={{ pathname: "/chain", query: { stage: stage.id } }}>
            {t("concept.up", { stage: nameOf(stage, locale) })}
          </TextLink>
        }
        title={<span className="inline-block first-letter:uppercase">{nameOf(concept, locale)}</span>}
        badges={
          <>
            <LinkBadge link={concept.link} />
            {concept.confidence === "recalled" ? (
              <Badge tone="warning" icon={<CircleHelp aria-hidden />}>
                {t("concept.recalled")}
              </Badge>
            ) : null}
          </>
        }
        actions={
          <>
            <Follow kind="concept" id={concept.id} name={nameOf(concept, locale)} />
            <ButtonLink
              variant="accent"
              href={`/postings/new?${new URLSearchParams({ concept: concept.id })}`}
            >
              {t("concept.post")}
            </ButtonLink>
          </>
        }
      />
      <SupplyLine data={data} />
      <ConceptPostings data={data} />
      {children}
      <Section id="neighbours" title={t("concept.neighbours")}>
        <NeighbourPicture data={data} />
        <details>
          <summary className="w-fit text-muted">{t("concept.asTable")}</summary>
          <div id="neighbour-table">
            <NeighbourTable data={data} />
          </div>
        </details>
      </Section>
      <Section id="what" title={t("concept.what")} fold="">
        <ConceptFacts data={data} />
      </Section>
      {data.specs.length > 0 ? (
        <Section id="specs" title={t("concept.specs")} fold="">
          <p className="prose-measure mb-2 text-muted">{t("concept.specsLead")}</p>
          <SpecTable specs={data.specs} />
        </Section>
      ) : null}
      <PrintedFacts facts={listPrintedFacts({ concept: data.concept.id })} />
      <ConversionList conversions={data.conversions} />
      <EditorNotes notes={data.notes} />
    </>
  );
}

function SupplyLine({ data }: { readonly data: ConceptPageData }) {
  const t = useTranslations("chain");
  const { concept, counts, supply } = data;
  const parts = [
    ["offers", "capability", counts.capabilities],
    ["needs", "need", counts.needs],
    ["projects", "project", counts.projects],
  ] as const;
  return (
    <div className="mb-8 flex flex-wrap items-center gap-x-8 gap-y-3 border-y border-line py-3">
      <Badge tone={supplyTones[supply]}>{t(`supply.${supply}`)}</Badge>
      {parts.map(([label, kind, count]) => (
        <span key={label} className="flex items-baseline gap-2">
          <span className="text-muted">{t(`concept.${label}`)}</span>
          <TextLink
            href={{ pathname: "/postings", query: { concept: concept.id, kind } }}
            className="text-lg font-semibold tabular-nums"
          >
            {count}
          </TextLink>
        </span>
      ))}
      <span className="text-xs text-muted">{t("concept.withKinds")}</span>
    </div>
  );
}
