import { can } from "@lilink/model/policy";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { WatchYearPage } from "#features/governance/components/watch-year-page.tsx";
import { actorOf } from "#lib/actor.ts";
import { requireViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("governance.watch"))("report") };
}

export default async function WatchReport({ searchParams }: PageProps<"/[locale]/watch-items/report">) {
  const viewer = await requireViewer("/watch-items/report");
  if (!can(actorOf(viewer), "record.consult")) notFound();
  const year = Number((await searchParams).year);
  return <WatchYearPage year={Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : undefined} />;
}
