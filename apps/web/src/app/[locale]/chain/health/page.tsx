import { can } from "@lilink/model/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HealthPage } from "#features/chain-health/components/health-page.tsx";
import { readChainHealth, readLinkStates } from "#features/chain-health/queries.ts";
import { readOpenMeetings } from "#features/supply/queries.ts";
import { actorOf } from "#lib/actor.ts";
import { findViewer } from "#lib/session.ts";

const firstOf = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("health");
  return { title: t("title") };
}

export default async function ChainHealth({ searchParams }: PageProps<"/[locale]/chain/health">) {
  const params = await searchParams;
  const run = firstOf(params.run);
  const [health, viewer] = await Promise.all([readChainHealth(run), findViewer()]);
  const keeps = can(actorOf(viewer), "series.adopt");
  return (
    <HealthPage
      health={health}
      concept={firstOf(params.node) ?? null}
      run={run}
      meetings={keeps ? await readOpenMeetings() : null}
      links={await readLinkStates(viewer)}
    />
  );
}
