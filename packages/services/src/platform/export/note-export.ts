import { z } from "zod";
import { defineMutation } from "../../kernel/define.ts";

/** Says that a list leaves as a file: it spends the allowance for files, and the audit log keeps who took what ([RA9]). */
export const noteExport = defineMutation({
  name: "export.note",
  input: z.object({ of: z.string().max(60) }),
  rate: "export",
  authorize: { action: "export.read" },
  run: async (ctx) => ({ at: ctx.now, byName: ctx.actor.kind === "member" || ctx.actor.kind === "person" }),
  audit: (input, { byName }) =>
    byName ? { subjectKind: "export", subjectId: null, detail: { of: input.of } } : null,
});
