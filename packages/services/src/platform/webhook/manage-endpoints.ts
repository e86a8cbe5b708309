import {
  webhookCreateSchema,
  webhookPauseSchema,
  webhookRefSchema,
  webhookReplaySchema,
} from "@lilink/contract";
import { webhookDelivery, webhookEndpoint } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { deliveryMachine } from "@lilink/model/notice";
import { personOf } from "@lilink/model/policy";
import { and, count, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { takeTurn } from "../../kernel/take-turn.ts";
import { isCalledAt, resolveTarget } from "./resolve-target.ts";
import { mintSecret } from "./sign-event.ts";

export const mostEndpoints = 5;
const shownDeliveries = 50;
const manage = { action: "webhook.manage", resource: ownOrganization } as const;

/** The organization's addresses, whether their ports are called, and what last went to them; without the secrets. [WH1] [WH5] */
export const listWebhooks = defineQuery({
  name: "webhook.list",
  input: z.object({}).default({}),
  authorize: manage,
  run: async (ctx) => {
    const organizationId = requireOwn(ctx);
    const endpoints = await ctx.db
      .select({
        publicId: webhookEndpoint.publicId,
        url: webhookEndpoint.url,
        createdAt: webhookEndpoint.createdAt,
        pausedAt: webhookEndpoint.pausedAt,
      })
      .from(webhookEndpoint)
      .where(eq(webhookEndpoint.organizationId, organizationId))
      .orderBy(webhookEndpoint.createdAt, webhookEndpoint.id);
    const deliveries = await ctx.db
      .select({
        id: webhookDelivery.id,
        url: webhookEndpoint.url,
        kind: webhookDelivery.kind,
        subjectId: webhookDelivery.subjectId,
        state: webhookDelivery.state,
        attempts: webhookDelivery.attempts,
        status: webhookDelivery.status,
        createdAt: webhookDelivery.createdAt,
      })
      .from(webhookDelivery)
      .innerJoin(webhookEndpoint, eq(webhookEndpoint.id, webhookDelivery.endpointId))
      .where(eq(webhookDelivery.organizationId, organizationId))
      .orderBy(desc(webhookDelivery.createdAt), webhookDelivery.id)
      .limit(shownDeliveries);
    const withPort = <Row extends { readonly url: string }>(row: Row) => ({
      ...row,
      portClosed: !isCalledAt(row.url, ctx.guard.webhookTargets),
    });
    return { endpoints: endpoints.map(withPort), deliveries: deliveries.map(withPort) };
  },
});

/** Registers an address. The answer is the only place where its secret is ever seen. [WH1] */
export const createWebhook = defineMutation({
  name: "webhook.create",
  input: webhookCreateSchema,
  authorize: { ...manage, recent: true },
  run: async (ctx, input) => {
    const organizationId = requireOwn(ctx);
    const rules = ctx.guard.webhookTargets;
    if (!isCalledAt(input.url, rules))
      throw toInputError([{ field: "url", rule: "portClosed", params: { ports: rules.ports.join(", ") } }]);
    if (!(await resolveTarget(input.url, rules))) throw toInputError([{ field: "url", rule: "notPublic" }]);
    await takeTurn(ctx, "webhooks", organizationId);
    const [existing] = await ctx.db
      .select({ count: count() })
      .from(webhookEndpoint)
      .where(eq(webhookEndpoint.organizationId, organizationId));
    if ((existing?.count ?? 0) >= mostEndpoints)
      throw new LilinkError("LIMIT_REACHED", { max: mostEndpoints });
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    const secret = mintSecret();
    // Without a key nothing is registered: a secret never lies in plain.
    if (!ctx.guard.seals) throw new LilinkError("UNAVAILABLE");
    await ctx.db.insert(webhookEndpoint).values({
      id,
      publicId,
      organizationId,
      url: input.url,
      secret: "",
      sealed: ctx.guard.seals.seal(secret, id),
      createdBy: personOf(ctx.actor),
      createdAt: ctx.now,
    });
    return { id, publicId, secret };
  },
  audit: (input, output) => ({
    subjectKind: "webhook",
    subjectId: output.id,
    detail: { host: new URL(input.url).host },
  }),
});

/** What happens while an address is paused waits for it. */
export const pauseWebhook = defineMutation({
  name: "webhook.pause",
  input: webhookPauseSchema,
  authorize: manage,
  run: async (ctx, input) => {
    const [row] = await ctx.db
      .update(webhookEndpoint)
      .set({ pausedAt: input.paused ? ctx.now : null })
      .where(eq(webhookEndpoint.publicId, input.publicId))
      .returning({ id: webhookEndpoint.id });
    if (!row) throw new LilinkError("NOT_FOUND");
    if (!input.paused) await ctx.enqueue("webhook.send", {});
    return row;
  },
  audit: (input, output) => ({
    subjectKind: "webhook",
    subjectId: output.id,
    detail: { paused: input.paused },
  }),
});

/** Nothing more goes there, and what was on its way is gone. */
export const removeWebhook = defineMutation({
  name: "webhook.remove",
  input: webhookRefSchema,
  authorize: manage,
  run: async (ctx, input) => {
    const [row] = await ctx.db
      .delete(webhookEndpoint)
      .where(eq(webhookEndpoint.publicId, input.publicId))
      .returning({ id: webhookEndpoint.id });
    if (!row) throw new LilinkError("NOT_FOUND");
    return row;
  },
  audit: (_input, output) => ({ subjectKind: "webhook", subjectId: output.id }),
});

/** Sends an event once more, under its own id. [WH6] */
export const replayWebhook = defineMutation({
  name: "webhook.replay",
  input: webhookReplaySchema,
  authorize: manage,
  run: async (ctx, input) => {
    const [row] = await ctx.db
      .update(webhookDelivery)
      .set({ state: deliveryMachine.steps.replay.to, attempts: 0, nextAt: ctx.now, settledAt: null })
      .where(
        and(eq(webhookDelivery.id, input.id), standsFor(webhookDelivery.state, deliveryMachine, "replay")),
      )
      .returning({ id: webhookDelivery.id });
    if (!row) throw new LilinkError("NOT_FOUND");
    await ctx.enqueue("webhook.send", {});
    return row;
  },
  audit: (_input, output) => ({ subjectKind: "webhook", subjectId: output.id }),
});
