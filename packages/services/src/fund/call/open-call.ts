import { askAssignmentSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import { closingInstant } from "@lilink/model/fund/life";
import { sql } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { requireCall } from "./read-calls.ts";

/** Opens what was handed in to a call, once and after its close; from here on officers read it. [FU12] */
export const openCall = defineMutation({
  name: "fund.open",
  input: askAssignmentSchema,
  authorize: { action: "fund.keep" },
  run: async (ctx, { call: publicId }) => {
    const call = await requireCall(ctx, publicId);
    if (ctx.now < closingInstant(call.closesOn)) throw new LilinkError("WRONG_STATE", { state: call.phase });
    const { rows } = await ctx.db.execute<{ count: number | null }>(
      sql`select app.open_call(${call.id}::uuid, ${ctx.now.toISOString()}::timestamptz) as count`,
    );
    const count = rows[0]?.count ?? null;
    if (count === null) throw new LilinkError("WRONG_STATE", { state: call.phase });
    return { id: call.id, count };
  },
  audit: (_input, { id, count }) => ({ subjectKind: "fund_call", subjectId: id, detail: { count } }),
});
