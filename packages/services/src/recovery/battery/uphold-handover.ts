import { denyHandoverSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { denialMachine } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { loadDenied } from "./find-handover.ts";
import { tellDenial, tellOfficers } from "./tell-denial.ts";

/** Holds to a hand-over that the other side denies: both words stand, and officers decide. [TR27] [TR28] */
export const upholdHandover = defineMutation({
  name: "battery.uphold",
  input: denyHandoverSchema,
  rest: {
    tag: "registers",
    method: "POST",
    path: "/batteries/{code}/denials/uphold",
    output: shape.batteryDenied,
  },
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, { reason, ...handover }) => {
    const { id, code, state, giver, receiver, upheldReason } = await loadDenied(ctx, handover);
    if (giver !== requireOwn(ctx)) throw new LilinkError("NOT_FOUND");
    const { to } = denialMachine.steps.uphold;
    if (state === to && upheldReason === reason) return { state, isKnown: true };
    const { rows } = await ctx.db.execute(
      sql`update battery_denial set state = ${to}, upheld_reason = ${reason}, upheld_by = ${personOf(ctx.actor)}::uuid,
          upheld_at = ${ctx.now.toISOString()}::timestamptz
        where id = ${id}::uuid and state = any (app.open_for('denial', 'uphold')) and exists (select 1 from battery_item i
          where i.code = battery_denial.code and i.event_hash = battery_denial.event_hash and i.kind = 'denied' and i.closed_at is null)
        returning id`,
    );
    if (rows.length === 0) throw new LilinkError("WRONG_STATE", { state });
    const told = { code, event: handover.event };
    await tellDenial(ctx, { ...told, to: receiver, params: { reason } }, "battery.upheld");
    await tellOfficers(ctx, told);
    return { state: to, isKnown: false };
  },
  audit: ({ code, event, reason }, { isKnown }) =>
    isKnown ? null : { subjectKind: "battery", subjectId: null, detail: { code, event, reason } },
});
