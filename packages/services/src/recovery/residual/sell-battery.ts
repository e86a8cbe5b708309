import { answerSaleSchema, sellBatterySchema } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { requireBody, requireCode } from "./find-body.ts";

/** Tells a sale; it counts once the buyer confirms it. [TR77] */
export const sellBattery = defineMutation({
  name: "residual.sell",
  input: sellBatterySchema,
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, { code, buyer, chemistry, energyShare, price, soldOn }) => {
    const today = toShanghaiDate(ctx.now);
    if (soldOn > today) throw toInputError([{ field: "soldOn", rule: "dateTooFar", params: { max: today } }]);
    const publicId = ctx.newPublicId();
    await ctx.db.execute(
      sql`insert into battery_sale (id, public_id, org_id, buyer_id, code, chemistry, energy_share, price, sold_on, state, recorded_at)
        values (${ctx.newId()}, ${publicId}, ${requireOwn(ctx)}::uuid, ${await requireBody(ctx, buyer, "buyer")}::uuid, ${requireCode(code)},
          ${chemistry}, ${energyShare}, ${price}, ${soldOn}::date, 'told', ${ctx.now.toISOString()}::timestamptz)`,
    );
    return { publicId };
  },
  audit: ({ code }, { publicId }) => ({
    subjectKind: "batterySale",
    subjectId: null,
    detail: { code, sale: publicId },
  }),
});

/** The buyer confirms or disputes a sale. [TR77] */
export const answerSale = defineMutation({
  name: "residual.answerSale",
  input: answerSaleSchema,
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, { publicId, state }) => {
    const { rows } = await ctx.db.execute(
      sql`update battery_sale set state = ${state} where public_id = ${publicId} and buyer_id = ${requireOwn(ctx)}::uuid and state = 'told' returning id`,
    );
    if (rows.length === 0) throw new LilinkError("NOT_FOUND");
    return { state };
  },
  audit: ({ publicId, state }) => ({
    subjectKind: "batterySale",
    subjectId: null,
    detail: { sale: publicId, state },
  }),
});
