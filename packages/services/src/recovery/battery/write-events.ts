import { legsOf } from "@lilink/model/trace";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { listOf } from "./list-of.ts";
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
  const rows = events.flatMap(toRows);
  if (rows.length === 0) return;
  const column = (name: keyof Row) => listOf(rows.map((row) => row[name]));
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const insert = sql`insert into trace.custody_event (code, storage_hash, verb, role, occurred_on, recorded_at, recorded_by, by_id, to_id, province, facts, corrects)
      select code, decode(hash, 'hex'), verb, role, occurred_on, ${now}, ${person}::uuid, ${body}::uuid, to_id, province, facts, decode(corrects, 'hex')
      from unnest(${column("code")}::text[], ${column("hash")}::text[], ${column("verb")}::text[], ${column("role")}::text[], ${column("on")}::date[],
        ${column("to")}::uuid[], ${column("province")}::text[], ${column("facts")}::jsonb[], ${column("corrects")}::text[])
        as r (code, hash, verb, role, occurred_on, to_id, province, facts, corrects)`;
  await insertNew(ctx, insert, rows.length);
  const unlisted = [...new Set(rows.map(({ code }) => code))].filter((code) => !listed.has(code));
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

type Row = Readonly<Record<"code" | "hash" | "verb" | "role" | "on" | "facts", string>> &
  Readonly<Record<"to" | "province" | "corrects", string | null>>;

function toRows({ event, hash, province, corrects }: NewEvent): readonly Row[] {
  const { verb, at, by: _by, to, code: own, ...rest } = event;
  return legsOf(event).map(([code, role]) => ({
    code,
    hash,
    verb,
    role,
    on: String(at),
    to: to ?? null,
    province,
    // The battery that an event is about stands in the key of its own row already.
    facts: JSON.stringify(role === "self" ? rest : { ...rest, code: own }),
    corrects,
  }));
}
