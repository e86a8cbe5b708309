import { answerSaleSchema, sellBatterySchema } from "@lilink/contract";
import { batterySale } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { saleMachine } from "@lilink/model/recovery";
import { and, eq, sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
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
          ${chemistry}, ${energyShare}, ${price}, ${soldOn}::date, ${saleMachine.start}, ${ctx.now.toISOString()}::timestamptz)`,
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
    const rows = await ctx.db
      .update(batterySale)
      .set({ state })
      .where(
        and(
          eq(batterySale.publicId, publicId),
          eq(batterySale.buyerId, requireOwn(ctx)),
          standsFor(batterySale.state, saleMachine, state === "confirmed" ? "confirm" : "dispute"),
        ),
      )
      .returning({ id: batterySale.id });
    if (rows.length === 0) throw new LilinkError("NOT_FOUND");
    return { state };
  },
  audit: ({ publicId, state }) => ({
    subjectKind: "batterySale",
    subjectId: null,
    detail: { sale: publicId, state },
  }),
});
