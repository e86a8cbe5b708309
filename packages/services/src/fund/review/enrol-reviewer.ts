import { enrolReviewerSchema } from "@lilink/contract";
import { fundPaper, fundReviewer, person } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";

function requirePerson(ctx: Context): string {
  const id = personOf(ctx.actor);
  if (id === null) throw new LilinkError("NOT_SIGNED_IN");
  return id;
}

/** A person offers to review: what they know, what they wrote with whom, whom they must not judge, and how much they can read. [FU14] */
export const enrolReviewer = defineMutation({
  name: "fund.enrol",
  input: enrolReviewerSchema,
  authorize: { action: "fund.review" },
  run: async (ctx, { papers, ...given }) => {
    const personId = requirePerson(ctx);
    const [who] = await ctx.db.select({ name: person.name }).from(person).where(eq(person.id, personId));
    const row = { ...given, name: who?.name ?? "", savedAt: ctx.now };
    await ctx.db
      .insert(fundReviewer)
      .values({ personId, ...row })
      .onConflictDoUpdate({ target: fundReviewer.personId, set: row });
    await ctx.db.delete(fundPaper).where(eq(fundPaper.personId, personId));
    if (papers.length > 0)
      await ctx.db.insert(fundPaper).values(papers.map((paper) => ({ id: ctx.newId(), personId, ...paper })));
    return { id: personId };
  },
  audit: (_input, { id }) => ({ subjectKind: "fund_reviewer", subjectId: id }),
});

/** The own entry in the list of reviewers, or null. */
export const loadReviewer = defineQuery({
  name: "fund.reviewer",
  input: z.object({}),
  authorize: { action: "fund.review" },
  run: async (ctx) => {
    const personId = requirePerson(ctx);
    const [row] = await ctx.db.select().from(fundReviewer).where(eq(fundReviewer.personId, personId));
    if (!row) return null;
    const papers = await ctx.db
      .select({
        title: fundPaper.title,
        abstract: fundPaper.abstract,
        authors: fundPaper.authors,
        publishedOn: fundPaper.publishedOn,
      })
      .from(fundPaper)
      .where(eq(fundPaper.personId, personId))
      .orderBy(desc(fundPaper.publishedOn));
    const { subject, declared, most, active } = row;
    return { subject, declared, most, active, papers };
  },
});
