import { cache } from "react";
import { findOrNull } from "#lib/find-or-null.ts";
import { findViewer } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

/** An event as the viewer's firm comes to it; null for a visitor, whom only its record is for. */
export const readEvent = cache(async (publicId: string) =>
  findOrNull((await caller()).event.load({ publicId })),
);
export type EventView = NonNullable<Awaited<ReturnType<typeof readEvent>>>;
export type OtherGuest = EventView["others"][number];

/** The events for which the viewer's firm is registered; none for a visitor, nor for a firm that is not verified. */
export async function listAttended(): Promise<ReadonlySet<string>> {
  const viewer = await findViewer();
  if (!viewer?.organization?.verified) return new Set();
  return new Set(await (await caller()).event.attended({}));
}

export const readDay = cache(async (publicId: string) =>
  findOrNull((await caller()).event.day({ publicId })),
);
export type EventDay = NonNullable<Awaited<ReturnType<typeof readDay>>>;
export type DayMeeting = EventDay["meetings"][number];

export const readHallBoard = cache(async (publicId: string, version: number | undefined) =>
  findOrNull((await caller()).event.board({ publicId, ...(version ? { version } : {}) })),
);
export type HallBoard = NonNullable<Awaited<ReturnType<typeof readHallBoard>>>;

export async function readYield(publicId: string) {
  return findOrNull((await caller()).event.yield({ publicId }));
}
export type EventYield = NonNullable<Awaited<ReturnType<typeof readYield>>>;
