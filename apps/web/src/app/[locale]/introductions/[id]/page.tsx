import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { listAccompanying } from "#features/engagement/queries.ts";
import { IntroductionPage } from "#features/introduction/components/introduction-page.tsx";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { headingOf } from "#features/posting/view.ts";
import { toPageTitle } from "#lib/page-title.ts";
import { requireMember } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

type DetailProps = { readonly params: Promise<{ id: string }> };

const load = cache(async (publicId: string) => orNotFound((await caller()).introduction.load({ publicId })));

export async function generateMetadata({ params }: DetailProps): Promise<Metadata> {
  const { id } = await params;
  return toPageTitle((await getTranslations("introduction"))("title"), async () => {
    const { organization } = await requireMember(`/introductions/${id}`);
    const reading = organization.verified ? (await load(id)).asked?.reading : null;
    return reading ? headingOf(reading, reading.fields.title ?? "", await getLocale()) : null;
  });
}

export default async function IntroductionDetailPage({ params }: DetailProps) {
  const { id } = await params;
  const viewer = await requireMember(`/introductions/${id}`);
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  const api = await caller();
  const [introduction, tickets] = await Promise.all([
    load(id),
    orNotFound(api.support.list({ introduction: id, limit: 100 })),
  ]);
  const opened = introduction.state === "accepted" || introduction.state === "ended";
  const appointments = opened ? await api.appointment.load({ introduction: id }) : null;
  const engaged = introduction.state === "accepted" ? await listAccompanying() : [];
  return (
    <IntroductionPage
      introduction={introduction}
      tickets={tickets}
      appointments={appointments}
      mayWrite={viewer.organization.role !== "viewer"}
      engaged={engaged}
    />
  );
}
