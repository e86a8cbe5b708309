import type { CustodyEvent } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Hashed } from "./judge-told.ts";

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
  recorded_at: string | Date;
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
    const found = await ctx.db.execute<Row>(sql`select * from trace.lives_of(${sql.param(asked)}::text[])`);
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

function toEvent(row: Row): ToldEvent {
  return {
    hash: row.hash,
    province: row.province,
    recordedAt: new Date(row.recorded_at),
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
