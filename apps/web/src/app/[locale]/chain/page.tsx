import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChainPage } from "#features/chain/components/chain-page.tsx";
import { readChain, readOwnConcepts } from "#features/chain/queries.ts";
import { chainShows } from "#features/chain/view.ts";
import { findViewer } from "#lib/session.ts";

type PageProps = {
  readonly searchParams: Promise<{
    stage?: string | string[];
    q?: string | string[];
    show?: string | string[];
  }>;
};

const firstOf = (value: string | string[] | undefined) => (typeof value === "string" ? value : value?.[0]);

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("chain");
  return { title: t("title") };
}

export default async function Chain({ searchParams }: PageProps) {
  const params = await searchParams;
  const q = firstOf(params.q)?.trim() ?? "";
  const [{ counts, found }, viewer] = await Promise.all([readChain(q), findViewer()]);
  const mine = viewer?.organization ? await readOwnConcepts(viewer.organization.publicId) : [];
  return (
    <ChainPage
      counts={counts}
      stage={firstOf(params.stage) ?? null}
      q={q}
      found={found}
      show={chainShows.find((show) => show === firstOf(params.show)) ?? null}
      mine={mine}
    />
  );
}
