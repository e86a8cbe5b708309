import { fundRefSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import type { PaymentState } from "@lilink/model/fund/life";
import { personOf } from "@lilink/model/policy";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { readCalls, requireCallOf } from "../call/read-calls.ts";
import { readAlike } from "../project/read-alike.ts";
import { readProject } from "../project/read-project.ts";
import { readResults } from "../relay/read-results.ts";
import { sumClock, sumMoneyByReach } from "../relay/sum-relay.ts";
import { type AwardView, readAwards } from "./read-awards.ts";
import { sumPortfolio } from "./sum-portfolio.ts";

export type PaymentView = {
  readonly publicId: string;
  readonly amount: number;
  readonly note: string;
  readonly state: PaymentState;
  readonly orderedBy: string | null;
  readonly isOwnOrder: boolean;
  readonly orderedAt: string;
  readonly paidOn: string | null;
};

/** One award: its money, its plan and, for officers and whom it pays, each payment. [FU18] [FU19] */
export const loadAward = defineQuery({
  name: "fund.awarded",
  input: fundRefSchema,
  authorize: { action: "record.browse" },
  run: async (ctx, { publicId }) => {
    const [found] = await readAwards(ctx, publicId);
    if (!found) throw new LilinkError("NOT_FOUND");
    const { id, callId, ...award } = found;
    const { titleZh, titleEn, number, publicId: call } = await requireCallOf(ctx, callId);
    const { rows } =
      await ctx.db.execute<PaymentView>(sql`select p.public_id as "publicId", p.amount::float8 as amount, p.note, p.state,
        (select n.name from person n where n.id = p.ordered_by) as "orderedBy", coalesce(p.ordered_by = ${personOf(ctx.actor)}, false) as "isOwnOrder",
        p.ordered_at as "orderedAt", p.paid_on::text as "paidOn"
      from fund_payment p where p.award_id = ${id} order by p.ordered_at, p.public_id`);
    const view: AwardView = award;
    const project = await readProject(ctx, id);
    return {
      award: view,
      project,
      alike: award.state === "active" ? await readAlike(ctx, award) : [],
      call: { publicId: call, titleZh, titleEn, number },
      payments: rows,
      now: ctx.now,
    };
  },
});

/** The whole portfolio: calls, awards, money by year and class, and the figures above them. [FU19] [FU20] */
export const loadPortfolio = defineQuery({
  name: "fund.portfolio",
  input: z.object({}),
  authorize: { action: "record.browse" },
  run: async (ctx) => {
    const [calls, awards] = [await readCalls(ctx), await readAwards(ctx)];
    const all = await readResults(ctx, "all");
    const results = all.filter(({ state }) => state === "offered");
    const funded = awards.filter(({ state }) => state !== "terminated");
    return {
      now: ctx.now,
      calls: calls.map(({ id: _id, anchors: _anchors, ...call }) => call),
      awards: awards.map(({ id: _id, callId, ...award }) => ({
        ...award,
        call: calls.find(({ id }) => id === callId)?.publicId ?? null,
      })),
      sums: sumPortfolio(awards, ctx.now),
      relay: {
        clock: sumClock(results),
        money: sumMoneyByReach(funded, all),
        results: results.map(({ id: _id, ...result }) => result),
      },
    };
  },
});
