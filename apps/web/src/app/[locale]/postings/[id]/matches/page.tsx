import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MatchPage } from "#features/match/components/match-page.tsx";
import { loadMatches } from "#features/match/queries.ts";
import { requireMember } from "#lib/session.ts";

type PageProps = {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ show?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("match.page");
  return { title: t("title") };
}

export default async function Matches({ params, searchParams }: PageProps) {
  const [{ id }, { show }] = await Promise.all([params, searchParams]);
  const viewer = await requireMember(`/postings/${id}/matches`);
  const list = await loadMatches(id);
  return <MatchPage list={list} mayAct={viewer.organization.role !== "viewer"} all={show === "all"} />;
}
