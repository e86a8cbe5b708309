import { saveExplanationSchema, saveValuesSchema, type TypedFigure } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { person, returnExplanation, returnForm, returnValue } from "@lilink/db/schema";
import { toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { type AskedReturn, editableStates, figureKey, readFigure, returnMachine } from "@lilink/model/return";
import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { type Form, type FormRow, loadOwnForm, movedOn, ownForm } from "./find-form.ts";
import { readAsked } from "./read-asked.ts";
import { readContent } from "./read-content.ts";

/** A figure that somebody else changed after the writer saw it: both stand here until one of them is chosen. */
export type FigureConflict = {
  readonly component: string;
  readonly site: string;
  readonly place: readonly string[];
  readonly mine: { readonly raw: string; readonly unit: string };
  readonly theirs: {
    readonly raw: string;
    readonly unit: string;
    readonly revision: number;
    readonly by: string | null;
    readonly at: Date;
  };
};

/**
 * Autosave of figures. Each names the revision that its writer saw; one that another changed meanwhile is left as it is and
 * comes back as a conflict with both, the rest is saved. The same save sent twice is answered as done ([RT10]).
 */
export const saveValues = defineMutation({
  name: "return.saveValues",
  input: saveValuesSchema,
  rest: { tag: "returns", method: "PUT", path: "/returns/{publicId}/values", output: shape.savedFigures },
  authorize: { action: "return.file", resource: ownForm },
  run: async (ctx, input) => {
    const found = await loadOwnForm(ctx, input.publicId);
    const asked = await readAsked(ctx, found.form);
    await holdForWriting(ctx, found, input.version);
    const { saved, conflicts } = await writeFigures(ctx, found.form, asked, input.values);
    const { findings } = await readContent(ctx, found, input.version, asked);
    return { saved, conflicts, findings, savedAt: ctx.now };
  },
  audit: () => null,
});

/** The words that a soft check asked for; empty ones take them back. */
export const saveExplanation = defineMutation({
  name: "return.saveExplanation",
  input: saveExplanationSchema,
  rest: {
    tag: "returns",
    method: "PUT",
    path: "/returns/{publicId}/explanations",
    output: z.object({ savedAt: shape.moment }),
  },
  authorize: { action: "return.file", resource: ownForm },
  run: async (ctx, input) => {
    const found = await loadOwnForm(ctx, input.publicId);
    await holdForWriting(ctx, found, input.version);
    const typed = { text: input.text, changedBy: personOf(ctx.actor), changedAt: ctx.now };
    const { id: formId, organizationId } = found.form;
    await ctx.db
      .insert(returnExplanation)
      .values({ formId, organizationId, version: input.version, check: input.check, ...typed })
      .onConflictDoUpdate({
        target: [returnExplanation.formId, returnExplanation.version, returnExplanation.check],
        set: typed,
      });
    return { savedAt: ctx.now };
  },
  audit: () => null,
});

/** Locks the return for this transaction, so that two writers of one return come one after the other, and marks it as begun. */
export async function holdForWriting(
  ctx: Context,
  { form }: Pick<Form, "form">,
  version: number,
): Promise<void> {
  const held = await ctx.db
    .update(returnForm)
    .set({
      state: sql`case when ${returnForm.state} = ${returnMachine.start} then ${returnMachine.steps.save.to} else ${returnForm.state} end`,
      updatedAt: ctx.now,
    })
    .where(
      and(
        eq(returnForm.id, form.id),
        eq(returnForm.version, version),
        inArray(returnForm.state, [...editableStates]),
      ),
    )
    .returning({ id: returnForm.id });
  if (held.length === 0) throw movedOn(form);
}

/** Writes figures of a return that is held; `unseen` writes over whatever stands there. */
export async function writeFigures(
  ctx: Context,
  form: FormRow,
  { components }: AskedReturn,
  typed: readonly TypedFigure[],
  unseen = false,
) {
  const asked = new Map(components.map((component) => [component.code, component]));
  const strangers = typed.flatMap(({ component }, at) =>
    asked.has(component) ? [] : [{ field: `values.${at}.component`, rule: "notInList" as const }],
  );
  if (strangers.length > 0) throw toInputError(strangers);
  const stored = await readStored(ctx, form);
  const conflicts: FigureConflict[] = [];
  const saved: (Pick<TypedFigure, "component" | "site" | "place"> & {
    revision: number;
    value: string | null;
  })[] = [];
  const rows = new Map<string, typeof returnValue.$inferInsert>();
  for (const { raw, unit, revision, ...place } of typed) {
    const key = figureKey(place);
    const known = stored.get(key);
    const component = asked.get(place.component);
    const read = component && raw !== "" ? readFigure(raw, unit, component) : null;
    const value = read?.ok ? read.value : null;
    if (known ? known.raw === raw && known.unit === unit : raw === "") {
      saved.push({ ...place, revision: known?.revision ?? 0, value });
      continue;
    }
    if (!unseen && (known?.revision ?? 0) !== revision) {
      conflicts.push({ ...place, mine: { raw, unit }, theirs: toTheirs(known, ctx.now) });
      continue;
    }
    const next = (known?.revision ?? 0) + 1;
    saved.push({ ...place, revision: next, value });
    rows.set(key, {
      id: ctx.newId(),
      formId: form.id,
      organizationId: form.organizationId,
      version: form.version,
      ...place,
      raw,
      unit,
      value,
      revision: next,
      changedBy: personOf(ctx.actor),
      changedAt: ctx.now,
    });
  }
  await upsert(ctx, [...rows.values()]);
  return { saved, conflicts };
}

type Stored = { raw: string; unit: string; revision: number; by: string | null; at: Date };

/** What stands now, emptied places too: their revision still tells a writer that somebody was there. */
async function readStored(ctx: Context, form: FormRow): Promise<Map<string, Stored>> {
  const rows = await ctx.db
    .select({
      component: returnValue.component,
      site: returnValue.site,
      place: returnValue.place,
      raw: returnValue.raw,
      unit: returnValue.unit,
      revision: returnValue.revision,
      by: person.name,
      at: returnValue.changedAt,
    })
    .from(returnValue)
    .leftJoin(person, eq(person.id, returnValue.changedBy))
    .where(and(eq(returnValue.formId, form.id), eq(returnValue.version, form.version)));
  return new Map(
    rows.map(({ component, site, place, ...row }) => [figureKey({ component, site, place }), row]),
  );
}

function toTheirs(known: Stored | undefined, now: Date): FigureConflict["theirs"] {
  return known ?? { raw: "", unit: "", revision: 0, by: null, at: now };
}

const batch = 500;

async function upsert(ctx: Context, rows: (typeof returnValue.$inferInsert)[]): Promise<void> {
  const excluded = (column: string) => sql.raw(`excluded.${column}`);
  for (let at = 0; at < rows.length; at += batch)
    await ctx.db
      .insert(returnValue)
      .values(rows.slice(at, at + batch))
      .onConflictDoUpdate({
        target: [
          returnValue.formId,
          returnValue.version,
          returnValue.component,
          returnValue.site,
          returnValue.place,
        ],
        set: {
          raw: excluded("raw"),
          unit: excluded("unit"),
          value: excluded("value"),
          revision: excluded("revision"),
          changedBy: excluded("changed_by"),
          changedAt: excluded("changed_at"),
        },
      });
}
