import { correctReturnSchema, submitReturnSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { returnEvent, returnForm, returnValue } from "@lilink/db/schema";
import { type FieldFault, toInputError } from "@lilink/model/error";
import { organizationOf, personOf } from "@lilink/model/policy";
import { isLate, nextReturnState } from "@lilink/model/return";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { defineMutation } from "../../kernel/define.ts";
import { loadOwnForm, movedOn, ownForm } from "./find-form.ts";
import { readAsked } from "./read-asked.ts";
import { readContent } from "./read-content.ts";
import { settleNotices } from "./settle-notices.ts";

/**
 * Hands a return in. Hard checks stop it, soft ones need an explanation, what a checker asked an answer. In time or late is one comparison of the
 * transaction's instant with the due instant ([RT4]); whoever is late says why.
 */
export const submitReturn = defineMutation({
  name: "return.submit",
  input: submitReturnSchema,
  rest: { tag: "returns", method: "POST", path: "/returns/{publicId}/submit", output: shape.submittedReturn },
  authorize: { action: "return.file", resource: ownForm },
  run: async (ctx, input) => {
    const found = await loadOwnForm(ctx, input.publicId);
    const { form, round } = found;
    const state = nextReturnState(form.state, "submit", form.version);
    if (state === null || form.version !== input.version) throw movedOn(form);
    const late = form.late || (form.submittedAt === null && isLate(ctx.now, round.dueAt));
    const isFirst = form.submittedAt === null;
    // The lock comes before the check: what is judged is what is handed in.
    const moved = await ctx.db
      .update(returnForm)
      .set({ updatedAt: ctx.now })
      .where(
        and(
          eq(returnForm.id, form.id),
          eq(returnForm.state, form.state),
          eq(returnForm.version, form.version),
        ),
      )
      .returning({ id: returnForm.id });
    if (moved.length === 0) throw movedOn(form);
    const { findings } = await readContent(ctx, found, form.version, await readAsked(ctx, form));
    const faults: FieldFault[] = findings.flatMap(({ key, severity, explained }): FieldFault[] => {
      if (severity === "hard") return [{ field: `check.${key}`, rule: "badFormat" }];
      return explained ? [] : [{ field: `explanation.${key}`, rule: "required" }];
    });
    if (late && isFirst && !input.reason) faults.unshift({ field: "reason", rule: "required" });
    if (faults.length > 0) throw toInputError(faults);
    await ctx.db
      .delete(returnValue)
      .where(
        and(eq(returnValue.formId, form.id), eq(returnValue.version, form.version), eq(returnValue.raw, "")),
      );
    await ctx.db
      .update(returnForm)
      .set({ state, late, submittedBy: personOf(ctx.actor), submittedAt: ctx.now, updatedAt: ctx.now })
      .where(eq(returnForm.id, form.id));
    await ctx.db.insert(returnEvent).values({
      id: ctx.newId(),
      formId: form.id,
      organizationId: form.organizationId,
      version: form.version,
      kind: "submitted",
      text: input.reason ?? null,
      byPerson: personOf(ctx.actor),
      byOrganization: organizationOf(ctx.actor),
      at: ctx.now,
    });
    await settleNotices(ctx, form.id);
    return { id: form.id, state, version: form.version, late, submittedAt: ctx.now };
  },
  audit: (_input, output) => ({
    subjectKind: "return_form",
    subjectId: output.id,
    detail: { version: output.version, late: output.late },
  }),
});

/** Takes back what was handed in, as the next version with a reason; a version that was verified counts until the next is. */
export const correctReturn = defineMutation({
  name: "return.correct",
  input: correctReturnSchema,
  rest: {
    tag: "returns",
    method: "POST",
    path: "/returns/{publicId}/correct",
    output: z.object({ version: z.int() }),
  },
  authorize: { action: "return.file", resource: ownForm },
  run: async (ctx, input) => {
    const { form } = await loadOwnForm(ctx, input.publicId);
    const { rows } = await ctx.db.execute<{ done: boolean }>(
      sql`select app.reopen_return(${form.id}::uuid, ${input.version}::int, ${input.reason}, ${ctx.newId()}::uuid, ${ctx.now.toISOString()}::timestamptz) as done`,
    );
    if (rows[0]?.done !== true) throw movedOn(form);
    return { id: form.id, version: input.version + 1 };
  },
  audit: (_input, output) => ({
    subjectKind: "return_form",
    subjectId: output.id,
    detail: { version: output.version },
  }),
});
