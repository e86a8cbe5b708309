import { jobPayloads } from "@lilink/contract";
import { sql } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { readWeights } from "../market/read-weights.ts";
import { askForAllocation, storePairs } from "../market/store-pairs.ts";
import { findTrading, loadReaders } from "./load-readers.ts";
import type { Market } from "./market.ts";

/**
 * Judges one posting against its counterparts as every verified member may read them, and asks for an allocation of the
 * market by these pairs ([MK1]). It follows each ranking.
 */
export function pairUp(market: Market) {
  return defineMutation({
    name: "market.pair",
    input: jobPayloads["market.pair"],
    authorize: { action: "market.allocate" },
    run: async (ctx, { postingId }) => {
      // Rankings, pairs and allocations write the same rows: one waits for the other.
      await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('posting.match'))`);
      await market.refresh(ctx, postingId);
      const subject = market.find(postingId);
      const found = subject ? await market.search(ctx, subject.open) : [];
      const readers = await loadReaders(
        ctx,
        (subject ? [subject, ...found] : []).map(({ posting }) => posting.organizationId),
      );
      const trades = subject && readers.get(subject.posting.organizationId)?.verified;
      const others = subject ? findTrading(subject, found, readers).map(({ open }) => open) : [];
      const basis = { weights: await readWeights(ctx), memo: new WeakMap() };
      await storePairs(ctx, postingId, trades ? subject.open : null, others, basis);
      await askForAllocation(ctx, market.size);
      return { counterparts: others.length };
    },
    audit: () => null,
  });
}
