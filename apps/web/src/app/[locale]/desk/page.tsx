import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "#features/desk/components/desk-page.tsx";
import { isInvitedToPost } from "#features/shell/view.ts";
import { requireViewer } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("title") };
}

export default async function DeskRoute() {
  const viewer = await requireViewer("/desk");
  const desk = await (await caller()).desk.load();
  return (
    <DeskPage
      desk={desk}
      unread={viewer.unreadNotices}
      canPost={isInvitedToPost(viewer)}
      organization={viewer.organization}
    />
  );
}
