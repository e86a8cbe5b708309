import { jobPayloads } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { sql } from "drizzle-orm";
import type { ImportResult } from "../../figures/goal/import-series.ts";
import { auditComputed, publishComputed } from "../../figures/series/publish-computed.ts";
import { defineMutation } from "../../kernel/define.ts";

/** The share of basic research in what the fund paid; CHN-06 is read from it. */
export const basicShareSeries = {
  code: "lilink-fund-basic",
  name: {
    zh: "国家基金已付资金中的基础研究占比",
    en: "Share of basic research in what the national fund paid",
  },
} as const;

/**
 * Publishes the share of basic research in the payments of each year that is over, an edition a day, once a payment was released. What the
 * fund paid is public. An officer may adopt a figure for its indicator. [FU28]
 */
export const publishFundShare = defineMutation({
  name: "fund.publish",
  input: jobPayloads["fund.publish"],
  authorize: { action: "goal.import" },
  run: async (ctx): Promise<ImportResult> => {
    const today = toShanghaiDate(ctx.now);
    const { rows } = await ctx.db.execute<{ year: number; share: number }>(
      sql`select extract(year from p.paid_on)::int as year,
          (100 * coalesce(sum(p.amount) filter (where a.research_class = 'basic'), 0) / sum(p.amount))::float8 as share
        from fund_payment p join fund_award a on a.id = p.award_id
        where p.state = 'paid' and p.paid_on < ${`${today.slice(0, 4)}-01-01`}::date group by 1 order by 1`,
    );
    return publishComputed(ctx, [
      {
        ...basicShareSeries,
        unit: "%",
        source: "锂链通，国家基金拨付 / LiLink, payments of the national fund",
        rows: rows.map(({ year, share }) => ({ year, value: share.toFixed(1) })),
      },
    ]);
  },
  audit: auditComputed,
});
