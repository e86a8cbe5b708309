import { isLocale } from "@lilink/i18n";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { MeetingPage } from "#features/meeting/components/meeting-page.tsx";
import { readMeeting, readVotable } from "#features/meeting/queries.ts";
import { toPageTitle } from "#lib/page-title.ts";
import { requireViewer } from "#lib/session.ts";

type MeetingProps = PageProps<"/[locale]/meetings/[id]">;

export async function generateMetadata({ params }: MeetingProps): Promise<Metadata> {
  const { id } = await params;
  return toPageTitle((await getTranslations("meeting"))("title"), async () => {
    await requireViewer(`/meetings/${id}`);
    return (await readMeeting(id))?.title;
  });
}

export default async function OneMeeting({ params }: MeetingProps) {
  const { id, locale } = await params;
  const { personId } = await requireViewer(`/meetings/${id}`);
  const meeting = await readMeeting(id);
  if (!meeting) notFound();
  const asks = meeting.mayKeep && meeting.state === "held";
  const votable = asks ? await readVotable(isLocale(locale) ? locale : "en") : [];
  return (
    <ClientMessages namespaces={["meeting", "posting"]}>
      <MeetingPage meeting={meeting} personId={personId} votable={votable} />
    </ClientMessages>
  );
}
