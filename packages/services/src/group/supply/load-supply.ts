import { loadSupplySchema, setCeilingSchema } from "@lilink/contract";
import { supplyCeiling, tradeLoad } from "@lilink/db/schema";
import { personOf } from "@lilink/model/policy";
import { type SourceWindow, windowsOf } from "@lilink/model/supply";
import {
  type TradeProductId,
  tradeFileMachine,
  tradeProduct,
  tradeProducts,
} from "@lilink/model/supply/trade";
import { desc, eq } from "drizzle-orm";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { type Basis, readAmounts } from "./read-amounts.ts";

export type SupplyPoint = Pick<SourceWindow, "period" | "total" | "concentration">;

/** The share that the European Union aims at for one third country, from its act on critical raw materials. */
export const usualCeiling = 65;

/** Products whose lithium is known: what "lithium" sums up. */
export const lithiumProducts: readonly TradeProductId[] = tradeProducts.flatMap(({ id, factor }) =>
  factor === null ? [] : [id],
);

/** Where imports come from, how concentrated they are over time, and from which files this is known. [SU2] */
export const loadSupply = defineQuery({
  name: "supply.load",
  input: loadSupplySchema,
  authorize: { action: "goal.browse" },
  run: async (ctx, { reporter, product, span, period: wanted }) => {
    const products = product === "lithium" ? lithiumProducts : [product];
    const basis: Basis = products.every((id) => tradeProduct(id).factor !== null) ? "lce" : "tonnes";
    const sums = await readAmounts(ctx, reporter, products, basis);
    const of = (flow: string) =>
      windowsOf(
        sums.filter((one) => one.flow === flow),
        span,
      );
    const windows = of("import");
    const latest =
      (wanted === undefined ? windows.at(-1) : windows.find(({ period }) => period === wanted)) ?? null;
    const totalOf = (flow: string) => of(flow).find(({ period }) => period === latest?.period)?.total ?? 0;
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
    const [ceiling] = await ctx.db
      .select({
        percent: supplyCeiling.percent,
        reason: supplyCeiling.reason,
        decidedAt: supplyCeiling.decidedAt,
      })
      .from(supplyCeiling)
      .orderBy(desc(supplyCeiling.decidedAt))
      .limit(1);
    return {
      basis,
      history: windows.map(
        ({ period, total, concentration }): SupplyPoint => ({ period, total, concentration }),
      ),
      latest,
      exports: totalOf("export"),
      reimports: totalOf("reimport"),
      sample: sums.some(({ sample }) => sample),
      loads,
      ceiling: ceiling ?? { percent: usualCeiling, reason: null, decidedAt: null },
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
