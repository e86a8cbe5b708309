import { toShanghaiDate } from "@lilink/model/calendar";
import { proposeMail } from "@lilink/model/matching";
import { organizationOf } from "@lilink/model/policy";
import {
  besideLots,
  postingKinds,
  tellBudget,
  tellDeadline,
  tellLots,
  tellPapers,
  tellQuiet,
  toOwnWords,
} from "@lilink/model/posting";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";

/** What a pasted paragraph suggests for the form; nothing is stored. */
export const proposePosting = defineQuery({
  name: "posting.propose",
  input: z.object({
    text: z
      .string()
      .max(8000, "tooLong")
      .refine((text) => text.trim() !== "", "required"),
    kind: z.enum(postingKinds).optional(),
    /** What the form has chosen, where the text need not say it. */
    concept: z.string().max(80).optional(),
  }),
  authorize: { action: "posting.draft", resource: (ctx) => ({ owner: organizationOf(ctx.actor) !== null }) },
  run: async (ctx, { text: whole, kind, concept }) => {
    const text = toOwnWords(whole);
    const today = toShanghaiDate(ctx.now);
    const draft = proposeMail(whole, today, kind, concept);
    const lots = tellLots(text, today);
    return {
      ...draft,
      figures: besideLots(draft.figures, lots),
      budget: kind === "capability" ? null : tellBudget(text),
      deadline: tellDeadline(text, today),
      lots,
      papers: tellPapers(text),
      quiet: tellQuiet(text),
    };
  },
});
