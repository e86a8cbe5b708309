import { returnForm, returnValue } from "@lilink/db/schema";
import { editableStates, figureKey } from "@lilink/model/return";
import type { FaultyRow } from "@lilink/model/return/file";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import type { FormRow } from "../return/find-form.ts";
import type { PlacedFigure } from "./gather-figures.ts";

const batch = 2000;

type Standing = {
  readonly raw: string;
  readonly unit: string;
  readonly value: string | null;
  readonly revision: number;
};

export type WriteOrder = {
  readonly form: FormRow;
  readonly figures: readonly PlacedFigure[];
  /** The file may write over figures that it does not know of. */
  readonly replace: boolean;
  readonly by: string | null;
};

/** Locks the return against other writers and marks it as begun; false where it is not open for typing any more. */
export async function holdForm(ctx: Context, form: FormRow): Promise<boolean> {
  const held = await ctx.db
    .update(returnForm)
    .set({
      state: sql`case when ${returnForm.state} = 'open' then 'draft' else ${returnForm.state} end`,
      updatedAt: ctx.now,
    })
    .where(
      and(
        eq(returnForm.id, form.id),
        eq(returnForm.version, form.version),
        inArray(returnForm.state, [...editableStates]),
      ),
    )
    .returning({ id: returnForm.id });
  return held.length > 0;
}

/**
 * Writes the figures of a return that is held, unless one of them would silently write over what somebody typed after the
 * file was made: then nothing is written and each such row is named, with what stands there ([RT10], [RT13]).
 */
export async function writeImported(ctx: Context, order: WriteOrder): Promise<readonly FaultyRow[]> {
  const standing = await readStanding(ctx, order.form);
  const differing: FaultyRow[] = [];
  const changed: (PlacedFigure & { readonly next: number })[] = [];
  for (const figure of order.figures) {
    const known = standing.get(figureKey(figure));
    if (known?.value === figure.value) continue;
    const stands = known !== undefined && known.raw !== "";
    if (stands && !order.replace && figure.revision !== known.revision)
      differing.push({ sheet: figure.sheet, row: figure.row, faults: [toDifference(figure, known)] });
    else changed.push({ ...figure, next: (known?.revision ?? 0) + 1 });
  }
  if (differing.length > 0) return differing;
  for (let at = 0; at < changed.length; at += batch)
    await writeBatch(ctx, order, changed.slice(at, at + batch));
  return [];
}

function toDifference(figure: PlacedFigure, known: Standing) {
  const show = ({ raw, unit }: Pick<Standing, "raw" | "unit">) => `${raw} ${unit}`.trim();
  return {
    column: figure.column,
    rule: "differs",
    params: { mine: show(figure), theirs: show(known) },
  } as const;
}

async function readStanding(ctx: Context, form: FormRow): Promise<ReadonlyMap<string, Standing>> {
  const rows = await ctx.db
    .select({
      component: returnValue.component,
      site: returnValue.site,
      place: returnValue.place,
      raw: returnValue.raw,
      unit: returnValue.unit,
      value: returnValue.value,
      revision: returnValue.revision,
    })
    .from(returnValue)
    .where(and(eq(returnValue.formId, form.id), eq(returnValue.version, form.version)));
  return new Map(rows.map((row) => [figureKey(row), row]));
}

/** One statement with one parameter for all rows of a batch. */
async function writeBatch(
  ctx: Context,
  { form, by }: WriteOrder,
  figures: readonly (PlacedFigure & { readonly next: number })[],
): Promise<void> {
  const rows = figures.map(({ component, site, place, raw, unit, value, next }) => ({
    id: ctx.newId(),
    component,
    site,
    place,
    raw,
    unit,
    value,
    revision: next,
  }));
  await ctx.db.execute(sql`
    insert into return_value (id, form_id, organization_id, version, component, site, place, raw, unit, value, revision, changed_by, changed_at)
    select r.id, ${form.id}::uuid, ${form.organizationId}::uuid, ${form.version}::int, r.component, r.site, r.place, r.raw, r.unit,
      r.value, r.revision, ${by}::uuid, ${ctx.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, component text, site text, place text[], raw text, unit text, value numeric, revision int)
    on conflict (form_id, version, component, site, place) do update set raw = excluded.raw, unit = excluded.unit,
      value = excluded.value, imputed = false, revision = excluded.revision, changed_by = excluded.changed_by, changed_at = excluded.changed_at`);
}
