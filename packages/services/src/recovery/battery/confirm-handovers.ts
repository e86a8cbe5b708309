import { confirmHandoversSchema } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { isOfficer, personOf } from "@lilink/model/policy";
import type { Verdict } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { actInTrace } from "./act-in-trace.ts";
import { listOf } from "./list-of.ts";
import type { Said } from "./said.ts";
import { tellEvents } from "./tell-events.ts";

type Handover = { readonly code: string; readonly event: string };
/** Why a hand-over was not confirmed: it waits at the own body no longer, the day is none on which it can have come, or what is known of the battery forbids it. */
export type RefusedHandover = Handover & { readonly why: "gone" | "day" | "impossible" };
export type ConfirmedHandover = Handover & { readonly verdict: Verdict };

/**
 * Says of many hand-overs at once that the own body received the batteries: each as collected, on the day of its hand-over or all on one day. What cannot be is named
 * with its reason and stays as it was, the rest is kept with its verdict. [TR12] [TR17]
 */
export const confirmHandovers = defineMutation({
  name: "battery.confirm",
  input: confirmHandoversSchema,
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, { handovers, on }) => {
    await actInTrace(ctx);
    const by = requireOwn(ctx);
    const waiting = await readWaiting(ctx, by, handovers);
    const today = toShanghaiDate(ctx.now);
    const refused: RefusedHandover[] = [];
    const taken: Handover[] = [];
    const said: Said[] = [];
    for (const { code, event } of handovers) {
      const one = waiting.get(event);
      const at = on ?? one?.occurredOn ?? today;
      if (one === undefined || one.code !== code) refused.push({ code, event, why: "gone" });
      else if (at < one.occurredOn || at > today) refused.push({ code, event, why: "day" });
      else {
        taken.push({ code, event });
        said.push({ event: { verb: "collect", code, at, by }, province: one.province, corrects: null });
      }
    }
    const teller = { body: by, isOfficer: isOfficer(ctx.actor), person: personOf(ctx.actor) };
    const told = said.length === 0 ? [] : await tellEvents(ctx, teller, said);
    const confirmed: ConfirmedHandover[] = [];
    for (const [at, { verdict }] of told.entries()) {
      const one = taken[at];
      if (!one) continue;
      if (verdict === "impossible") refused.push({ ...one, why: "impossible" });
      else confirmed.push({ ...one, verdict });
    }
    return { confirmed, refused };
  },
  audit: (_, { confirmed, refused }) =>
    confirmed.length === 0
      ? null
      : {
          subjectKind: "battery",
          subjectId: null,
          detail: { taken: confirmed.length, faults: refused.length },
        },
});

type Waiting = { readonly code: string; readonly occurredOn: string; readonly province: string | null };

/** Of these hand-overs those that wait at a body, by their events. */
async function readWaiting(
  ctx: Context,
  body: string,
  handovers: readonly Handover[],
): Promise<ReadonlyMap<string, Waiting>> {
  const { rows } = await ctx.db.execute<Waiting & { event: string }>(
    sql`select i.code, i.event_hash as event, i.occurred_on::text as "occurredOn", i.province from battery_item i
      where i.organization_id = ${body}::uuid and i.kind = 'handover' and i.closed_at is null
        and i.event_hash = any (${listOf(handovers.map(({ event }) => event))}::text[])`,
  );
  return new Map(rows.map(({ event, ...one }) => [event, one]));
}
