import { overseenKinds } from "@lilink/model/trace/item";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OversightPage } from "#features/battery/components/oversight-page.tsx";
import { readOversight } from "#features/battery/queries.ts";
import { overseesBatteries, settlesHandovers } from "#features/shell/view.ts";
import { requireMember } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("oversight"))("title") };
}

export default async function BatteryOversightPage({
  searchParams,
}: PageProps<"/[locale]/batteries/oversight">) {
  const viewer = await requireMember("/batteries/oversight");
  if (!overseesBatteries(viewer)) notFound();
  const { kind, province, cursor: asked, row } = await searchParams;
  const wanted = overseenKinds.find((one) => one === kind);
  const query = {
    ...(wanted && { kind: wanted }),
    ...(typeof province === "string" && /^\d{2}$/.test(province) && { province }),
  };
  const cursor = typeof asked === "string" ? asked : undefined;
  const page = await readOversight({ ...query, ...(cursor && { cursor }) });
  return (
    <OversightPage page={page} query={query} cursor={cursor} row={row} settles={settlesHandovers(viewer)} />
  );
}
