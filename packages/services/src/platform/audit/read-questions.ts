import { meeting, meetingItem, meetingVote } from "@lilink/db/schema";
import { registerOf } from "@lilink/model/register";
import { eq, inArray, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { headOf } from "../../record/record-tables.ts";
import type { NamedRecord } from "./read-records.ts";

type Entry = {
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** The questions that were put to the vote, by the id of the vote, each with the page of its meeting. [AU10] */
export async function readQuestions(
  ctx: Context,
  rows: readonly Entry[],
): Promise<ReadonlyMap<string, NamedRecord>> {
  const ids = rows.flatMap(({ subjectKind, subjectId }) =>
    subjectKind === "meeting_vote" && subjectId ? [subjectId] : [],
  );
  if (ids.length === 0) return new Map();
  const found = await ctx.db
    .select({ id: meetingVote.id, question: meetingVote.question, publicId: meeting.publicId })
    .from(meetingVote)
    .innerJoin(meetingItem, eq(meetingItem.id, meetingVote.itemId))
    .innerJoin(meeting, eq(meeting.id, meetingItem.meetingId))
    .where(inArray(meetingVote.id, ids));
  return new Map(
    found.map(({ id, question, publicId }) => [
      id,
      { id, path: `/meetings/${publicId}`, titleZh: question, titleEn: null },
    ]),
  );
}

export type SeatName = { readonly titleZh: string | null; readonly titleEn: string | null };

/** What the seats are called that details name, by public id. [AU10] */
export async function readSeats(
  ctx: Context,
  rows: readonly Entry[],
): Promise<ReadonlyMap<string, SeatName>> {
  const ids = rows.flatMap(({ detail }) => (typeof detail.seat === "string" ? detail.seat : []));
  if (ids.length === 0) return new Map();
  const { rows: heads } = await ctx.db.execute<SeatName & { publicId: string }>(
    sql`select public_id as "publicId", title_zh as "titleZh", title_en as "titleEn" from ${headOf(registerOf("seat"))}
      where public_id = any (${sql.param([...new Set(ids)])}::text[])`,
  );
  return new Map(heads.map(({ publicId, ...name }) => [publicId, name]));
}
