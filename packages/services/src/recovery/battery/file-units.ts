import { toShanghaiDate } from "@lilink/model/calendar";
import type { FieldFault } from "@lilink/model/error";
import { type CodeReading, explainCode, filedCode } from "@lilink/model/trace/code";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Teller } from "./said.ts";
import { tellApart } from "./tell-apart.ts";

export type FilingFault = FieldFault & { readonly at: number };
export type Filing = {
  readonly filed: number;
  /** Filed before by the same maker. */
  readonly known: number;
  readonly faults: readonly FilingFault[];
};

/** With the places of what was filed before. */
export type Filed = Filing & { readonly knownAt: readonly number[] };

export type Maker = Pick<Teller, "body" | "person">;
export type Unit = {
  readonly code: string;
  readonly parent?: string | undefined;
  readonly ah?: number | undefined;
} & {
  readonly kwh?: number | undefined;
  readonly kg?: number | undefined;
};
type Row = Unit & { readonly at: number; readonly reading: CodeReading };

/** Files batteries of one maker. Good rows are taken, rows at fault are named; a re-send changes nothing. [TR7] [TR8] */
export async function fileUnits(ctx: Context, maker: Maker, units: readonly Unit[]): Promise<Filed> {
  const today = toShanghaiDate(ctx.now);
  const faults: FilingFault[] = [];
  const rows = new Map<string, Row>();
  for (const [at, unit] of units.entries()) {
    const reading = explainCode(unit.code, today);
    const code = filedCode(reading);
    const fault = faultOf(reading, today);
    if (fault) faults.push({ at, ...fault });
    else if (rows.has(code)) faults.push({ at, field: "code", rule: "duplicate" });
    else rows.set(code, { ...unit, code, at, reading });
  }
  const known = await findKnown(ctx, maker, [...rows.keys()]);
  const foreign = await findForeign(ctx, [...rows.keys()], known);
  const good = [...rows.values()].flatMap((row) => {
    if (foreign.has(row.code)) faults.push({ at: row.at, field: "code", rule: "duplicate" });
    const fault = foreign.has(row.code) || known.has(row.code) ? null : parentFault(row);
    if (fault) faults.push({ at: row.at, ...fault });
    return foreign.has(row.code) || known.has(row.code) || fault ? [] : [row];
  });
  await insertUnits(ctx, maker, good);
  const knownAt = [...rows.values()].filter(({ code }) => known.has(code)).map(({ at }) => at);
  return { filed: good.length, known: known.size, knownAt, faults: faults.sort((a, b) => a.at - b.at) };
}

function faultOf({ verdict, fault, flags }: CodeReading, today: string): FieldFault | null {
  if (fault === "notADate") return { field: "code", rule: "notADate" };
  if (verdict === "reject" || flags.includes("serialZero")) return { field: "code", rule: "badFormat" };
  return flags.includes("dateInFuture")
    ? { field: "code", rule: "dateTooFar", params: { max: today } }
    : null;
}

const levels = ["C", "M", "P"];

/** A parent stands above its child and was not made before it. [TR7] */
function parentFault({ parent, reading }: Row): FieldFault | null {
  if (parent === undefined || !reading.parts) return null;
  const above = explainCode(parent);
  if (!above.parts) return { field: "parent", rule: "badFormat" };
  const isAbove = levels.indexOf(above.parts.product) > levels.indexOf(reading.parts.product);
  if (!isAbove) return { field: "parent", rule: "notInList" };
  return above.parts.date < reading.parts.date ? { field: "parent", rule: "endBeforeStart" } : null;
}

async function findKnown(
  ctx: Context,
  { body }: Maker,
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await ctx.trace.execute<{ code: string }>(
    sql`select code from trace.battery_unit where maker_id = ${body}::uuid and code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))`,
  );
  return new Set(rows.map(({ code }) => code));
}

/** Codes that another maker filed: the database says that they are taken and not by whom. */
async function findForeign(
  ctx: Context,
  codes: readonly string[],
  known: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const { rows } = await ctx.trace.execute<{ code: string }>(
    sql`select code from trace.taken(${JSON.stringify(codes)}::jsonb) as code`,
  );
  return new Set(rows.map(({ code }) => code).filter((code) => !known.has(code)));
}

async function insertUnits(ctx: Context, { body, person }: Maker, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const cells = rows.map(({ code, reading, parent, ah, kwh, kg }) => ({
    code,
    level: reading.parts?.secondUse ?? reading.parts?.product,
    battery_type: reading.parts?.batteryType,
    made_on: reading.parts?.date,
    parent_code: parent === undefined ? null : filedCode(explainCode(parent)),
    printed: reading.typed === code ? null : reading.typed.slice(0, 60),
    ah: ah ?? null,
    kwh: kwh ?? null,
    kg: kg ?? null,
  }));
  await ctx.trace.execute(
    sql`insert into trace.battery_unit (code, level, battery_type, maker_id, made_on, parent_code, printed, ah, kwh, kg, recorded_at, recorded_by)
      select code, level, battery_type, ${body}::uuid, made_on, parent_code, printed, ah, kwh, kg, ${ctx.now.toISOString()}::timestamptz, ${person}::uuid
      from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as r (code text, level text, battery_type text, made_on date, parent_code text,
        printed text, ah numeric, kwh numeric, kg numeric)`,
  );
  const filed = cells.filter(({ parent_code }) => parent_code !== null);
  if (filed.length > 0)
    await ctx.trace.execute(
      sql`insert into trace.battery_child (code, child_code)
        select parent_code, code from jsonb_to_recordset(${JSON.stringify(filed)}::jsonb) as r (parent_code text, code text) on conflict do nothing`,
    );
  await ctx.db.execute(
    sql`insert into battery_of (org_id, code, as_maker, since)
      select ${body}::uuid, c, true, ${ctx.now.toISOString()}::timestamptz from jsonb_array_elements_text(${JSON.stringify(cells.map(({ code }) => code))}::jsonb) c
      on conflict do nothing`,
  );
  await tellApart(ctx, { body, codes: cells.map(({ code }) => code), asMaker: true });
}
