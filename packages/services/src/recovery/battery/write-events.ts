import { legsOf } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Said, Teller } from "./said.ts";

export type NewEvent = Said & { readonly hash: string };

/** Writes events under each battery that they name, and the batteries into the teller's own list. [TR10] */
export async function writeEvents(
  ctx: Context,
  { body, person }: Teller,
  events: readonly NewEvent[],
): Promise<void> {
  const rows = events.flatMap(toRows);
  if (rows.length === 0) return;
  const column = (name: keyof Row) => sql.param(rows.map((row) => row[name]));
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  await ctx.db.execute(
    sql`insert into trace.custody_event (code, storage_hash, verb, role, occurred_on, recorded_at, recorded_by, by_id, to_id, province, facts, corrects)
      select code, decode(hash, 'hex'), verb, role, occurred_on, ${now}, ${person}::uuid, ${body}::uuid, to_id, province, facts, decode(corrects, 'hex')
      from unnest(${column("code")}::text[], ${column("hash")}::text[], ${column("verb")}::text[], ${column("role")}::text[], ${column("on")}::date[],
        ${column("to")}::uuid[], ${column("province")}::text[], ${column("facts")}::jsonb[], ${column("corrects")}::text[])
        as r (code, hash, verb, role, occurred_on, to_id, province, facts, corrects)
      on conflict do nothing`,
  );
  await ctx.db.execute(
    sql`insert into battery_of (org_id, code, as_maker, since)
      select distinct ${body}::uuid, c, false, ${now} from unnest(${column("code")}::text[]) c on conflict do nothing`,
  );
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
