import type { caller } from "#lib/trpc/server.ts";

export type Desk = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>["desk"]["load"]>>;
export type DeskItem = Desk["items"][number];
