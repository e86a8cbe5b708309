import { postingRefSchema } from "@lilink/contract";
import { fallbackState } from "@lilink/model/posting";
import { z } from "zod";
import { defineMutation } from "../../kernel/define.ts";
import { findHeadState, loadPostingRow, ownPosting } from "./load-posting-row.ts";
import { dropReviewParts, movePosting } from "./move-posting.ts";

/** The author takes a version back from review; a live version stands on. */
export const withdrawPosting = defineMutation({
  name: "posting.withdraw",
  input: postingRefSchema,
  rest: {
    tag: "postings",
    method: "POST",
    path: "/postings/{publicId}/withdraw",
    output: z.object({ state: z.string() }),
  },
  authorize: { action: "posting.draft", resource: ownPosting },
  run: async (ctx, input) => {
    const row = await loadPostingRow(ctx, input.publicId);
    const state = fallbackState(await findHeadState(ctx, row.id));
    await movePosting(ctx, row, "withdraw", { to: state });
    await dropReviewParts(ctx, row);
    return { id: row.id, state };
  },
  audit: (_input, output) => ({ subjectKind: "posting", subjectId: output.id }),
});
