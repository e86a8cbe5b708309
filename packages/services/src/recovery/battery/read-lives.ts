import type { CustodyEvent } from "@lilink/model/trace";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Hashed } from "./judge-told.ts";
import { listOf } from "./list-of.ts";

/** An event as the database tells it: bodies that the reader may not know have names for this transaction alone. */
export type ToldEvent = Hashed & {
  readonly province: string | null;
  readonly recordedAt: Date;
  readonly isOwn: boolean;
};

type Row = {
  code: string;
  hash: string;
  verb: CustodyEvent["verb"];
  role: "self" | "origin" | "child";
  occurred_on: string;
  recorded_ms: number;
  by_mask: string;
  to_mask: string | null;
  is_own: boolean;
  province: string | null;
  facts: Facts;
  corrects: string | null;
};
type Facts = Partial<CustodyEvent>;

/** More lives than this are not bound to those asked for by one event, except by hand. */
const mostBound = 2000;
/** How far a life is followed from one battery to the next by which it is bound. */
const mostRounds = 4;

/**
 * Every event of some batteries and of those that recodes and dismantlings bind to them, in the order in which they were
 * recorded.
 */
export async function readLives(ctx: Context, codes: readonly string[]): Promise<readonly ToldEvent[]> {
  const known = new Set(codes);
  const rows: Row[] = [];
  let asked = [...known];
  for (let round = 0; round < mostRounds && asked.length > 0; round++) {
    const found = await ctx.trace.execute<Row>(askFor(ctx, asked));
    asked = [];
    for (const row of found.rows) {
      rows.push(row);
      for (const code of [row.facts.code, ...(row.facts.origins ?? [])])
        if (code !== undefined && !known.has(code) && known.size < codes.length + mostBound) {
          known.add(code);
          asked.push(code);
        }
    }
  }
  return [...new Map(rows.map((row) => [row.hash, row])).values()].map(toEvent).sort(compareTold);
}

/** A job answers with verdicts and tells nobody who stands behind them: it reads the tables themselves, for which nobody has to be masked. */
function askFor(ctx: Context, codes: readonly string[]): SQL {
  if (ctx.actor.kind !== "job")
    return sql`select code, hash, verb, role, occurred_on, (extract(epoch from recorded_at) * 1000)::float8 as recorded_ms, by_mask, to_mask, is_own,
        province, facts, corrects from trace.lives_of(${listOf(codes)}::text[])`;
  return sql`select e.code, encode(e.storage_hash, 'hex') as hash, e.verb, e.role, e.occurred_on::text, (extract(epoch from e.recorded_at) * 1000)::float8 as recorded_ms,
      e.by_id::text as by_mask, e.to_id::text as to_mask, coalesce((select trace.org()) in (e.by_id, e.to_id), false) as is_own, e.province, e.facts,
      encode(e.corrects, 'hex') as corrects
    from unnest(${listOf(codes)}::text[]) c join trace.custody_event e on e.code = c`;
}

function toEvent(row: Row): ToldEvent {
  return {
    hash: row.hash,
    province: row.province,
    recordedAt: new Date(row.recorded_ms),
    isOwn: row.is_own,
    corrects: row.corrects,
    event: {
      ...row.facts,
      verb: row.verb,
      code: row.facts.code ?? row.code,
      at: row.occurred_on,
      by: row.by_mask,
      ...(row.to_mask !== null && { to: row.to_mask }),
    },
  };
}

function compareTold(a: ToldEvent, b: ToldEvent): number {
  return a.recordedAt.getTime() - b.recordedAt.getTime() || compareArrival(a, b);
}

/** What came in one moment is taken in the order in which it happened, corrections last. */
export function compareArrival(a: Hashed, b: Hashed): number {
  const [left, right] = [a.event.at, b.event.at];
  return (
    Number(a.corrects !== null) - Number(b.corrects !== null) ||
    (left === right ? 0 : left < right ? -1 : 1) ||
    (a.hash < b.hash ? -1 : 1)
  );
}
