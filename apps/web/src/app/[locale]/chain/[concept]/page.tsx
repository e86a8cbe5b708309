import { isLocale } from "@lilink/i18n";
import { findConcept } from "@lilink/model/chain";
import { needsOf } from "@lilink/model/posting/standing";
import { Section } from "@lilink/ui";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ConceptPage } from "#features/chain/components/concept-page.tsx";
import { readConcept } from "#features/chain/queries.ts";
import { nameOf } from "#features/chain/view.ts";
import { NodeHealth } from "#features/chain-health/components/node-health.tsx";
import { readNodeHealth } from "#features/chain-health/queries.ts";
import { ConceptWatch } from "#features/governance/components/concept-watch.tsx";
import { StandingNeedList } from "#features/posting/components/standing-need-list.tsx";
import { ConceptSupply } from "#features/supply/components/concept-supply.tsx";
import { findViewer } from "#lib/session.ts";

type PageProps = { readonly params: Promise<{ concept: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [{ concept }, locale] = await Promise.all([params, getLocale()]);
  const found = findConcept(concept);
  return found ? { title: nameOf(found, locale) } : {};
}

export default async function Concept({ params }: PageProps) {
  const [{ concept }, given] = await Promise.all([params, getLocale()]);
  if (!findConcept(concept)) notFound();
  const [data, health, viewer, t] = await Promise.all([
    readConcept(concept),
    readNodeHealth(concept),
    findViewer(),
    getTranslations("posting.standing"),
  ]);
  const needs = needsOf(concept);
  const role = viewer?.organization?.role;
  return (
    <ConceptPage data={data}>
      <ConceptSupply concept={concept} locale={isLocale(given) ? given : "en"} />
      <ConceptWatch concept={concept} locale={isLocale(given) ? given : "en"} />
      {needs.length > 0 ? (
        <Section id="standing" title={t("at")}>
          <StandingNeedList needs={needs} mayPost={role !== undefined && role !== "viewer"} />
        </Section>
      ) : null}
      <NodeHealth health={health} />
    </ConceptPage>
  );
}
