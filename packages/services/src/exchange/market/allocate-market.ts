import { jobPayloads } from "@lilink/contract";
import { marketReport } from "@lilink/db/schema";
import { type JudgedPair, listPlaces, shareAttention } from "@lilink/model/allocation";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { type Book, placesPerPosting, readBook } from "./read-book.ts";
import { readWeights } from "./read-weights.ts";
import { sumAllocation } from "./sum-allocation.ts";
import { tellShown } from "./tell-shown.ts";

/** So many changes are announced one by one; after a greater upheaval pages learn of it when they are next read. */
const mostAnnounced = 500;
const batch = 5000;

type Change = {
  readonly demand: string;
  readonly offer: string;
  readonly shown: boolean;
  readonly demand_place: number;
  readonly offer_place: number;
};

/**
 * Works out who is shown to whom over the whole market, from what every verified member may read alone: deferred
 * acceptance within the attention of both sides ([MK1], [MK2]). Then whoever is newly shown somebody good is told.
 */
export const allocateMarket = defineMutation({
  name: "market.allocate",
  input: jobPayloads["market.allocate"],
  authorize: { action: "market.allocate" },
  run: async (ctx) => {
    const book = await readBook(ctx);
    const shown = shareAttention(book.pairs, book.attention);
    const ranks = listPlaces(book.pairs, book.attention, shown);
    const sums = sumAllocation(book, shown, await readJudged(ctx), placesPerPosting);
    const changes = listChanges(book, shown, ranks);
    // A ranking that writes the same pairs waits for this, and this for it; the working out above waits for nobody.
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('posting.match'))`);
    for (let start = 0; start < changes.length; start += batch)
      await writeChanges(ctx, changes.slice(start, start + batch));
    const { version } = await readWeights(ctx);
    const row = { madeAt: ctx.now, modelVersion: version, report: sums };
    await ctx.db.insert(marketReport).values(row).onConflictDoUpdate({ target: marketReport.only, set: row });
    await tellShown(ctx);
    await announceChanges(ctx, changes);
    return { pairs: sums.pairs, shown: sums.shown, changed: changes.length };
  },
  audit: () => null,
});

function listChanges(
  { members, pairs, shown: before, demandPlace, offerPlace }: Book,
  shown: Uint8Array,
  ranks: ReturnType<typeof listPlaces>,
): Change[] {
  const changes: Change[] = [];
  for (let pair = 0; pair < shown.length; pair++) {
    const [demand, offer] = [members[pairs.left[pair] ?? -1], members[pairs.right[pair] ?? -1]];
    const places = { demand_place: ranks.left[pair] ?? 0, offer_place: ranks.right[pair] ?? 0 };
    const isSame =
      shown[pair] === before[pair] &&
      places.demand_place === demandPlace[pair] &&
      places.offer_place === offerPlace[pair];
    if (demand && offer && !isSame)
      changes.push({ demand: demand.id, offer: offer.id, shown: shown[pair] === 1, ...places });
  }
  return changes;
}

async function writeChanges(ctx: Context, changes: readonly Change[]): Promise<void> {
  await ctx.db.execute(sql`
    update market_pair p set shown = c.shown, demand_place = c.demand_place, offer_place = c.offer_place
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as c(demand uuid, offer uuid, shown boolean, demand_place integer, offer_place integer)
    where p.demand_posting_id = c.demand and p.offer_posting_id = c.offer and p.fits`);
}

/** The hard requirements of needs that were judged against live offers; like pairs are one object, however many. */
async function readJudged(ctx: Context): Promise<JudgedPair[]> {
  const { rows } = await ctx.db.execute<{
    concept: string;
    judged: string[];
    failed: string[];
    n: number;
  }>(sql`
    select e.concept, p.judged, p.failed, count(*)::int as n from market_pair p
    join posting_part e on e.posting_id = p.demand_posting_id and e.state = 'live' and e.level = 'everyone' and not e.walled
    where e.kind = 'need' and cardinality(p.judged) > 0 group by e.concept, p.judged, p.failed`);
  return rows.flatMap(({ concept, judged, failed, n }) => {
    const verdicts = judged.map((attribute) => ({
      attribute,
      hard: true,
      verdict: failed.includes(attribute) ? ("fail" as const) : ("pass" as const),
    }));
    return Array<JudgedPair>(n).fill({ concept, verdicts });
  });
}

async function announceChanges(ctx: Context, changes: readonly Change[]): Promise<void> {
  const ids = [...new Set(changes.flatMap(({ demand, offer }) => [demand, offer]))];
  if (ids.length === 0 || ids.length > mostAnnounced) return;
  const { rows } = await ctx.db.execute<{ id: string; organization: string }>(
    sql`select id, organization_id as organization from posting where id = any(${sql.param(ids)}::uuid[])`,
  );
  await ctx.announce(
    ...rows.map(({ id, organization }) => ({
      topic: "match" as const,
      organizationId: organization,
      subjectId: id,
    })),
  );
}
