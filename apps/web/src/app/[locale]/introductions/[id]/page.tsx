import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { IntroductionPage } from "#features/introduction/components/introduction-page.tsx";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { requireMember } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

type DetailProps = { readonly params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("introduction"))("title") };
}

export default async function IntroductionDetailPage({ params }: DetailProps) {
  const { id } = await params;
  const viewer = await requireMember(`/introductions/${id}`);
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  const introduction = await orNotFound((await caller()).introduction.load({ publicId: id }));
  return <IntroductionPage introduction={introduction} mayWrite={viewer.organization.role !== "viewer"} />;
}
