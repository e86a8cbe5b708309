import type { Locale } from "@lilink/i18n";
import { settledByVote, votedRegisters } from "@lilink/model/meeting";
import type { Bilingual } from "@lilink/model/register";
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
/** Records that wait for a vote, for whoever puts a question. [VO6] */
export async function readVotable(locale: Locale) {
  const api = await caller();
  const lists = await Promise.all(
    votedRegisters.map(async (register) => {
      const { items } = (await api[register].list({ limit: 100 })) as { readonly items: readonly Listed[] };
      return items.flatMap(({ publicId, state, values }) =>
        state === settledByVote[register].waits
          ? [{ register, publicId, title: ownText(values.title as Bilingual, locale) }]
          : [],
      );
    }),
  );
  return lists.flat();
}
type Listed = {
  readonly publicId: string;
  readonly state: string;
  readonly values: Readonly<Record<string, unknown>>;
};
export type Votable = Awaited<ReturnType<typeof readVotable>>[number];

export type LawNote = NonNullable<Awaited<ReturnType<typeof readLawNote>>>;

export type MeetingList = Awaited<ReturnType<typeof readMeetings>>["list"];
export type OwnDecision = Awaited<ReturnType<typeof readMeetings>>["own"][number];
export type Meeting = NonNullable<Awaited<ReturnType<typeof readMeeting>>>;
export type MeetingItem = Meeting["items"][number];
