import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { MeetingList } from "#features/meeting/components/meeting-list.tsx";
import { readMeetings } from "#features/meeting/queries.ts";
import { requireViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meeting"))("title") };
}

export default async function Meetings({ searchParams }: PageProps<"/[locale]/meetings">) {
  const viewer = await requireViewer("/meetings");
  if (!viewer.organization?.verified) notFound();
  const { cursor, row } = await searchParams;
  const from = typeof cursor === "string" ? cursor : undefined;
  return (
    <ClientMessages namespaces={["meeting"]}>
      <MeetingList {...(await readMeetings(from))} cursor={from} row={row} />
    </ClientMessages>
  );
}
