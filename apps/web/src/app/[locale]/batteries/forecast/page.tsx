import { can } from "@lilink/model/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OutlookPage } from "#features/outlook/components/outlook-page.tsx";
import { readOutlook } from "#features/outlook/queries.ts";
import { readFaults, readQuery } from "#features/outlook/view.ts";
import { actorOf } from "#lib/actor.ts";
import { findViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("outlook"))("title") };
}

export default async function ForecastPage({ searchParams }: PageProps<"/[locale]/batteries/forecast">) {
  const given = await searchParams;
  const query = readQuery(given);
  const [viewer, outlook] = await Promise.all([findViewer(), readOutlook(query)]);
  return (
    <OutlookPage
      outlook={outlook}
      query={query}
      faults={readFaults(given)}
      keeps={can(actorOf(viewer), "series.adopt")}
    />
  );
}
