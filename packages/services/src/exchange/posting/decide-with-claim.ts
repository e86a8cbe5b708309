import { postingRefSchema, postingReturnSchema, publicIdSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import { approve, impartialClaim } from "../../bodies/claim/decide-claim.ts";
import { defineMutation } from "../../kernel/define.ts";
import { publishReviewed, returnReviewed, reviewable } from "./decide-review.ts";
import { loadPostingRow } from "./load-posting-row.ts";

/**
 * A claim is approved, and the posting that came with it published or, with `returned`, sent back: one step, of which the log
 * tells as of two. [PO23]
 */
export const decideWithClaim = defineMutation({
  name: "posting.decideWithClaim",
  input: postingRefSchema.extend({ claim: publicIdSchema, returned: postingReturnSchema.optional() }),
  authorize: { action: "posting.review", resource: reviewable },
  run: async (ctx, { publicId, claim, returned }) => {
    ctx.require("organization.decide", await impartialClaim(ctx, { publicId: claim }));
    const approved = await approve(ctx, claim);
    const row = await loadPostingRow(ctx, publicId);
    if (row.organizationId !== approved.organizationId)
      throw new LilinkError("WRONG_STATE", { state: row.state });
    const { noted } = returned
      ? await returnReviewed(ctx, publicId, returned)
      : await publishReviewed(ctx, publicId);
    return [{ action: "claim.approve", subjectKind: "claim", subjectId: approved.id }, noted];
  },
  audit: (_input, output) => output,
});
