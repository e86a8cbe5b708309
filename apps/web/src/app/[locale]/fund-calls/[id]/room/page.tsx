import { can } from "@lilink/model/policy";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "#components/client-messages.tsx";
import { RoomPage } from "#features/fund/components/room-page.tsx";
import { readRoom } from "#features/fund/queries.ts";
import { actorOf } from "#lib/actor.ts";
import { toPageTitle } from "#lib/page-title.ts";
import { requireMember } from "#lib/session.ts";

type Props = PageProps<"/[locale]/fund-calls/[id]/room">;

async function readAsOfficer(id: string) {
  const viewer = await requireMember(`/fund-calls/${id}/room`);
  return can(actorOf(viewer), "fund.keep") ? readRoom(id) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return toPageTitle((await getTranslations("fund.room"))("title"), async () => {
    const room = await readAsOfficer(id);
    return room?.call.number;
  });
}

export default async function CallRoom({ params }: Props) {
  const { id } = await params;
  const room = await readAsOfficer(id);
  if (!room) notFound();
  return (
    <ClientMessages namespaces={["fund"]}>
      <RoomPage room={room} />
    </ClientMessages>
  );
}
