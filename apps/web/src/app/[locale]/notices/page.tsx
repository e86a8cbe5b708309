import { listNoticesSchema } from "@lilink/contract";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoticeList } from "#features/notice/components/notice-list.tsx";
import { canPost } from "#features/shell/view.ts";
import { requireViewer } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

type NoticesProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notice"))("title") };
}

export default async function NoticesPage({ searchParams }: NoticesProps) {
  const viewer = await requireViewer("/notices");
  const params = await searchParams;
  const cursor = listNoticesSchema.shape.cursor.safeParse(params.cursor).data;
  const filter = { unread: params.unread === "1", ...(cursor ? { cursor } : {}) };
  const list = await orNotFound((await caller()).notice.list(filter));
  return (
    <NoticeList
      list={list}
      filter={filter}
      row={params.row}
      unread={viewer.unreadNotices}
      acting={viewer.organization?.publicId ?? null}
      canPost={canPost(viewer)}
    />
  );
}
