import { proposeFields } from "@lilink/model/matching";
import { organizationOf } from "@lilink/model/policy";
import { postingKinds } from "@lilink/model/posting";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";

/** What a pasted paragraph suggests for the form; nothing is stored. */
export const proposePosting = defineQuery({
  name: "posting.propose",
  input: z.object({
    text: z.string().trim().min(1, "required").max(8000, "tooLong"),
    kind: z.enum(postingKinds).optional(),
  }),
  authorize: { action: "posting.draft", resource: (ctx) => ({ owner: organizationOf(ctx.actor) !== null }) },
  run: async (ctx, input) => proposeFields(input.text, ctx.now.toISOString().slice(0, 10), input.kind),
});
