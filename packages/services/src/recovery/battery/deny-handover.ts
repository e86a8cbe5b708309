import { denyHandoverSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { denialMachine } from "@lilink/model/trace";
import { explainCode, filedCode } from "@lilink/model/trace/code";
import { sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { findDenied } from "./find-handover.ts";
import { tellDenial } from "./tell-denial.ts";

/**
 * Says that the own body did not take a battery over that waits at its desk. From then on it waits at whoever told the hand-over. It is no event of
 * the battery: nothing happened to it. [TR27]
 */
export const denyHandover = defineMutation({
  name: "battery.deny",
  input: denyHandoverSchema,
  rest: {
    tag: "registers",
    method: "POST",
    path: "/batteries/{code}/denials",
    output: shape.batteryDenied,
  },
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, { code: typed, event, reason }) => {
    const own = requireOwn(ctx);
    const code = filedCode(explainCode(typed));
    const before = await findDenied(ctx, { code, event });
    if (before?.receiver === own) {
      // What is said again in the same words is known; there is no second denial.
      if (before.reason !== reason || before.state !== "denied")
        throw new LilinkError("WRONG_STATE", { state: before.state });
      return { state: before.state, isKnown: true };
    }
    const { rows } = await ctx.db.execute<{ giver: string | null }>(
      sql`insert into battery_denial (id, organization_id, other_id, code, event_hash, province, occurred_on, state, reason, denied_by, denied_at)
        select ${ctx.newId()}::uuid, i.organization_id, i.other_id, i.code, i.event_hash, i.province, i.occurred_on, ${denialMachine.start}, ${reason},
          ${personOf(ctx.actor)}::uuid, ${ctx.now.toISOString()}::timestamptz
        from battery_item i where i.organization_id = ${own}::uuid and i.kind = 'handover' and i.code = ${code} and i.event_hash = ${event}
          and i.closed_at is null
        on conflict do nothing returning other_id as giver`,
    );
    const [denied] = rows;
    // Nothing waits at the own desk: to whoever asks there is no such hand-over.
    if (!denied) throw new LilinkError("NOT_FOUND");
    await tellDenial(ctx, { code, event, to: denied.giver, params: { reason } }, "battery.denied");
    return { state: denialMachine.start, isKnown: false };
  },
  audit: ({ code, event, reason }, { isKnown }) =>
    isKnown ? null : { subjectKind: "battery", subjectId: null, detail: { code, event, reason } },
});
