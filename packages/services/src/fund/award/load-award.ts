import { fundRefSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import type { PaymentState } from "@lilink/model/fund/life";
import { personOf } from "@lilink/model/policy";
import { sql } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { requireCallOf } from "../call/read-calls.ts";
import { readAlike } from "../project/read-alike.ts";
import { readProject } from "../project/read-project.ts";
import { type AwardView, readAwards } from "./read-awards.ts";

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
    const [found] = await readAwards(ctx, { publicId });
    if (!found) throw new LilinkError("NOT_FOUND");
    const { id, callId, ...award } = found;
    const { titleZh, titleEn, number, publicId: call } = await requireCallOf(ctx, callId);
    const { rows } =
      await ctx.db.execute<PaymentView>(sql`select p.public_id as "publicId", p.amount::float8 as amount, p.note, p.state,
        (select n.name from person n where n.id = p.ordered_by) as "orderedBy", coalesce(p.ordered_by = ${personOf(ctx.actor)}, false) as "isOwnOrder",
        p.ordered_at as "orderedAt", p.paid_on::text as "paidOn"
      from fund_payment p where p.award_id = ${id} order by p.ordered_at, p.public_id`);
    const view: AwardView = award;
    const project = await readProject(ctx, found);
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
