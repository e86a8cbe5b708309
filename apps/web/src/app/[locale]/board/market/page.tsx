import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MarketPage } from "#features/market/components/market-page.tsx";
import { readMarket } from "#features/market/queries.ts";
import { readsMarket } from "#features/shell/view.ts";
import { requireViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("market.board"))("title") };
}

export default async function Market({ searchParams }: PageProps<"/[locale]/board/market">) {
  if (!readsMarket(await requireViewer("/board/market"))) notFound();
  const [{ concept }, market] = await Promise.all([searchParams, readMarket()]);
  return <MarketPage market={market} concept={concept} />;
}
