import { jobPayloads } from "@lilink/contract";
import { idempotencyKey, rateBucket, readingDay, webhookDelivery } from "@lilink/db/schema";
import { lt } from "drizzle-orm";
import { readingDayOf } from "../../ground/allowance/note-reading.ts";
import { defineMutation } from "../../kernel/define.ts";
import { keptMilliseconds } from "../../kernel/once.ts";

const keptDeliveryMilliseconds = 30 * 86_400_000;

/** Removes what has no more effect: answers kept longer than a day, buckets that are full again, readings of past days, events of a month ago. */
export const sweepGuard = defineMutation({
  name: "guard.sweep",
  input: jobPayloads["guard.sweep"],
  authorize: { action: "guard.sweep" },
  run: async (ctx) => {
    const dayAgo = new Date(ctx.now.getTime() - keptMilliseconds);
    await ctx.db.delete(idempotencyKey).where(lt(idempotencyKey.at, dayAgo));
    await ctx.db.delete(rateBucket).where(lt(rateBucket.at, dayAgo));
    await ctx.db.delete(readingDay).where(lt(readingDay.day, readingDayOf(ctx.now)));
    const monthAgo = new Date(ctx.now.getTime() - keptDeliveryMilliseconds);
    await ctx.db.delete(webhookDelivery).where(lt(webhookDelivery.createdAt, monthAgo));
    return {};
  },
  audit: () => null,
});
