import { can } from "@lilink/model/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RatesPage } from "#features/rate/components/rates-page.tsx";
import { readRates } from "#features/rate/queries.ts";
import { actorOf } from "#lib/actor.ts";
import { findViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rate"))("title") };
}

export default async function ThreeRatesPage() {
  const [viewer, rates] = await Promise.all([findViewer(), readRates()]);
  return <RatesPage rates={rates} publishes={can(actorOf(viewer), "series.adopt")} />;
}
