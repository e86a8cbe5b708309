import { prepareIntroductionSchema } from "@lilink/contract";
import { introduction, introductionParty, organization, posting, postingHead } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { answerDueAt } from "@lilink/model/introduction";
import { and, desc, eq, inArray } from "drizzle-orm";
import { ofOneBody } from "../../ground/actor/barred.ts";
import { requireOwn } from "../../ground/actor/own.ts";
import { defineQuery } from "../../kernel/define.ts";
import { findShownRivals } from "./find-shown-rivals.ts";
import { findOwnContact } from "./own-contact.ts";
import { readOpenings } from "./read-opening.ts";
import { readTitles } from "./read-titles.ts";

/** What the interest form needs: the posting by its title, one's own live postings with what they open, the contact, and an open interest. */
export const prepareIntroduction = defineQuery({
  name: "introduction.prepare",
  input: prepareIntroductionSchema,
  authorize: { action: "introduction.ask", resource: ofOneBody },
  run: async (ctx, input) => {
    const organizationId = requireOwn(ctx);
    const [head] = await ctx.db
      .select({ id: postingHead.postingId })
      .from(postingHead)
      .where(eq(postingHead.publicId, input.posting));
    const title = head ? (await readTitles(ctx, [head.id])).get(head.id) : undefined;
    if (!head || !title) throw new LilinkError("NOT_FOUND");
    const own = await ctx.db
      .select({ id: posting.id, publicId: posting.publicId, kind: posting.kind, title: posting.title })
      .from(posting)
      .innerJoin(postingHead, eq(postingHead.postingId, posting.id))
      .where(and(eq(posting.organizationId, organizationId), eq(postingHead.state, "published")))
      .orderBy(desc(posting.publishedAt))
      .limit(100);
    const [open] = await ctx.db
      .select({ publicId: introduction.publicId, state: introduction.state })
      .from(introduction)
      .innerJoin(introductionParty, eq(introductionParty.introductionId, introduction.id))
      .where(
        and(
          eq(introduction.askedPostingId, head.id),
          eq(introductionParty.organizationId, organizationId),
          eq(introductionParty.side, "asking"),
          inArray(introduction.state, ["sent", "accepted"]),
        ),
      );
    const ownIds = own.map(({ id }) => id);
    const openings = await readOpenings(ctx, ownIds);
    const titles = await readTitles(ctx, ownIds);
    const rivals = await findShownRivals(ctx, head.id, ownIds);
    const [self] = await ctx.db
      .select({ nameZh: organization.nameZh, nameEn: organization.nameEn })
      .from(organization)
      .where(eq(organization.id, organizationId));
    return {
      ownNames: [self?.nameZh, self?.nameEn].filter((name) => name != null),
      posting: title,
      mine: own.some((candidate) => candidate.id === head.id),
      own: own
        .filter((candidate) => candidate.id !== head.id)
        .map((candidate) => ({
          ...candidate,
          opens: openings.get(candidate.id) ?? { partner: [], walled: [] },
          rival: rivals.has(candidate.id),
          named: Boolean(titles.get(candidate.id)?.identity),
        })),
      contact: await findOwnContact(ctx),
      open: open ?? null,
      dueAt: answerDueAt(ctx.now),
    };
  },
});
