import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "#features/desk/components/desk-page.tsx";
import { readStart } from "#features/desk/queries.ts";
import { isInvitedToPost } from "#features/shell/view.ts";
import { requireViewer } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("title") };
}

export default async function DeskRoute() {
  const viewer = await requireViewer("/desk");
  const canPost = isInvitedToPost(viewer);
  const [desk, start] = await Promise.all([(await caller()).desk.load(), readStart(viewer, canPost)]);
  return (
    <DeskPage
      desk={desk}
      unread={viewer.unreadNotices}
      start={start}
      canPost={canPost}
      organization={viewer.organization}
    />
  );
}
