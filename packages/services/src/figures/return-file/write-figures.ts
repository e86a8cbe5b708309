import { type AskedReturn, figureKey } from "@lilink/model/return";
import type { FaultyRow } from "@lilink/model/return/file";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { FormRow } from "../return/find-form.ts";
import { type FigureView, readFigures } from "../return/read-content.ts";
import type { PlacedFigure } from "./gather-figures.ts";

const batch = 2000;

export type WriteOrder = {
  readonly form: FormRow;
  readonly asked: AskedReturn;
  readonly figures: readonly PlacedFigure[];
  /** The file may write over figures that it does not know of. */
  readonly replace: boolean;
  readonly by: string | null;
};

/**
 * Writes the figures of a return that is held, unless one of them would silently write over what somebody typed after the
 * file was made: then nothing is written and each such row is named, with what stands there ([RT10], [RT13]).
 */
export async function writeImported(ctx: Context, order: WriteOrder): Promise<readonly FaultyRow[]> {
  const figures = await readFigures(ctx, order.form, order.form.version, order.asked);
  const current = new Map(figures.map((figure) => [figureKey(figure), figure]));
  const differing: FaultyRow[] = [];
  const changed: (PlacedFigure & { readonly next: number })[] = [];
  for (const figure of order.figures) {
    const known = current.get(figureKey(figure));
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

function toDifference(figure: PlacedFigure, known: FigureView) {
  const show = ({ raw, unit }: Pick<FigureView, "raw" | "unit">) => `${raw} ${unit}`.trim();
  return {
    column: figure.column,
    rule: "differs",
    params: { mine: show(figure), theirs: show(known) },
  } as const;
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
