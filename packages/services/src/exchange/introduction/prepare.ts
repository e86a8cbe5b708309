import { prepareIntroductionSchema } from "@lilink/contract";
import { introduction, introductionParty, organization, posting, postingHead } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { answerDueAt } from "@lilink/model/introduction";
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { z } from "zod";
import { ofOneBody } from "../../ground/actor/barred.ts";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { findUnderWay } from "../posting/find-introduction.ts";
import { findShownRivals } from "./find-shown-rivals.ts";
import { findOwnContact } from "./own-contact.ts";
import { findAchievement } from "./read-achievement.ts";
import { readOpenings } from "./read-opening.ts";
import { readTitles } from "./read-titles.ts";

/** What the interest form needs: the posting by its title, one's own live postings with what they open, the contact, and an interest that is open on either side. */
export const prepareIntroduction = defineQuery({
  name: "introduction.prepare",
  input: prepareIntroductionSchema,
  authorize: { action: "introduction.ask", resource: ofOneBody },
  run: async (ctx, input) => {
    const organizationId = requireOwn(ctx);
    const { head, title, achievement } = await loadAsked(ctx, input);
    const own = await ctx.db
      .select({ id: posting.id, publicId: posting.publicId, kind: posting.kind, title: posting.title })
      .from(posting)
      .innerJoin(postingHead, eq(postingHead.postingId, posting.id))
      .where(and(eq(posting.organizationId, organizationId), eq(postingHead.state, "published")))
      .orderBy(desc(posting.publishedAt))
      .limit(100);
    const [asked] = await ctx.db
      .select({ publicId: introduction.publicId })
      .from(introduction)
      .innerJoin(introductionParty, eq(introductionParty.introductionId, introduction.id))
      .where(
        and(
          head
            ? eq(introduction.askedPostingId, head)
            : and(isNull(introduction.askedPostingId), eq(introduction.achievementId, achievement?.id ?? "")),
          eq(introductionParty.organizationId, organizationId),
          eq(introductionParty.side, "asking"),
          inArray(introduction.state, ["sent", "accepted"]),
        ),
      );
    const met = head ? await findUnderWay(ctx, head) : null;
    const ownIds = own.map(({ id }) => id);
    const openings = await readOpenings(ctx, ownIds);
    const titles = await readTitles(ctx, ownIds);
    const rivals = head ? await findShownRivals(ctx, head, ownIds) : new Set<string>();
    const [self] = await ctx.db
      .select({ nameZh: organization.nameZh, nameEn: organization.nameEn })
      .from(organization)
      .where(eq(organization.id, organizationId));
    return {
      ownNames: [self?.nameZh, self?.nameEn].filter((name) => name != null),
      posting: title,
      achievement: achievement?.title ?? null,
      mine: head
        ? own.some((candidate) => candidate.id === head)
        : achievement?.organizationId === organizationId,
      own: own
        .filter(({ id, kind }) => id !== head && (head !== null || kind === "need"))
        .map((candidate) => ({
          ...candidate,
          opens: openings.get(candidate.id) ?? { partner: [], walled: [] },
          rival: rivals.has(candidate.id),
          named: Boolean(titles.get(candidate.id)?.identity),
          concept: titles.get(candidate.id)?.concept ?? null,
          language: titles.get(candidate.id)?.language ?? null,
        })),
      contact: await findOwnContact(ctx),
      open: asked?.publicId ?? null,
      /** Where the owner of the posting asked first and waits for the own answer. */
      owed: met?.answerBy ? met.introduction : null,
      dueAt: answerDueAt(ctx.now),
    };
  },
});

/** The posting by its title, or the achievement; beside a posting the own achievement that is offered with it. [AC8] */
async function loadAsked(ctx: Context, input: z.output<typeof prepareIntroductionSchema>) {
  const achievement = input.achievement ? await findAchievement(ctx, input.achievement) : null;
  if (input.posting === undefined) {
    if (!achievement) throw new LilinkError("NOT_FOUND");
    return { head: null, title: null, achievement };
  }
  const [head] = await ctx.db
    .select({ id: postingHead.postingId })
    .from(postingHead)
    .where(eq(postingHead.publicId, input.posting));
  const title = head ? (await readTitles(ctx, [head.id])).get(head.id) : undefined;
  if (!head || !title) throw new LilinkError("NOT_FOUND");
  const isOwn = achievement?.organizationId === requireOwn(ctx) && achievement.title.state === "offered";
  return { head: head.id, title, achievement: isOwn && title.kind === "need" ? achievement : null };
}
