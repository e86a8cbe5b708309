import { postingRefSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { posting, postingHead, postingPart, postingReview } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { organizationOf } from "@lilink/model/policy";
import { levelsOfParts, type PostingState } from "@lilink/model/posting";
import { and, desc, eq } from "drizzle-orm";
import { noteReading } from "../../ground/allowance/note-reading.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { findUnderWay } from "./find-introduction.ts";
import { readUse } from "./find-use.ts";
import type { PostingRow } from "./load-posting-row.ts";
import { logDisclosure } from "./log-disclosure.ts";
import { type PostingReading, readParts, toOpenReading } from "./read-parts.ts";

/** The page of one posting as the actor may read it. A confidential reading by another is logged before it is given. */
export const loadPosting = defineQuery({
  name: "posting.load",
  input: postingRefSchema,
  rest: { tag: "postings", method: "GET", path: "/postings/{publicId}", open: true, output: shape.posting },
  authorize: { action: "posting.browse" },
  run: async (ctx, input) => {
    const [head] = await ctx.db
      .select({
        id: postingHead.postingId,
        kind: postingHead.kind,
        state: postingHead.state,
        endedAt: postingHead.endedAt,
      })
      .from(postingHead)
      .where(eq(postingHead.publicId, input.publicId));
    const [own] = await ctx.db.select().from(posting).where(eq(posting.publicId, input.publicId));
    const id = head?.id ?? own?.id;
    if (!id) throw new LilinkError("NOT_FOUND");
    const mine = own !== undefined && own.organizationId === organizationOf(ctx.actor);
    const reading = await readBest(ctx, id, mine);
    if (reading && !mine && reading.levels.includes("partner")) {
      await logDisclosure(ctx, reading, reading.state === "review" ? "review" : "partner");
    }
    if (!reading && !head && !mine) throw new LilinkError("NOT_FOUND");
    if (!mine) await noteReading(ctx, "posting", id);
    return {
      publicId: input.publicId,
      kind: head?.kind ?? own?.kind ?? "need",
      state: (mine ? own.state : head?.state) ?? own?.state ?? "closed",
      endedAt: head?.endedAt ?? null,
      reading: reading && toOpenReading(reading),
      use: await toUse(
        ctx,
        mine ? { id, version: own.useVersion } : reading && { id, version: reading.useVersion },
        mine,
      ),
      ...(mine ? { introduction: null, answerBy: null } : await findUnderWay(ctx, id)),
      own: mine ? await toOwn(ctx, own, head?.state ?? null, reading) : null,
    };
  },
});

/** The terms under which more opens, or opened; null where nothing is asked of the actor. [US3] */
async function toUse(ctx: Context, known: { id: string; version: number | null } | null, isOwn: boolean) {
  const found = known && (await readUse(ctx, { ...known, isOwn }));
  return found && { ...found.terms, acceptedAt: found.acceptedAt, isOver: found.isOver };
}

/** What is live comes first; what is in review or returned only where nothing was ever live. */
async function readBest(ctx: Context, id: string, mine: boolean): Promise<PostingReading | null> {
  const [open] = await readParts(ctx, [id], ["live", "ended"]);
  if (open) return open;
  const [closed] = await readParts(ctx, [id], mine ? ["review", "returned"] : ["review"]);
  return closed ?? null;
}

async function toOwn(
  ctx: Context,
  own: PostingRow,
  head: PostingState | null,
  reading: PostingReading | null,
) {
  const [review] = await ctx.db
    .select({
      version: postingReview.version,
      failedCriteria: postingReview.failedCriteria,
      reason: postingReview.reason,
      reviewedAt: postingReview.reviewedAt,
    })
    .from(postingReview)
    .where(and(eq(postingReview.postingId, own.id), eq(postingReview.decision, "returned")))
    .orderBy(desc(postingReview.reviewedAt), desc(postingReview.id))
    .limit(1);
  return {
    state: own.state,
    version: own.version,
    liveVersion: own.liveVersion,
    live: head === "published",
    validUntil: own.validUntil,
    validDays: own.validDays,
    submittedAt: own.submittedAt,
    title: own.title,
    returned: own.state === "returned" ? (review ?? null) : null,
    levels: reading ? await readLevels(ctx, reading) : {},
  };
}

/** Who sees each field of the version that is read, for its own organization. */
async function readLevels(ctx: Context, { id, version, state }: PostingReading) {
  const parts = await ctx.db
    .select({ level: postingPart.level, fields: postingPart.fields })
    .from(postingPart)
    .where(
      and(eq(postingPart.postingId, id), eq(postingPart.version, version), eq(postingPart.state, state)),
    );
  return levelsOfParts(parts);
}
