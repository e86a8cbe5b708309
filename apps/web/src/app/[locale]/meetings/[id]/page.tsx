import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { MeetingPage } from "#features/meeting/components/meeting-page.tsx";
import { readMeeting } from "#features/meeting/queries.ts";
import { requireViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meeting"))("title") };
}

export default async function OneMeeting({ params }: PageProps<"/[locale]/meetings/[id]">) {
  const { id } = await params;
  await requireViewer(`/meetings/${id}`);
  const meeting = await readMeeting(id);
  if (!meeting) notFound();
  return (
    <ClientMessages namespaces={["meeting"]}>
      <MeetingPage meeting={meeting} />
    </ClientMessages>
  );
}
