import { returnRefSchema } from "@lilink/contract";
import { returnValue } from "@lilink/db/schema";
import { and, count, eq, ne } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { loadOwnForm, ownForm } from "./find-form.ts";
import { readAsked } from "./read-asked.ts";
import { toAskedView } from "./to-asked-view.ts";

/** What the template of one's own return is made from: what it asks, and at which places how many figures stand. */
export const loadReturnTemplate = defineQuery({
  name: "return.loadTemplate",
  input: returnRefSchema,
  authorize: { action: "return.read", resource: ownForm },
  run: async (ctx, input) => {
    const { form, round } = await loadOwnForm(ctx, input.publicId);
    const stored = await ctx.db
      .select({ component: returnValue.component, place: returnValue.place, figures: count() })
      .from(returnValue)
      .where(
        and(eq(returnValue.formId, form.id), eq(returnValue.version, form.version), ne(returnValue.raw, "")),
      )
      .groupBy(returnValue.component, returnValue.place);
    return {
      publicId: form.publicId,
      period: round.period,
      sheet: form.sheet,
      version: form.version,
      ...toAskedView(await readAsked(ctx, form)),
      stored,
    };
  },
});
