import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChainPage } from "#features/chain/components/chain-page.tsx";
import { readChain } from "#features/chain/queries.ts";

type PageProps = {
  readonly searchParams: Promise<{ stage?: string | string[]; q?: string | string[] }>;
};

const firstOf = (value: string | string[] | undefined) => (typeof value === "string" ? value : value?.[0]);

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("chain");
  return { title: t("title") };
}

export default async function Chain({ searchParams }: PageProps) {
  const params = await searchParams;
  const q = firstOf(params.q)?.trim() ?? "";
  const { counts, found } = await readChain(q);
  return <ChainPage counts={counts} stage={firstOf(params.stage) ?? null} q={q} found={found} />;
}
