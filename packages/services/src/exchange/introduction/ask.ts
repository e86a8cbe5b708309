import { askIntroductionSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { introduction, organization, posting, postingHead } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { answerDueAt, introductionMachine } from "@lilink/model/introduction";
import { findContacts, toDoubtFaults } from "@lilink/model/posting";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { ofOneBody } from "../../ground/actor/barred.ts";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { snapshotContact } from "./own-contact.ts";
import { findAchievement } from "./read-achievement.ts";
import { announceOwn, tellSide } from "./tell-side.ts";

/** So often may one organization ask about one posting within thirty days; app.add_parties counts. */
const mostAsked = 3;

/** Sends interest in another organization's live posting or offered achievement ([IN3], [AC8]); the answer is due in five working days ([IN2]). */
export const askIntroduction = defineMutation({
  name: "introduction.ask",
  input: askIntroductionSchema,
  rate: "interest",
  rest: {
    tag: "introductions",
    method: "POST",
    path: "/introductions",
    output: z.object({ publicId: z.string(), dueAt: shape.moment }),
  },
  authorize: { action: "introduction.ask", resource: ofOneBody },
  run: async (ctx, input) => {
    const askedPostingId = input.posting === undefined ? null : await findLive(ctx, input.posting);
    const achievementId =
      input.achievement === undefined ? null : await requireOffered(ctx, input.achievement);
    if (!input.acknowledgeDoubts) await refuseContacts(ctx, input);
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
      achievementId,
      state: introductionMachine.start,
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
    detail: { posting: input.posting, achievement: input.achievement, aim: input.aim },
  }),
});

type Refusal = "NOT_FOUND" | "WRONG_STATE" | "CONFLICT" | "LIMIT_REACHED";

/** What is asked stands without a name until it is answered, so that a text which tells it has to be meant ([PO11]). */
async function refuseContacts(
  ctx: Context,
  { message, question }: z.output<typeof askIntroductionSchema>,
): Promise<void> {
  const [own] = await ctx.db
    .select({ name: organization.nameZh, nameEn: organization.nameEn })
    .from(organization)
    .where(eq(organization.id, requireOwn(ctx)));
  const names = [own?.name, own?.nameEn].filter((name) => name != null);
  const doubts = Object.entries({ message, "question.text": question?.text ?? "" }).flatMap(([field, text]) =>
    findContacts(text, names).map((one) => ({ field, ...one })),
  );
  if (doubts.length > 0) throw toInputError(toDoubtFaults(doubts));
}

/** Whose it may be is decided inside the database: without a posting another's, beside a need the asker's own. [AC8] */
async function requireOffered(ctx: Context, publicId: string): Promise<string> {
  const found = await findAchievement(ctx, publicId);
  if (found?.title.state !== "offered") throw new LilinkError("NOT_FOUND");
  return found.id;
}

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
        eq(posting.organizationId, requireOwn(ctx)),
        eq(postingHead.state, "published"),
      ),
    );
  if (!own) throw new LilinkError("NOT_FOUND");
  return own.id;
}
