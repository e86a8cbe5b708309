import { webhookDelivery } from "@lilink/db/schema";
import { deliveryMachine, waitAfterAttempt } from "@lilink/model/notice";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { unsealHere } from "./unseal-here.ts";

/** After so many attempts, some half a day, an event is dead until it is sent anew by hand ([WH6]). */
export const mostDeliveryAttempts = 20;

type Leased = {
  readonly id: string;
  readonly endpointId: string;
  readonly eventId: string;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly attempts: number;
  readonly createdAt: string;
  readonly url: string;
  /** Null where nobody here can open it: the attempt fails. */
  readonly secret: string | null;
};

type Row = Leased & { readonly sealed: string | null };

/**
 * Takes of each address one event that is due, of those not `except`ed, and pushes its next attempt ahead, so that two
 * workers never send the same one at once. Of one subject only the first that waits is taken, so the next goes when that
 * one has arrived or died ([WH3]).
 */
export const leaseDeliveries = defineMutation({
  name: "webhook.lease",
  input: z.object({
    limit: z.number().int().min(1).max(50).default(10),
    except: z.array(z.uuid()).default([]),
  }),
  authorize: { action: "webhook.deliver" },
  run: async (ctx, input) => {
    await unsealHere(ctx);
    const { rows } = await ctx.db.execute<Row>(sql`
      select f.id, e.id as "endpointId", f.event_id as "eventId", f.kind, f.subject_kind as "subjectKind",
        f.subject_id as "subjectId", f.attempts + 1 as attempts, f.created_at as "createdAt", e.url, e.secret, e.sealed
      from webhook_endpoint e join organization o on o.id = e.organization_id and o.status = 'verified'
      cross join lateral (select d.* from webhook_delivery d
        where d.endpoint_id = e.id and d.state = 'waiting' and d.next_at <= ${ctx.now.toISOString()}::timestamptz
          and not exists (select 1 from webhook_delivery b where b.endpoint_id = d.endpoint_id
            and b.subject_id = d.subject_id and b.seq < d.seq and b.state = 'waiting')
        order by d.next_at, d.seq limit 1 for update skip locked) f
      where e.paused_at is null and e.id <> all(${sql.param(input.except)}::uuid[])
      order by f.next_at, f.seq limit ${input.limit}`);
    for (const { id, attempts } of rows)
      await ctx.db
        .update(webhookDelivery)
        .set({ attempts, nextAt: new Date(ctx.now.getTime() + waitAfterAttempt(attempts) * 1000) })
        .where(eq(webhookDelivery.id, id));
    return rows.map(({ sealed, ...row }): Leased => {
      if (sealed === null) return row;
      return { ...row, secret: ctx.guard.seals?.open(sealed, row.endpointId) ?? null };
    });
  },
  audit: () => null,
});

/** Notes what came of an attempt; an event that was refused for good is dead at once. An address that failed is left alone by all its events until the next attempt. */
export const settleDelivery = defineMutation({
  name: "webhook.settle",
  input: z.object({
    id: z.uuid(),
    attempts: z.number().int(),
    status: z.number().int().nullable(),
    refused: z.boolean().default(false),
  }),
  authorize: { action: "webhook.deliver" },
  run: async (ctx, { id, attempts, status, refused }) => {
    const arrived = status !== null && status >= 200 && status < 300;
    const dead = !arrived && (refused || attempts >= mostDeliveryAttempts);
    const [row] = await ctx.db
      .update(webhookDelivery)
      .set({
        status,
        ...(arrived || dead
          ? { state: deliveryMachine.steps[arrived ? "arrive" : "giveUp"].to, settledAt: ctx.now }
          : {}),
      })
      .where(
        and(
          eq(webhookDelivery.id, id),
          standsFor(webhookDelivery.state, deliveryMachine, "arrive"),
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
