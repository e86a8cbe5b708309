import type { PartnerAmount } from "@lilink/model/supply";
import type { TradeFlow, TradeProductId } from "@lilink/model/supply/trade";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

export type FlowSum = PartnerAmount & {
  readonly flow: TradeFlow;
  /** Whether a sample is among the rows of the period. */
  readonly sample: boolean;
};

/** What amounts are counted in: contained lithium, or the weight of the articles. */
export type Basis = "lce" | "tonnes";

/** What is wanted of them: some flows, and nothing before a period. */
type Only = { readonly flows?: readonly TradeFlow[]; readonly from?: string };
type Told = Pick<FlowSum, "period" | "flow" | "sample"> & { readonly parts: string };

/**
 * Sums by period, flow and partner of what counts today, in t LCE or in tonnes. The rows of a period come as one text, as a row for each of
 * a million amounts takes longer to send than to sum up.
 */
export async function readAmounts(
  ctx: Context,
  reporter: string,
  products: readonly TradeProductId[],
  basis: Basis,
  only: Only = {},
): Promise<readonly FlowSum[]> {
  const amount = basis === "lce" ? sql`t.tonnes * t.factor` : sql`t.tonnes`;
  return (await readTold(ctx, reporter, products, basis, sql`(${amount})::text`, only)).flatMap(
    ({ parts, ...period }) => {
      const sums = new Map<string, number>();
      // A parser of JSON reads long numbers several times faster than they are cut out of a text.
      const told = JSON.parse(`[${parts}]`) as readonly (string | number)[];
      for (let at = 0; at < told.length; at += 2) {
        const partner = String(told[at]);
        sums.set(partner, (sums.get(partner) ?? 0) + Number(told[at + 1]));
      }
      return [...sums].map(([partner, sum]) => ({ ...period, partner, amount: sum }));
    },
  );
}

/** Tonnes and US dollars of rows that name both, in order of periods: what a price is made of. */
export async function readPriced(ctx: Context, reporter: string, product: TradeProductId) {
  const parts = sql`t.tonnes::text || ',' || t.usd::text`;
  return (await readTold(ctx, reporter, [product], "tonnes", parts)).flatMap(({ parts: told, ...period }) => {
    const cells = JSON.parse(`[${told}]`) as readonly (string | number)[];
    return Array.from({ length: cells.length / 3 }, (_, row) => ({
      ...period,
      partner: String(cells[row * 3]),
      amount: Number(cells[row * 3 + 1]),
      usd: Number(cells[row * 3 + 2]),
    }));
  });
}

/** Each period and flow with its rows as the inside of a JSON array, a partner and its figures in turn; rows without all figures are left out. */
async function readTold(
  ctx: Context,
  reporter: string,
  products: readonly TradeProductId[],
  basis: Basis,
  figures: SQL,
  { flows, from }: Only = {},
): Promise<readonly Told[]> {
  const { rows } = await ctx.db.execute<Told>(
    sql`select t.period, t.flow, bool_or(l.sample) as sample, string_agg('"' || t.partner || '",' || ${figures}, ',') as parts
      from trade_flow t join trade_load l on l.id = t.load_id
      where t.current and t.reporter = ${reporter} and t.product = any (${sql.param(products)}::text[])
        and ${basis === "lce" ? sql`t.factor is not null` : sql`true`}
        and ${flows ? sql`t.flow = any (${sql.param(flows)}::text[])` : sql`true`} and ${from ? sql`t.period >= ${from}` : sql`true`}
      group by 1, 2 having count(${figures}) > 0 order by 1, 2`,
  );
  return rows;
}
