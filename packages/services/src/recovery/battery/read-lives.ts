import { parseBatteryCode } from "@lilink/model/codes";
import type { CustodyEvent, LicenceKind, World } from "@lilink/model/trace";

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

/**
 * What the judge asks: the day that a code tells, and who was licensed when. A correction that was kept was told by whoever may: of those that
 * are new, `isOfficer` decides.
 */
export async function readWorld(
  ctx: Context,
  codes: readonly string[],
  bodies: readonly string[],
  isOfficer: (body: string) => boolean = () => true,
): Promise<World> {
  const { rows } = await ctx.db.execute<{
    mask: string;
    kind: LicenceKind;
    from_on: string;
    to_on: string | null;
  }>(sql`select * from trace.licences_of(${sql.param(codes)}::text[], ${sql.param(bodies)}::uuid[])`);
  const births = new Map<string, string | null>();
  return {
    birthOf: (code) => {
      const known = births.get(code);
      if (known !== undefined) return known;
      const check = parseBatteryCode(code);
      const birth = check.ok && check.parts.secondUse === null ? check.parts.date : null;
      births.set(code, birth);
      return birth;
    },
    isLicensed: (body, kinds, at) =>
      rows.some(
        ({ mask, kind, from_on, to_on }) =>
          mask === body &&
          kinds.includes(kind) &&
          from_on <= String(at) &&
          (to_on === null || String(at) < to_on),
      ),
    isOfficer,
  };
}
