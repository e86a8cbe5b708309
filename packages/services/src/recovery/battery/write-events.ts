import { type CustodyEvent, isAboutOne, legsOf } from "@lilink/model/trace";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { listOf, plainListOf } from "./list-of.ts";
import type { Said, Teller } from "./said.ts";

export type NewEvent = Said & { readonly hash: string };

/** So many rows and more are worth a savepoint: where a row is there already is asked for the many only when one of them was. */
const many = 500;

/**
 * Writes events under each battery that they name, and the batteries into the teller's own list, where `listed` are those that stand in it.
 * [TR10]
 */
export async function writeEvents(
  ctx: Context,
  { body, person }: Teller,
  events: readonly NewEvent[],
  listed: ReadonlySet<string>,
): Promise<void> {
  if (events.length === 0) return;
  const rows = toColumns(events, ctx.now);
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const insert = sql`insert into trace.custody_event (code, storage_hash, verb, role, occurred_on, recorded_at, recorded_by, by_id, to_id, province, facts, corrects)
      select code, decode(hash, 'hex'), verb, role, occurred_on, told, ${person}::uuid, ${body}::uuid, to_id, province, facts, decode(corrects, 'hex')
      from rows from (unnest(${listOf(rows.code)}::text[], ${plainListOf(rows.hash)}::text[], ${plainListOf(rows.verb)}::text[], ${plainListOf(rows.role)}::text[],
        ${plainListOf(rows.on)}::date[], ${plainListOf(rows.to)}::uuid[], ${listOf(rows.province)}::text[], ${plainListOf(rows.corrects)}::text[], ${plainListOf(rows.told)}::timestamptz[]),
        jsonb_array_elements(${JSON.stringify(rows.facts)}::jsonb))
        as r (code, hash, verb, role, occurred_on, to_id, province, corrects, told, facts)`;
  await insertNew(ctx, insert, rows.code.length);
  const unlisted = [...new Set(rows.code)].filter((code) => !listed.has(code));
  if (unlisted.length > 0)
    await ctx.db.execute(
      sql`insert into battery_of (org_id, code, as_maker, since)
        select ${body}::uuid, c, false, ${now} from unnest(${listOf(unlisted)}::text[]) c on conflict do nothing`,
    );
}

const isThere = (error: unknown): boolean =>
  error instanceof Error && ("code" in error ? error.code === "23505" : isThere(error.cause));

/** Events that were known are not among those that are written, unless somebody of the body tells the same at this moment. */
async function insertNew(ctx: Context, insert: SQL, rows: number): Promise<void> {
  if (rows < many) {
    await ctx.trace.execute(sql`${insert} on conflict do nothing`);
    return;
  }
  await ctx.trace.execute(sql`savepoint before_events`);
  try {
    await ctx.trace.execute(insert);
    await ctx.trace.execute(sql`release savepoint before_events`);
  } catch (error) {
    if (!isThere(error)) throw error;
    await ctx.trace.execute(sql`rollback to savepoint before_events`);
    await ctx.trace.execute(sql`${insert} on conflict do nothing`);
  }
}

type Facts = Partial<Omit<CustodyEvent, "verb" | "at" | "by" | "to">>;

/** A row for each battery that an event names, column by column. */
function toColumns(events: readonly NewEvent[], now: Date) {
  const rows = {
    code: [] as string[],
    hash: [] as string[],
    verb: [] as string[],
    role: [] as string[],
    on: [] as string[],
    to: [] as (string | null)[],
    province: [] as (string | null)[],
    corrects: [] as (string | null)[],
    told: [] as string[],
    facts: [] as Facts[],
  };
  const add = (
    { event, hash, province, corrects, toldAt = now }: NewEvent,
    code: string,
    role: string,
    facts: Facts,
  ) => {
    rows.code.push(code);
    rows.hash.push(hash);
    rows.verb.push(event.verb);
    rows.role.push(role);
    rows.on.push(String(event.at));
    rows.to.push(event.to ?? null);
    rows.province.push(province);
    rows.corrects.push(corrects);
    rows.told.push(toldAt.toISOString());
    rows.facts.push(facts);
  };
  for (const one of events) {
    const { verb: _verb, at: _at, by: _by, to: _to, code, ...facts } = one.event;
    // The battery that an event is about stands in the key of its own row already.
    add(one, code, "self", facts);
    if (isAboutOne(one.event)) continue;
    for (const [other, role] of legsOf(one.event).slice(1)) add(one, other, role, { ...facts, code });
  }
  return rows;
}
