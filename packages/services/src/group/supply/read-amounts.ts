import type { PartnerAmount } from "@lilink/model/supply";
import type { TradeFlow, TradeProductId } from "@lilink/model/supply/trade";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

export type FlowSum = PartnerAmount & {
  readonly flow: TradeFlow;
  readonly usd: number | null;
  /** Whether a sample is among the rows. */
  readonly sample: boolean;
};

/** What amounts are counted in: contained lithium, or the weight of the articles. */
export type Basis = "lce" | "tonnes";

/** Sums by period, flow and partner of what counts today, in t LCE or in tonnes. */
export async function readAmounts(
  ctx: Context,
  reporter: string,
  products: readonly TradeProductId[],
  basis: Basis,
): Promise<readonly FlowSum[]> {
  const amount = basis === "lce" ? sql`t.tonnes * t.factor` : sql`t.tonnes`;
  const { rows } = await ctx.db.execute<FlowSum>(
    sql`select t.period, t.partner, t.flow, sum(${amount})::float8 as amount, sum(t.usd)::float8 as usd, bool_or(l.sample) as sample
      from trade_flow t join trade_load l on l.id = t.load_id
      where t.current and t.reporter = ${reporter} and t.product in (select jsonb_array_elements_text(${JSON.stringify(products)}::jsonb))
        and ${basis === "lce" ? sql`t.factor is not null` : sql`true`}
      group by 1, 2, 3 order by 1, 2, 3`,
  );
  return rows;
}
