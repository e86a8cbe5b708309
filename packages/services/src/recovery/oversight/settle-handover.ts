import { settleHandoverSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { settledAs } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { correctEvent } from "../battery/correct-event.ts";
import { loadDenied } from "../battery/find-handover.ts";
import { tellDenial } from "../battery/tell-denial.ts";
import { onlyOfficers } from "../rule/only-officers.ts";

/**
 * Decides between two words about a hand-over. For whoever told it: it waits at the receiver again, which cannot deny it twice. For the receiver: the
 * event is corrected as one that did not occur, with the reason as what shows it. [TR16] [TR28]
 */
export const settleHandover = defineMutation({
  name: "battery.settle",
  input: settleHandoverSchema,
  authorize: { action: "battery.settle", resource: onlyOfficers },
  run: async (ctx, { side, reason, ...handover }) => {
    const { id, code, state, giver, receiver, settledReason } = await loadDenied(ctx, handover);
    const to = settledAs(side);
    if (state === to && settledReason === reason) return { state, isKnown: true };
    const { rows } = await ctx.db.execute(
      sql`update battery_denial set state = ${to}, settled_reason = ${reason}, settled_by = ${personOf(ctx.actor)}::uuid,
          settled_at = ${ctx.now.toISOString()}::timestamptz
        where id = ${id}::uuid and state = any (app.open_for('denial', ${side === "giver" ? "keep" : "drop"})) and exists (select 1 from battery_item i
          where i.code = battery_denial.code and i.event_hash = battery_denial.event_hash and i.kind = 'disputed' and i.closed_at is null)
        returning id`,
    );
    if (rows.length === 0) throw new LilinkError("WRONG_STATE", { state });
    const { event } = handover;
    if (side === "receiver")
      await correctEvent.run(ctx, { code, corrects: event, reason: "did_not_occur", proof: reason });
    for (const body of [giver, receiver])
      await tellDenial(ctx, { code, event, to: body, params: { side, reason } }, "battery.settled");
    return { state: to, isKnown: false };
  },
  audit: ({ code, event, side, reason }, { isKnown }) => {
    if (isKnown) return null;
    const about = { subjectKind: "battery", subjectId: null } as const;
    return [
      { ...about, detail: { code, event, side, reason } },
      ...(side === "receiver"
        ? [
            {
              ...about,
              action: "battery.correct",
              detail: { code, corrects: event, reason: "did_not_occur" },
            },
          ]
        : []),
    ];
  },
});
