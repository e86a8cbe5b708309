import { webhookDelivery } from "@lilink/db/schema";
import { waitAfterAttempt } from "@lilink/model/notice";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { defineMutation } from "../kernel/define.ts";

/** After so many attempts, some half a day, an event is dead until it is sent anew by hand ([WH6]). */
export const mostDeliveryAttempts = 20;

type Claimed = {
  readonly id: string;
  readonly eventId: string;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly attempts: number;
  readonly createdAt: string;
  readonly url: string;
  readonly secret: string;
};

/**
 * Takes events that are due and pushes their next attempt ahead, so that two workers never send the same one at once. Of
 * one subject only the first that waits is taken, so the next goes when that one has arrived or died ([WH3]).
 */
export const claimDeliveries = defineMutation({
  name: "webhook.claim",
  input: z.object({ limit: z.number().int().min(1).max(50).default(10) }),
  authorize: { action: "webhook.deliver" },
  run: async (ctx, input) => {
    const { rows } = await ctx.db.execute<Claimed>(sql`
      select d.id, d.event_id as "eventId", d.kind, d.subject_kind as "subjectKind", d.subject_id as "subjectId",
        d.attempts + 1 as attempts, d.created_at as "createdAt", e.url, e.secret
      from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id and e.paused_at is null
      join organization o on o.id = e.organization_id and o.status = 'verified'
      where d.state = 'waiting' and d.next_at <= ${ctx.now.toISOString()}::timestamptz
        and not exists (select 1 from webhook_delivery b where b.endpoint_id = d.endpoint_id
          and b.subject_id = d.subject_id and b.seq < d.seq and b.state = 'waiting')
      order by d.next_at, d.seq limit ${input.limit} for update of d skip locked`);
    for (const { id, attempts } of rows)
      await ctx.db
        .update(webhookDelivery)
        .set({ attempts, nextAt: new Date(ctx.now.getTime() + waitAfterAttempt(attempts) * 1000) })
        .where(eq(webhookDelivery.id, id));
    return rows;
  },
  audit: () => null,
});

/** Notes what came of an attempt. An address that failed is left alone by all its events until the next attempt. */
export const settleDelivery = defineMutation({
  name: "webhook.settle",
  input: z.object({ id: z.uuid(), attempts: z.number().int(), status: z.number().int().nullable() }),
  authorize: { action: "webhook.deliver" },
  run: async (ctx, { id, attempts, status }) => {
    const arrived = status !== null && status >= 200 && status < 300;
    const dead = !arrived && attempts >= mostDeliveryAttempts;
    const [row] = await ctx.db
      .update(webhookDelivery)
      .set({
        status,
        ...(arrived || dead ? { state: arrived ? "sent" : "dead", settledAt: ctx.now } : {}),
      })
      .where(
        and(
          eq(webhookDelivery.id, id),
          eq(webhookDelivery.state, "waiting"),
          eq(webhookDelivery.attempts, attempts),
        ),
      )
      .returning({ endpointId: webhookDelivery.endpointId, nextAt: webhookDelivery.nextAt });
    if (arrived || dead || !row) return;
    await ctx.db.execute(sql`update webhook_delivery set next_at = greatest(next_at, ${row.nextAt.toISOString()}::timestamptz)
      where endpoint_id = ${row.endpointId}::uuid and state = 'waiting'`);
  },
  audit: () => null,
});
