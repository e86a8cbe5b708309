import { askIntroductionSchema } from "@lilink/contract";
import { introduction, posting, postingHead } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { answerDueAt } from "@lilink/model/introduction";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { defineMutation } from "../kernel/define.ts";
import { requireOrganization } from "../posting/load-posting-row.ts";
import { snapshotContact } from "./own-contact.ts";
import { announceOwn, tellSide } from "./tell-side.ts";

/** So often may one organization ask about one posting within thirty days; app.add_parties counts. */
const mostAsked = 3;

/** Sends interest in another organization's live posting ([IN3]); the answer is due in five working days ([IN2]). */
export const askIntroduction = defineMutation({
  name: "introduction.ask",
  input: askIntroductionSchema,
  authorize: { action: "introduction.ask" },
  run: async (ctx, input) => {
    const askedPostingId = await findLive(ctx, input.posting);
    const askingPostingId = input.own === undefined ? null : await findOwnLive(ctx, input.own);
    const contact = await snapshotContact(ctx, input.contact);
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    const dueAt = answerDueAt(ctx.now);
    await ctx.db.insert(introduction).values({
      id,
      publicId,
      askingPostingId,
      askedPostingId,
      state: "sent",
      aim: input.aim,
      message: input.message,
      question: input.question ?? null,
      dueAt,
      sentAt: ctx.now,
    });
    // Who stands behind the posting is decided inside the database, which tells the asker nothing but a refusal.
    const { rows } = await ctx.db.execute<{ refusal: Refusal | null }>(
      sql`select app.add_parties(${id}::uuid, ${contact.name}, ${contact.email}, ${contact.phone}) as refusal`,
    );
    const refusal = rows[0] ? rows[0].refusal : "NOT_FOUND";
    if (refusal) throw new LilinkError(refusal, refusal === "LIMIT_REACHED" ? { max: mostAsked } : {});
    await tellSide(ctx, { id, publicId }, "asked", "introduction.received");
    await announceOwn(ctx, id);
    return { id, publicId, dueAt };
  },
  audit: (input, output) => ({
    subjectKind: "introduction",
    subjectId: output.id,
    detail: { posting: input.posting, aim: input.aim },
  }),
});

type Refusal = "NOT_FOUND" | "WRONG_STATE" | "CONFLICT" | "LIMIT_REACHED";

async function findLive(ctx: Context, publicId: string): Promise<string> {
  const [head] = await ctx.db
    .select({ id: postingHead.postingId })
    .from(postingHead)
    .where(and(eq(postingHead.publicId, publicId), eq(postingHead.state, "published")));
  if (!head) throw new LilinkError("NOT_FOUND");
  return head.id;
}

async function findOwnLive(ctx: Context, publicId: string): Promise<string> {
  const [own] = await ctx.db
    .select({ id: posting.id })
    .from(posting)
    .innerJoin(postingHead, eq(postingHead.postingId, posting.id))
    .where(
      and(
        eq(posting.publicId, publicId),
        eq(posting.organizationId, requireOrganization(ctx)),
        eq(postingHead.state, "published"),
      ),
    );
  if (!own) throw new LilinkError("NOT_FOUND");
  return own.id;
}
