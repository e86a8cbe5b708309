import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listPairs } from "#features/engagement/queries.ts";
import { MatchPage } from "#features/match/components/match-page.tsx";
import {
  loadAchievements,
  loadMatches,
  loadSection,
  loadWhyNot,
  type WhyAsked,
} from "#features/match/queries.ts";
import { toMatchSection } from "#features/match/view.ts";
import { CurrentPage } from "#features/shell/components/current-page.tsx";
import { requireMember } from "#lib/session.ts";

/** So many of each section stand first, beside what is suggested: they are what matters. */
const shownFirst = 5;

type PageProps = {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ section?: string; cursor?: string; row?: string } & WhyAsked>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("match.page");
  return { title: t("title") };
}

export default async function Matches({ params, searchParams }: PageProps) {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const viewer = await requireMember(`/postings/${id}/matches`);
  const section = toMatchSection(asked.section);
  const mayAct = viewer.organization.role !== "viewer";
  if (section) {
    const { list, cursor } = await loadSection(id, section, asked.cursor);
    return (
      <>
        <CurrentPage under="/postings/own" />
        <MatchPage list={list} mayAct={mayAct} section={section} cursor={cursor} row={asked.row} />
      </>
    );
  }
  const [list, whyNot, pairs, achievements] = await Promise.all([
    loadMatches(id, { limit: shownFirst, apart: true }),
    loadWhyNot(id, asked),
    listPairs(id),
    loadAchievements(id),
  ]);
  return (
    <>
      <CurrentPage under="/postings/own" />
      <MatchPage list={list} mayAct={mayAct} whyNot={whyNot} pairs={pairs} achievements={achievements} />
    </>
  );
}
