import { returnRefSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { organizationOf } from "@lilink/model/policy";
import { isLate, nextReturnState } from "@lilink/model/return";
import { defineQuery } from "../../kernel/define.ts";
import { loadOwnForm, ownForm } from "./find-form.ts";
import { readAsked } from "./read-asked.ts";
import { readContent, readEvents } from "./read-content.ts";
import { toAskedView } from "./to-asked-view.ts";

/** One's own return: what it asks, what was typed, the period before, what does not hold, and what happened. */
export const loadReturn = defineQuery({
  name: "return.load",
  input: returnRefSchema,
  rest: { tag: "returns", method: "GET", path: "/returns/{publicId}", output: shape.returnForm },
  authorize: { action: "return.read", resource: ownForm },
  run: async (ctx, input) => {
    const found = await loadOwnForm(ctx, input.publicId);
    const { form, round } = found;
    const asked = await readAsked(ctx, form);
    const may = (action: "save" | "submit" | "correct") =>
      nextReturnState(form.state, action, form.version) !== null;
    return {
      publicId: form.publicId,
      period: round.period,
      frequency: round.frequency,
      sheet: form.sheet,
      state: form.state,
      version: form.version,
      verifiedVersion: form.verifiedVersion,
      late: form.late,
      dueAt: round.dueAt,
      closed: round.closedAt !== null,
      needsReason: form.submittedAt === null && isLate(ctx.now, round.dueAt),
      updatedAt: form.updatedAt,
      submittedAt: form.submittedAt,
      may: { save: may("save"), submit: may("submit"), correct: may("correct") },
      ...toAskedView(asked),
      ...(await readContent(ctx, found, form.version, asked)),
      events: await readEvents(ctx, form, organizationOf(ctx.actor)),
    };
  },
});
