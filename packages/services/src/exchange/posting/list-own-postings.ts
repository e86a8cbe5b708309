import { type Page, pageInput } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { posting, postingDraft, postingHead } from "@lilink/db/schema";
import { organizationOf } from "@lilink/model/policy";
import { type PostingState, postingStates } from "@lilink/model/posting";
import { and, count, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { requireOwn } from "../../ground/actor/own.ts";
import { defineQuery } from "../../kernel/define.ts";

/** The organization's own postings, last touched first, with how many there are in each state. */
export const listOwnPostings = defineQuery({
  name: "posting.listOwn",
  input: pageInput.extend({
    states: z.array(z.enum(postingStates)).max(postingStates.length).optional(),
  }),
  rest: {
    tag: "postings",
    method: "GET",
    path: "/own/postings",
    output: shape.pageOf(shape.ownPosting).extend({ counts: z.record(z.string(), z.int()) }),
  },
  authorize: {
    action: "posting.readOwn",
    resource: (ctx) => ({ owner: organizationOf(ctx.actor) !== null }),
  },
  run: async (ctx, input) => {
    const organizationId = requireOwn(ctx);
    const own = eq(posting.organizationId, organizationId);
    const [touched, after] = input.cursor?.split("~") ?? [];
    const rows = await ctx.db
      .select({
        id: posting.id,
        publicId: posting.publicId,
        kind: posting.kind,
        state: posting.state,
        title: posting.title,
        concept: posting.concept,
        version: posting.version,
        liveVersion: posting.liveVersion,
        headState: postingHead.state,
        validUntil: posting.validUntil,
        submittedAt: posting.submittedAt,
        updatedAt: posting.updatedAt,
        draftAt: postingDraft.updatedAt,
      })
      .from(posting)
      .leftJoin(postingHead, eq(postingHead.postingId, posting.id))
      .leftJoin(postingDraft, eq(postingDraft.postingId, posting.id))
      .where(
        and(
          own,
          input.states?.length ? inArray(posting.state, input.states) : undefined,
          touched && after
            ? sql`(${posting.updatedAt}, ${posting.id}) < (${touched}::timestamptz, ${after}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(posting.updatedAt), desc(posting.id))
      .limit(input.limit + 1);
    const counted = await ctx.db
      .select({ state: posting.state, n: count() })
      .from(posting)
      .where(own)
      .groupBy(posting.state);
    const items = rows.slice(0, input.limit).map(({ headState, ...row }) => ({
      ...row,
      live: headState === "published",
    }));
    const last = items.at(-1);
    const page: Page<(typeof items)[number]> = {
      items,
      nextCursor: rows.length > input.limit && last ? `${last.updatedAt.toISOString()}~${last.id}` : null,
    };
    const counts = Object.fromEntries(counted.map(({ state, n }) => [state, n]));
    return { ...page, counts: counts as Partial<Record<PostingState, number>> };
  },
});
