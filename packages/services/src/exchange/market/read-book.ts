import type { Attention, Pairs } from "@lilink/model/allocation";
import type { PostingKind } from "@lilink/model/posting";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** For so many of the other side a posting has attention, whichever side it stands on. */
export const placesPerPosting = 5;

export type Member = {
  readonly id: string;
  readonly kind: PostingKind;
  readonly concept: string;
  readonly link: string;
};

/** The whole market: who is live, and which pairs of them fit, as they stand since the last run. */
export type Book = {
  readonly members: readonly Member[];
  readonly pairs: Pairs;
  readonly attention: Attention;
  readonly shown: Uint8Array;
  readonly demandPlace: Int32Array;
  readonly offerPlace: Int32Array;
};

type PairRow = {
  readonly d: string;
  readonly o: string;
  readonly ds: number;
  readonly os: number;
  readonly shown: boolean;
  readonly dp: number | null;
  readonly op: number | null;
};

const batch = 20_000;

/** Members are numbered by id, so that ties fall alike in every run. A project stands on both sides. */
export async function readBook(ctx: Context): Promise<Book> {
  const { rows: members } = await ctx.db.execute<Member>(sql`
    select posting_id as id, kind, concept, link from posting_part
    where state = 'live' and level = 'everyone' and not walled
      and (valid_until is null or valid_until > ${ctx.now.toISOString()}::timestamptz) order by posting_id`);
  const numberOf = new Map(members.map(({ id }, at) => [id, at]));
  const columns = { left: [], right: [], demand: [], offer: [], shown: [], dp: [], op: [] } as Record<
    "left" | "right" | "demand" | "offer" | "shown" | "dp" | "op",
    number[]
  >;
  for await (const row of readPairs(ctx)) {
    const [left, right] = [numberOf.get(row.d), numberOf.get(row.o)];
    if (left === undefined || right === undefined) continue;
    columns.left.push(left);
    columns.right.push(right);
    columns.demand.push(row.ds);
    columns.offer.push(row.os);
    columns.shown.push(Number(row.shown));
    columns.dp.push(row.dp ?? 0);
    columns.op.push(row.op ?? 0);
  }
  const places = () => new Int32Array(members.length).fill(placesPerPosting);
  return {
    members,
    pairs: {
      left: Int32Array.from(columns.left),
      right: Int32Array.from(columns.right),
      leftScore: Float64Array.from(columns.demand),
      rightScore: Float64Array.from(columns.offer),
    },
    attention: { left: places(), right: places() },
    shown: Uint8Array.from(columns.shown),
    demandPlace: Int32Array.from(columns.dp),
    offerPlace: Int32Array.from(columns.op),
  };
}

/** Batch after batch by key: a large market is never held as rows. */
async function* readPairs(ctx: Context): AsyncGenerator<PairRow> {
  let after = { d: "00000000-0000-0000-0000-000000000000", o: "00000000-0000-0000-0000-000000000000" };
  for (;;) {
    const { rows } = await ctx.db.execute<PairRow>(sql`
      select demand_posting_id as d, offer_posting_id as o, demand_score as ds, offer_score as os, shown,
        demand_place as dp, offer_place as op
      from market_pair where fits and (demand_posting_id, offer_posting_id) > (${after.d}::uuid, ${after.o}::uuid)
      order by demand_posting_id, offer_posting_id limit ${batch}`);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = last;
  }
}
