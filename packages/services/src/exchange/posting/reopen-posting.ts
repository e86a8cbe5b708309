import { postingRefSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { defineMutation } from "../../kernel/define.ts";
import { loadPostingRow, ownPosting } from "./load-posting-row.ts";
import { movePosting } from "./move-posting.ts";

/** A closed or expired posting becomes a draft again; it is seen by others only after another review. */
export const reopenPosting = defineMutation({
  name: "posting.reopen",
  input: postingRefSchema,
  // Ranked anew, so that answers before and after can be compared.
  rate: "probe",
  rest: { tag: "postings", method: "POST", path: "/postings/{publicId}/reopen", output: shape.done },
  authorize: { action: "posting.draft", resource: ownPosting },
  run: async (ctx, input) => {
    const row = await loadPostingRow(ctx, input.publicId);
    await movePosting(ctx, row, "reopen", { endedAt: null });
    return { id: row.id };
  },
  audit: (_input, output) => ({ subjectKind: "posting", subjectId: output.id }),
});
