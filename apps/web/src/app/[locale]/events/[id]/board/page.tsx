import { can } from "@lilink/model/policy";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { BoardPage } from "#features/event/components/board-page.tsx";
import { readHallBoard } from "#features/event/queries.ts";
import { actorOf } from "#lib/actor.ts";
import { requireViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("event.board"))("title") };
}

export default async function EventBoard({ params, searchParams }: PageProps<"/[locale]/events/[id]/board">) {
  const [{ id }, { version }] = await Promise.all([params, searchParams]);
  const viewer = await requireViewer(`/events/${id}/board`);
  if (!can(actorOf(viewer), "event.keep")) notFound();
  const board = await readHallBoard(id, Number(version) || undefined);
  if (!board) notFound();
  return (
    <ClientMessages namespaces={["event"]}>
      <BoardPage board={board} />
    </ClientMessages>
  );
}
