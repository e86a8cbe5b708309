import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Inbox } from "#features/introduction/components/inbox.tsx";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { toIntroductionFilter } from "#features/introduction/queries.ts";
import { requireMember } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

type InboxPageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("introduction"))("title") };
}

export default async function IntroductionsPage({ searchParams }: InboxPageProps) {
  const viewer = await requireMember("/introductions");
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  const query = await searchParams;
  const filter = toIntroductionFilter(query);
  const list = await orNotFound((await caller()).introduction.list(filter));
  return <Inbox list={list} filter={filter} row={query.row} />;
}
