import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BoardPage } from "#features/board/components/board-page.tsx";
import { readBoard } from "#features/board/queries.ts";
import { callsMeetings, readsBoard, readsMarket, reviews } from "#features/shell/view.ts";
import { requireViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("board"))("title") };
}

export default async function Board() {
  const viewer = await requireViewer("/board");
  if (!readsBoard(viewer)) notFound();
  return (
    <BoardPage
      {...(await readBoard({ officer: reviews(viewer) }))}
      toMarket={readsMarket(viewer)}
      callsMeetings={callsMeetings(viewer)}
    />
  );
}
