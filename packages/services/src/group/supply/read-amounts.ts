import type { PeriodAmounts } from "@lilink/model/supply";
import { OTHER, type TradeFlow, type TradeProductId, WORLD } from "@lilink/model/supply/trade";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

export type FlowSum = PeriodAmounts & {
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
 * Sums by period and flow of what counts today, by partner, in t LCE or in tonnes. They are read from the months that every file sums when it
 * is taken; a month of a product comes as one text. Of several products a partner stands once, and what a printed total of one of them has
 * beyond its partners is a part of the whole that nobody is named for. [SU11]
 */
export async function readAmounts(
  ctx: Context,
  reporter: string,
  products: readonly TradeProductId[],
  basis: Basis,
  { flows, from }: Only = {},
): Promise<readonly FlowSum[]> {
  const parts = basis === "lce" ? sql`m.lce` : sql`m.tonnes`;
  const { rows } = await ctx.db.execute<Omit<Told, "parts"> & { readonly parts: readonly string[] }>(
    sql`select m.period, m.flow, bool_or(m.sample) as sample, array_agg(${parts}) as parts from trade_month m
      where m.reporter = ${reporter} and m.product = any (${sql.param(products)}::text[]) and ${parts} is not null
        and ${flows ? sql`m.flow = any (${sql.param(flows)}::text[])` : sql`true`} and ${from ? sql`m.period >= ${from}` : sql`true`}
      group by 1, 2 order by 1, 2`,
  );
  return rows.map(({ parts: told, ...period }) => {
    const amounts = new Map<string, number>();
    const add = (partner: string, amount: number) =>
      amounts.set(partner, (amounts.get(partner) ?? 0) + amount);
    for (const part of told) {
      // A parser of JSON reads long numbers several times faster than they are cut out of a text.
      const cells = JSON.parse(`[${part}]`) as readonly (string | number)[];
      let rest = 0;
      for (let at = 0; at < cells.length; at += 2) {
        const [partner, amount] = [String(cells[at]), Number(cells[at + 1])];
        // The printed total of one product is no total of several.
        if (partner === WORLD && told.length > 1) rest += amount;
        else {
          add(partner, amount);
          rest -= amount;
        }
      }
      if (rest > 0 && told.length > 1) add(OTHER, rest);
    }
    return { ...period, amounts };
  });
}

/** Tonnes and US dollars of rows that name both, in order of periods: what a price is made of. */
export async function readPriced(ctx: Context, reporter: string, product: TradeProductId) {
  const figures = sql`t.tonnes::text || ',' || t.usd::text`;
  const { rows } = await ctx.db.execute<Told>(
    sql`select t.period, t.flow, bool_or(l.sample) as sample, string_agg('"' || t.partner || '",' || ${figures}, ',') as parts
      from trade_flow t join trade_load l on l.id = t.load_id
      where t.current and t.reporter = ${reporter} and t.product = ${product}
      group by 1, 2 having count(${figures}) > 0 order by 1, 2`,
  );
  return rows.flatMap(({ parts: told, ...period }) => {
    const cells = JSON.parse(`[${told}]`) as readonly (string | number)[];
    return Array.from({ length: cells.length / 3 }, (_, row) => ({
      ...period,
      partner: String(cells[row * 3]),
      amount: Number(cells[row * 3 + 1]),
      usd: Number(cells[row * 3 + 2]),
    }));
  });
}
