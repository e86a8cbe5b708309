import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { TicketPage } from "#features/introduction/components/ticket-page.tsx";
import { toPageTitle } from "#lib/page-title.ts";
import { requireMember } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

type DetailProps = { readonly params: Promise<{ id: string; ticket: string }> };

const load = cache(async (publicId: string) => orNotFound((await caller()).support.load({ publicId })));

export async function generateMetadata({ params }: DetailProps): Promise<Metadata> {
  const { id, ticket } = await params;
  return toPageTitle((await getTranslations("support"))("title"), async () => {
    const { organization } = await requireMember(`/introductions/${id}/support/${ticket}`);
    return organization.verified ? (await load(ticket)).subject : null;
  });
}

export default async function TicketDetailPage({ params }: DetailProps) {
  const { id, ticket } = await params;
  const viewer = await requireMember(`/introductions/${id}/support/${ticket}`);
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  return <TicketPage ticket={await load(ticket)} mayWrite={viewer.organization.role !== "viewer"} />;
}
