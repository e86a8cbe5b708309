import type { DenialState } from "@lilink/model/trace";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { listOf } from "./list-of.ts";

/** What somebody said, and on which day. */
export type Word = { readonly reason: string; readonly on: string };

/** The words about a hand-over that its receiver denies: its own, that of whoever told it, and that of officers. [TR27] [TR28] */
export type Denial = Word & {
  readonly state: DenialState;
  readonly upheld: Word | null;
  readonly settled: Word | null;
};

const dayOf = (moment: SQL) => sql`(${moment} at time zone 'Asia/Shanghai')::date::text`;
const wordOf = (reason: SQL, moment: SQL) =>
  sql`case when ${reason} is not null then jsonb_build_object('reason', ${reason}, 'on', ${dayOf(moment)}) end`;

/** The words of the row `d` of battery_denial; null where there is none. */
export const denialWords = sql`case when d.id is not null then jsonb_build_object('state', d.state, 'reason', d.reason, 'on', ${dayOf(sql`d.denied_at`)},
  'upheld', ${wordOf(sql`d.upheld_reason`, sql`d.upheld_at`)}, 'settled', ${wordOf(sql`d.settled_reason`, sql`d.settled_at`)}) end`;

/** What was denied of some batteries, by the hash of the hand-over, as it was known on a day; for its two sides and those who oversee it. */
export async function readDenials(
  ctx: Context,
  codes: readonly string[],
  knownOn: string | undefined,
): Promise<ReadonlyMap<string, Denial>> {
  const { rows } = await ctx.db.execute<{ hash: string; denial: Denial }>(
    sql`select d.event_hash as hash, ${denialWords} as denial from battery_denial d where d.code = any (${listOf(codes)}::text[])`,
  );
  return new Map(
    rows.flatMap(({ hash, denial }) =>
      knownOn && denial.on > knownOn ? [] : [[hash, asKnown(denial, knownOn)] as const],
    ),
  );
}

function asKnown(denial: Denial, knownOn: string | undefined): Denial {
  if (knownOn === undefined) return denial;
  const { upheld, settled } = denial;
  if (upheld && upheld.on > knownOn) return { ...denial, state: "denied", upheld: null, settled: null };
  return settled && settled.on > knownOn ? { ...denial, state: "upheld", settled: null } : denial;
}
