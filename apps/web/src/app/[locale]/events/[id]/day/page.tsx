import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { DayPage } from "#features/event/components/day-page.tsx";
import { KeepDay } from "#features/event/components/keep-day.tsx";
import { readDay } from "#features/event/queries.ts";
import { requireViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("event.day"))("title") };
}

export default async function EventDay({ params }: PageProps<"/[locale]/events/[id]/day">) {
  const { id } = await params;
  await requireViewer(`/events/${id}/day`);
  const day = await readDay(id);
  if (!day) notFound();
  return (
    <ClientMessages namespaces={["event"]}>
      <KeepDay id={id} asOf={new Date()} />
      <DayPage day={day} now={new Date()} />
    </ClientMessages>
  );
}
