import type { Locale } from "@lilink/i18n";
import { type Bilingual, weakLinkMachine } from "@lilink/model/register";
import { cache } from "react";
import { ownText } from "#features/record/view.ts";
import { findOrNull } from "#lib/find-or-null.ts";
import { caller } from "#lib/trpc/server.ts";

export async function readMeetings(cursor: string | undefined) {
  const api = await caller();
  const [list, own] = await Promise.all([
    api.meeting.list(cursor ? { cursor } : {}),
    api.meeting.ownDecisions({}),
  ]);
  return { list, own };
}

/** Asked once a request: each look at a meeting is noted. */
export const readMeeting = cache(async (publicId: string) =>
  findOrNull((await caller()).meeting.load({ publicId })),
);

export const readLawNote = cache(async (publicId: string) =>
  findOrNull((await caller()).meeting.lawNote({ publicId })),
);
/** Weak links that wait for a decision, for whoever puts a question. */
export async function readCandidates(locale: Locale) {
  const { items } = await (await caller()).weakLink.list({ limit: 100 });
  return items.flatMap(({ publicId, state, values }) =>
    state === weakLinkMachine.start ? [{ publicId, title: ownText(values.title as Bilingual, locale) }] : [],
  );
}
export type OpenCandidate = Awaited<ReturnType<typeof readCandidates>>[number];

export type LawNote = NonNullable<Awaited<ReturnType<typeof readLawNote>>>;

export type MeetingList = Awaited<ReturnType<typeof readMeetings>>["list"];
export type OwnDecision = Awaited<ReturnType<typeof readMeetings>>["own"][number];
export type Meeting = NonNullable<Awaited<ReturnType<typeof readMeeting>>>;
export type MeetingItem = Meeting["items"][number];
