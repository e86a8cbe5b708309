import { publicIdSchema } from "@lilink/contract";
import { match, matchMark, posting, postingHead } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { declineReasons } from "@lilink/model/introduction";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { ownPosting } from "../posting/load-posting-row.ts";

/** Pins or dismisses one counterpart, or takes the mark back. The mark outlives every recomputation. */
export const markMatch = defineMutation({
  name: "match.mark",
  input: z.object({
    publicId: publicIdSchema,
    other: publicIdSchema,
    mark: z.enum(["pinned", "dismissed", "none"]),
    reason: z.enum(declineReasons).optional(),
  }),
  authorize: { action: "match.mark", resource: ownPosting },
  run: async (ctx, input) => {
    const [row] = await ctx.db
      .select({ own: match.ownPostingId, other: match.otherPostingId })
      .from(match)
      .innerJoin(posting, eq(posting.id, match.ownPostingId))
      .innerJoin(postingHead, eq(postingHead.postingId, match.otherPostingId))
      .where(and(eq(posting.publicId, input.publicId), eq(postingHead.publicId, input.other)));
    if (!row) throw new LilinkError("NOT_FOUND");
    const pair = and(eq(matchMark.ownPostingId, row.own), eq(matchMark.otherPostingId, row.other));
    if (input.mark === "none") await ctx.db.delete(matchMark).where(pair);
    else {
      const marked = { mark: input.mark, reason: input.reason ?? null, markedAt: ctx.now };
      await ctx.db
        .insert(matchMark)
        .values({
          organizationId: requireOwn(ctx),
          ownPostingId: row.own,
          otherPostingId: row.other,
          ...marked,
        })
        .onConflictDoUpdate({ target: [matchMark.ownPostingId, matchMark.otherPostingId], set: marked });
    }
    return { postingId: row.own };
  },
  audit: (input, output) => ({
    subjectKind: "posting",
    subjectId: output.postingId,
    detail: { mark: input.mark, reason: input.reason ?? null },
  }),
});
