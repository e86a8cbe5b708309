import { postingRefSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { defineMutation } from "../../kernel/define.ts";
import { loadPostingRow, ownPosting } from "./load-posting-row.ts";
import { endLiveParts, movePosting } from "./move-posting.ts";

/** The owner ends a posting. Everyone sees that it ended; matching forgets it. */
export const closePosting = defineMutation({
  name: "posting.close",
  input: postingRefSchema,
  rest: { tag: "postings", method: "POST", path: "/postings/{publicId}/close", output: shape.done },
  authorize: { action: "posting.close", resource: ownPosting },
  run: async (ctx, input) => {
    const row = await loadPostingRow(ctx, input.publicId);
    await movePosting(ctx, row, "close", { endedAt: ctx.now });
    await endLiveParts(ctx, row);
    await ctx.enqueue("posting.match", { postingId: row.id });
    return { id: row.id };
  },
  audit: (_input, output) => ({ subjectKind: "posting", subjectId: output.id }),
});
