import { returnRefSchema } from "@lilink/contract";
import { organization, returnValue } from "@lilink/db/schema";
import { can, organizationOf, personOf } from "@lilink/model/policy";
import { editableStates, waitingStates } from "@lilink/model/return";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { checkable, type FormRow, loadForm, movedOn } from "./find-form.ts";
import { readAsked } from "./read-asked.ts";
import { readContent, readEvents } from "./read-content.ts";
import { toAskedView } from "./to-asked-view.ts";

/**
 * A return as its checker reads it: what was handed in last, beside the period before, with what does not hold and how that
 * is explained. What is being typed is not open. The reading is logged for its owner before it is given ([RT9]).
 */
export const loadReturnReview = defineQuery({
  name: "return.loadReview",
  input: returnRefSchema,
  authorize: { action: "return.check", resource: checkable },
  run: async (ctx, input) => {
    const found = await loadForm(ctx, input.publicId);
    const { form, round } = found;
    const typing = editableStates.includes(form.state);
    const version = typing ? form.version - 1 : form.version;
    if (version < 1) throw movedOn(form);
    await ctx.db.execute(
      sql`select app.log_return_read(${form.id}::uuid, ${version}::int, 'verification', ${ctx.newId()}::uuid, ${ctx.now.toISOString()}::timestamptz)`,
    );
    const asked = await readAsked(ctx, form);
    const [owner] = await ctx.db
      .select({ publicId: organization.publicId, nameZh: organization.nameZh, nameEn: organization.nameEn })
      .from(organization)
      .where(eq(organization.id, form.organizationId));
    return {
      publicId: form.publicId,
      period: round.period,
      frequency: round.frequency,
      sheet: form.sheet,
      province: form.province,
      state: form.state,
      version,
      verifiedVersion: form.verifiedVersion,
      late: form.late,
      dueAt: round.dueAt,
      submittedAt: form.submittedAt,
      owner: owner ?? null,
      may: {
        decide:
          can(ctx.actor, "return.decide") &&
          waitingStates.includes(form.state) &&
          !(await hadHand(ctx, form)),
      },
      ...toAskedView(asked),
      ...(await readContent(ctx, found, version, asked)),
      events: await readEvents(ctx, form, organizationOf(ctx.actor)),
    };
  },
});

/** Maker and checker are two persons ([RT9]); the database refuses one all the same. */
async function hadHand(ctx: Context, form: FormRow): Promise<boolean> {
  const person = personOf(ctx.actor);
  if (person === null || form.submittedBy === person) return true;
  if (form.submittedBy === null && form.organizationId === organizationOf(ctx.actor)) return true;
  return (
    (await ctx.db.$count(
      returnValue,
      and(eq(returnValue.formId, form.id), eq(returnValue.changedBy, person)),
    )) > 0
  );
}
