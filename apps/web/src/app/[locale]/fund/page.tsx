import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortfolioPage } from "#features/fund/components/portfolio-page.tsx";
import { readPortfolio } from "#features/fund/queries.ts";
import { RelayPart } from "#features/relay/components/relay-part.tsx";
import { findViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("fund"))("title") };
}

export default async function FundPage({ searchParams }: PageProps<"/[locale]/fund">) {
  const { cursor: asked, row } = await searchParams;
  const cursor = typeof asked === "string" ? asked : undefined;
  const [portfolio, viewer] = await Promise.all([readPortfolio(cursor), findViewer()]);
  return (
    <PortfolioPage
      portfolio={portfolio}
      viewer={viewer}
      cursor={cursor}
      row={row}
      relay={<RelayPart relay={portfolio.relay} />}
    />
  );
}
