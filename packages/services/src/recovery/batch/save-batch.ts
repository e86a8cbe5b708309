import { saveBatchSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { toShanghaiDate } from "@lilink/model/calendar";
import { type FieldFault, LilinkError, toInputError } from "@lilink/model/error";
import { type BatchRow, lotsOf } from "@lilink/model/trace/batch";
import { explainCode, filedCode } from "@lilink/model/trace/code";
import { sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { readRows } from "./read-batch.ts";

/**
 * Saves what a batch says of itself: its rows take the place of those before. A lot that another batch spent first stays in the row and is
 * named. [TR43] [TR44]
 */
export const saveBatch = defineMutation({
  name: "batch.save",
  input: saveBatchSchema,
  rest: { tag: "registers", method: "PUT", path: "/batches/{publicId}", output: shape.batchSaved },
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, { publicId, version, ...said }) => {
    const own = requireOwn(ctx);
    const rows = checkRows(said.rows);
    const today = toShanghaiDate(ctx.now);
    if (said.openedOn > today)
      throw toInputError([{ field: "openedOn", rule: "dateTooFar", params: { max: today } }]);
    const { rows: taken } = await ctx.db.execute(
      sql`select 1 from recycling_batch where org_id = ${own}::uuid and number = ${said.number} and public_id <> ${publicId}`,
    );
    if (taken.length > 0) throw toInputError([{ field: "number", rule: "duplicate" }]);
    const { rows: changed } = await ctx.db.execute<{ id: string; version: number }>(
      sql`update recycling_batch set number = ${said.number}, process = ${said.process}, custody_model = ${said.custodyModel},
          province = ${said.province ?? null}, opened_on = ${said.openedOn}::date,
          closed_on = case when state = 'open' then null else greatest(closed_on, ${said.openedOn}::date) end,
          u_in = ${said.uIn ?? null}, u_out = ${said.uOut ?? null},
          handling = array(select jsonb_array_elements_text(${JSON.stringify(said.handling)}::jsonb)), mechanization = ${said.mechanization ?? null},
          short_process = ${said.shortProcess ?? null}, harmless_liquor = ${said.harmlessLiquor ?? null}, version = version + 1,
          updated_at = ${ctx.now.toISOString()}::timestamptz
        where public_id = ${publicId} and org_id = ${own}::uuid and version = ${version} and state in ('open', 'closed')
        returning id, version`,
    );
    const [kept] = changed;
    if (!kept) throw await whyNot(ctx, publicId, version);
    await writeRows(ctx, kept.id, own, rows);
    const read = await readRows(ctx, [kept.id]);
    return { version: kept.version, spentElsewhere: read.get(kept.id)?.spentElsewhere ?? [] };
  },
  audit: ({ number, rows }) => ({
    subjectKind: "batch",
    subjectId: null,
    detail: { number, rows: rows.length },
  }),
});

/** Codes are kept as they are read; a name stands once among what is spent. */
function checkRows(rows: readonly BatchRow[]): readonly BatchRow[] {
  const faults: FieldFault[] = [];
  const seen = new Set<string>();
  const read = rows.map((row, at) => {
    const reading = row.kind === "code" ? explainCode(row.name) : null;
    if (reading?.verdict === "reject") faults.push({ field: `rows.${at}.name`, rule: "badFormat" });
    const name = reading ? filedCode(reading) : row.name;
    if (row.side === "input" && row.kind !== "reagent") {
      if (seen.has(name)) faults.push({ field: `rows.${at}.name`, rule: "duplicate" });
      seen.add(name);
    }
    return { ...row, name };
  });
  if (faults.length > 0) throw toInputError(faults);
  return read;
}

async function whyNot(ctx: Context, publicId: string, version: number): Promise<LilinkError> {
  const { rows } = await ctx.db.execute<{ state: string; version: number }>(
    sql`select state, version from recycling_batch where public_id = ${publicId} and org_id = ${requireOwn(ctx)}::uuid`,
  );
  const [row] = rows;
  if (!row) return new LilinkError("NOT_FOUND");
  return row.version === version
    ? new LilinkError("WRONG_STATE", { state: row.state })
    : new LilinkError("CONFLICT");
}

async function writeRows(ctx: Context, id: string, own: string, rows: readonly BatchRow[]): Promise<void> {
  await ctx.db.execute(sql`delete from batch_row where batch_id = ${id}::uuid`);
  const cells = rows.map(({ licenceUntil, ...row }, at) => ({ ...row, licence_until: licenceUntil, at }));
  await ctx.db.execute(
    sql`insert into batch_row (batch_id, at, org_id, side, kind, name, kg, assay, channel, treatment, handler, licence, licence_until)
      select ${id}::uuid, at, ${own}::uuid, side, kind, name, kg, assay, channel, treatment, handler, licence, licence_until
      from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as r (at int, side text, kind text, name text, kg numeric, assay jsonb,
        channel text, treatment text, handler text, licence text, licence_until date)`,
  );
  const lots = JSON.stringify(lotsOf(rows));
  await ctx.db.execute(
    sql`delete from batch_lot where batch_id = ${id}::uuid and lot not in (select jsonb_array_elements_text(${lots}::jsonb))`,
  );
  // In one order everywhere, so that two batches that claim the same lots never wait for each other.
  await ctx.db.execute(
    sql`insert into batch_lot (lot, batch_id, org_id)
      select lot, ${id}::uuid, ${own}::uuid from jsonb_array_elements_text(${lots}::jsonb) lot order by lot on conflict do nothing`,
  );
}
