import type { CustodyEvent, LicenceKind, World } from "@lilink/model/trace";
import { explainCode } from "@lilink/model/trace/code";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** An event as the database tells it: bodies that the reader may not know have names for this transaction alone. */
export type ToldEvent = {
  readonly hash: string;
  readonly event: CustodyEvent;
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

/** More lives than this are not bound together by one event, except by hand. */
const mostCodes = 2000;

/**
 * Every event of some batteries and of those that recodes and dismantlings bind to them, in the order in which they were
 * recorded. What a correction names is its place in that order.
 */
export async function readLives(ctx: Context, codes: readonly string[]): Promise<readonly ToldEvent[]> {
  let known = [...new Set(codes)];
  for (let round = 0; ; round++) {
    const { rows } = await ctx.db.execute<Row>(sql`select * from trace.lives_of(${textArray(known)})`);
    const bound = [
      ...new Set(rows.flatMap(({ code, facts }) => [code, facts.code ?? code, ...(facts.origins ?? [])])),
    ];
    const all = [...new Set([...known, ...bound])].slice(0, mostCodes);
    if (all.length === known.length || round === 3) return toEvents(rows);
    known = all;
  }
}

function textArray(values: readonly string[]) {
  return sql`${`{${values.map((value) => JSON.stringify(value)).join(",")}}`}::text[]`;
}

function toEvents(rows: readonly Row[]): readonly ToldEvent[] {
  const byHash = new Map(rows.map((row) => [row.hash, row]));
  const unique = [...byHash.values()].sort((a, b) => {
    const [left, right] = [new Date(a.recorded_at).getTime(), new Date(b.recorded_at).getTime()];
    // What came in one moment is taken in the order in which it happened, corrections last.
    return (
      left - right ||
      Number(a.corrects !== null) - Number(b.corrects !== null) ||
      (a.occurred_on === b.occurred_on ? 0 : a.occurred_on < b.occurred_on ? -1 : 1) ||
      (a.hash < b.hash ? -1 : 1)
    );
  });
  const places = new Map(unique.map(({ hash }, at) => [hash, at]));
  return unique.map((row) => ({
    hash: row.hash,
    province: row.province,
    recordedAt: new Date(row.recorded_at),
    isOwn: row.is_own,
    event: {
      ...row.facts,
      verb: row.verb,
      code: row.facts.code ?? row.code,
      at: row.occurred_on,
      by: row.by_mask,
      ...(row.to_mask !== null && { to: row.to_mask }),
      ...(row.corrects !== null && { corrects: places.get(row.corrects) ?? -1 }),
    },
  }));
}

/** What the judge asks: the day that a code tells, and who was licensed when. */
export async function readWorld(
  ctx: Context,
  codes: readonly string[],
  bodies: readonly string[],
  isOfficer: (body: string) => boolean = () => false,
): Promise<World> {
  const { rows } = await ctx.db.execute<{
    mask: string;
    kind: LicenceKind;
    from_on: string;
    to_on: string | null;
  }>(sql`select * from trace.licences_of(${textArray(codes)}, ${textArray(bodies)}::uuid[])`);
  return {
    birthOf: (code) => {
      const { parts } = explainCode(code);
      return parts && parts.secondUse === null ? parts.date : null;
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
