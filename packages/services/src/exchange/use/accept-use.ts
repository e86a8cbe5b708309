import { acceptUseSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { postingUseAcceptance } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { findUse } from "../posting/find-use.ts";

/** Accepts the present terms of another's posting for the own organization; from then on the database opens its parts. [US3] [US5] */
export const acceptUse = defineMutation({
  name: "use.accept",
  input: acceptUseSchema,
  rest: { tag: "postings", method: "POST", path: "/postings/{publicId}/use/accept", output: shape.done },
  authorize: { action: "use.accept" },
  run: async (ctx, { publicId, version, agreement }) => {
    const found = await findUse(ctx, publicId);
    if (!found || found.isOwn) throw new LilinkError("NOT_FOUND");
    // What was changed meanwhile was not read by whoever accepts.
    if (found.terms.version !== version) throw new LilinkError("CONFLICT");
    if (found.isOver) throw new LilinkError("WRONG_STATE", { state: found.terms.until ?? "" });
    if (found.terms.framework === "signed_agreement" && agreement === "")
      throw toInputError([{ field: "agreement", rule: "required" }]);
    await ctx.db
      .insert(postingUseAcceptance)
      .values({
        postingId: found.postingId,
        version,
        organizationId: requireOwn(ctx),
        until: found.terms.until,
        agreement: agreement || null,
        acceptedBy: personOf(ctx.actor),
        acceptedAt: ctx.now,
      })
      .onConflictDoNothing();
    await ctx.enqueue("posting.match", { postingId: found.postingId });
    return { id: found.postingId };
  },
  audit: ({ version }, { id }) => ({ subjectKind: "posting", subjectId: id, detail: { version } }),
});
