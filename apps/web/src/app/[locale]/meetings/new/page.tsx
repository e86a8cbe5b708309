import { isStuck } from "@lilink/model/goals";
import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { CallForm } from "#features/meeting/components/call-form.tsx";
import { readsMarket } from "#features/shell/view.ts";
import { readStandings } from "#features/standing/queries.ts";
import { requireViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meeting.call"))("title") };
}

export default async function NewMeeting() {
  if (!readsMarket(await requireViewer("/meetings/new"))) notFound();
  const [t, standings] = await Promise.all([getTranslations("meeting"), readStandings()]);
  return (
    <ClientMessages namespaces={["meeting"]}>
      <PageHeader
        up={<TextLink href="/meetings">{t("page.back")}</TextLink>}
        title={t("call.title")}
        lead={t("call.lead")}
      />
      <CallForm
        running={standings.filter(({ goal }) => goal.startsWith("G35")).map(({ goal }) => goal)}
        heldBack={standings.filter(isStuck).map(({ goal }) => goal)}
      />
    </ClientMessages>
  );
}
