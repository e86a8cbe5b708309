import { can } from "@lilink/model/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SupplyPage } from "#features/supply/components/supply-page.tsx";
import {
  readMix,
  readOpenMeetings,
  readScenarios,
  readStressBase,
  readSupply,
} from "#features/supply/queries.ts";
import { readQuery } from "#features/supply/view.ts";
import { actorOf } from "#lib/actor.ts";
import { findViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("supply"))("title") };
}

export default async function SupplyFromAbroadPage({ searchParams }: PageProps<"/[locale]/supply">) {
  const query = readQuery(await searchParams);
  const [viewer, supply, base] = await Promise.all([findViewer(), readSupply(query), readStressBase()]);
  const keeps = can(actorOf(viewer), "series.adopt");
  const [mix, scenarios, meetings] = await Promise.all([
    readMix(query, supply.ceiling.percent / 100),
    keeps ? readScenarios() : [],
    keeps ? readOpenMeetings() : null,
  ]);
  return (
    <SupplyPage
      query={query}
      supply={supply}
      base={base}
      mix={mix}
      scenarios={scenarios}
      meetings={meetings}
    />
  );
}
