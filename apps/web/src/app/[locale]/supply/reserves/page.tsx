import { can } from "@lilink/model/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReservePage } from "#features/supply/components/reserve-page.tsx";
import { readReserve } from "#features/supply/queries.ts";
import { actorOf } from "#lib/actor.ts";
import { findViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("supply"))("reserve.title") };
}

export default async function ReservesPage() {
  const [viewer, reserve] = await Promise.all([findViewer(), readReserve()]);
  return <ReservePage reserve={reserve} opens={can(actorOf(viewer), "series.adopt")} />;
}
