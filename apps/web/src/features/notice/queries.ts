import type { caller } from "#lib/trpc/server.ts";

type Api = Awaited<ReturnType<typeof caller>>["notice"];
export type NoticeList = Awaited<ReturnType<Api["list"]>>;
export type NoticeItem = NoticeList["items"][number];
export type NoticeChoices = Awaited<ReturnType<Api["listChoices"]>>["choices"];
