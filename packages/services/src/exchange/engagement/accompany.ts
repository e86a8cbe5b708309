import { adviserMessageSchema, introductionRefSchema } from "@lilink/contract";
import { engagement, introductionMessage } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import type { IntroductionSide } from "@lilink/model/introduction";
import { personOf } from "@lilink/model/policy";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { findOwnContact } from "../introduction/own-contact.ts";
import { readThread } from "../introduction/read-thread.ts";
import { readTitles } from "../introduction/read-titles.ts";
import { otherSide, tellSide } from "../introduction/tell-side.ts";
import { readBodies } from "./read-engagements.ts";

export type Accompanied = {
  readonly id: string;
  readonly introductionId: string;
  readonly engagementId: string;
  readonly clientId: string;
  readonly side: IntroductionSide;
  readonly otherId: string;
  readonly publicId: string;
  readonly aim: string;
  readonly askedPostingId: string | null;
  readonly askingPostingId: string | null;
  readonly letInAt: Date;
};

/** The introductions in which the actor takes part for a client, as the database lets it now. [AV6] */
export async function listAccompanied(ctx: Context): Promise<Accompanied[]> {
  const { rows } = await ctx.db.execute<Accompanied & { letInAt: string }>(sql`
    select id, introduction_id as "introductionId", engagement_id as "engagementId", client_id as "clientId", side, other_id as "otherId",
      public_id as "publicId", aim, asked_posting_id as "askedPostingId", asking_posting_id as "askingPostingId", let_in_at as "letInAt"
    from app.accompanied() order by let_in_at desc`);
  return rows.map((row) => ({ ...row, letInAt: new Date(row.letInAt) }));
}

async function requireAccompanied(ctx: Context, publicId: string): Promise<Accompanied> {
  const row = (await listAccompanied(ctx)).find((one) => one.publicId === publicId);
  if (!row) throw new LilinkError("NOT_FOUND");
  return row;
}

/** For `authorize.resource`: an introduction in which the actor takes part; NOT_FOUND for everybody else. */
async function ownAccompanied(ctx: Context, { publicId }: { readonly publicId: string }) {
  if (ctx.actor.kind === "anonymous") throw new LilinkError("NOT_SIGNED_IN");
  await requireAccompanied(ctx, publicId);
  return { owner: true };
}

/** The thread as its adviser reads it: what was written since it was let in, who the two sides are, and nothing of the ledger. [AV6] */
export const loadAccompanied = defineQuery({
  name: "engagement.thread",
  input: introductionRefSchema,
  authorize: { action: "engagement.advise", resource: ownAccompanied },
  run: async (ctx, { publicId }) => {
    const row = await requireAccompanied(ctx, publicId);
    const bodies = await readBodies(ctx, [row.clientId, row.otherId]);
    const titles = await readTitles(ctx, [row.askedPostingId, row.askingPostingId]);
    const [engaged] = await ctx.db
      .select({ publicId: engagement.publicId })
      .from(engagement)
      .where(eq(engagement.id, row.engagementId));
    return {
      publicId,
      engagement: engaged?.publicId ?? null,
      side: row.side,
      aim: row.aim,
      letInAt: row.letInAt,
      client: bodies.get(row.clientId) ?? null,
      other: bodies.get(row.otherId) ?? null,
      asked: titles.get(row.askedPostingId) ?? null,
      asking: titles.get(row.askingPostingId) ?? null,
      messages: await readThread(ctx, row.introductionId),
    };
  },
});

/** Writes into the thread for the client's side; the message says for whom. [AV6] */
export const writeForClient = defineMutation({
  name: "engagement.write",
  input: adviserMessageSchema,
  authorize: { action: "engagement.advise", resource: ownAccompanied },
  run: async (ctx, { publicId, body }) => {
    const row = await requireAccompanied(ctx, publicId);
    const self = await findOwnContact(ctx);
    const id = ctx.newId();
    await ctx.db.insert(introductionMessage).values({
      id,
      introductionId: row.introductionId,
      organizationId: row.clientId,
      side: row.side,
      personId: personOf(ctx.actor),
      personName: self?.name ?? "",
      advisedBy: row.id,
      body,
      createdAt: ctx.now,
    });
    const told = { id: row.introductionId, publicId };
    await tellSide(ctx, told, otherSide(row.side), "introduction.message", id);
    await tellSide(ctx, told, row.side, "introduction.message", `${id}/own`);
    return { id, client: row.clientId };
  },
  audit: (_input, { id, client }) => ({ subjectKind: "introduction", subjectId: id, forBody: client }),
});
