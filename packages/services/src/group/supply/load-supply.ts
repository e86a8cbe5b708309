import { loadSupplySchema, setCeilingSchema } from "@lilink/contract";
import { supplyCeiling, tradeLoad } from "@lilink/db/schema";
import { personOf } from "@lilink/model/policy";
import { firstOf, pointsOf, type SourcePoint, windowAt } from "@lilink/model/supply";
import {
  type TradeProductId,
  tradeFileMachine,
  tradeProduct,
  tradeProducts,
} from "@lilink/model/supply/trade";
import { desc, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { type Basis, readAmounts } from "./read-amounts.ts";

export type SupplyPoint = SourcePoint;

/** The share that the European Union aims at for one third country, from its act on critical raw materials. */
export const usualCeiling = 65;

/** Products whose lithium is known: what "lithium" sums up. */
export const lithiumProducts: readonly TradeProductId[] = tradeProducts.flatMap(({ id, factor }) =>
  factor === null ? [] : [id],
);

/** The ceiling that the group set last, else the usual one. */
export async function readCeiling(ctx: Context) {
  const [ceiling] = await ctx.db
    .select({
      percent: supplyCeiling.percent,
      reason: supplyCeiling.reason,
      decidedAt: supplyCeiling.decidedAt,
    })
    .from(supplyCeiling)
    .orderBy(desc(supplyCeiling.decidedAt), desc(supplyCeiling.id))
    .limit(1);
  return ceiling ?? { percent: usualCeiling, reason: null, decidedAt: null };
}

/** Where imports come from, how concentrated they are over time, and from which files this is known. [SU2] */
export const loadSupply = defineQuery({
  name: "supply.load",
  input: loadSupplySchema,
  authorize: { action: "goal.browse" },
  run: async (ctx, { reporter, product, span, period: wanted }) => {
    const products = product === "lithium" ? lithiumProducts : [product];
    const basis: Basis = products.every((id) => tradeProduct(id).factor !== null) ? "lce" : "tonnes";
    const sums = await readAmounts(ctx, reporter, products, basis, { flows: ["import"] });
    const latest = windowAt(sums, span, wanted);
    // Of what leaves or comes back, the shown window alone is told.
    const others = latest
      ? await readAmounts(ctx, reporter, products, basis, {
          flows: ["export", "reimport"],
          from: firstOf(latest.period, span),
        })
      : [];
    const totalOf = (of: string) =>
      latest === null
        ? 0
        : (windowAt(
            others.filter(({ flow }) => flow === of),
            span,
            latest.period,
          )?.total ?? 0);
    const loads = await ctx.db
      .select({
        source: tradeLoad.source,
        licence: tradeLoad.licence,
        sample: tradeLoad.sample,
        rows: tradeLoad.rows,
        revision: tradeLoad.revision,
        endedAt: tradeLoad.endedAt,
      })
      .from(tradeLoad)
      .where(eq(tradeLoad.state, tradeFileMachine.steps.take.to))
      .orderBy(desc(tradeLoad.endedAt))
      .limit(20);
    return {
      basis,
      history: pointsOf(sums, span),
      latest,
      exports: totalOf("export"),
      reimports: totalOf("reimport"),
      sample: [...sums, ...others].some(({ sample }) => sample),
      loads,
      ceiling: await readCeiling(ctx),
    };
  },
});

/** The group says how large the share of one source may be. The last word counts. [SU2] */
export const setCeiling = defineMutation({
  name: "supply.setCeiling",
  input: setCeilingSchema,
  authorize: { action: "series.adopt" },
  run: async (ctx, { percent, reason }) => {
    const id = ctx.newId();
    await ctx.db
      .insert(supplyCeiling)
      .values({ id, percent, reason, decidedBy: personOf(ctx.actor), decidedAt: ctx.now });
    return { id };
  },
  audit: ({ percent, reason }, { id }) => ({
    subjectKind: "supply_ceiling",
    subjectId: id,
    detail: { percent, reason },
  }),
});
