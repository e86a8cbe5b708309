import type { organization } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import {
  type BodyFact,
  bodyFacts,
  type FactBasis,
  findDirectoryEntry,
  type Statement,
} from "@lilink/model/organization";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

export type BodyRow = Pick<
  typeof organization.$inferSelect,
  | "id"
  | "status"
  | "nameZh"
  | "nameEn"
  | "country"
  | "province"
  | "website"
  | "seed"
  | "createdAt"
  | "updatedAt"
>;
export type Statements = Readonly<Record<BodyFact, readonly Statement[]>>;

/** The paper appeared in this month. */
const paperOn = "2022-06-30";
type Column = Exclude<BodyFact, "paper">;

/** All that is said of each fact of a body: what its record says, what the paper says, and what was recorded beside it. [BD5] */
export async function readStatements(ctx: Context, body: BodyRow): Promise<Statements> {
  const { rows } = await ctx.db.execute<{
    fact: BodyFact;
    value: string | null;
    basis: FactBasis;
    on: string;
  }>(sql`select fact, value, basis, said_on as on from app.body_statements(${body.id}::uuid)`);
  const entry = body.seed ? findDirectoryEntry(body.seed.id) : null;
  const ofPaper: Partial<Record<BodyFact, string | null>> = entry
    ? { nameZh: entry.nameZh, nameEn: entry.nameEn, country: entry.country }
    : {};
  const own = body.status === "verified" || body.status === "suspended";
  return Object.fromEntries(
    bodyFacts.map((fact) => {
      const recorded = rows
        .filter((row) => row.fact === fact)
        .map(({ value, basis, on }) => ({ value, basis, on }));
      return [
        fact,
        [...ofRecord(fact, body, own), ...fromPaper(fact, body, ofPaper, entry?.origin), ...recorded],
      ];
    }),
  ) as Record<BodyFact, Statement[]>;
}

/** What a verified body says of itself; of any other what came last. Where nothing stands, nothing is said. */
function ofRecord(fact: BodyFact, body: BodyRow, own: boolean): Statement[] {
  const value = fact === "paper" ? null : body[fact satisfies Column];
  if (value === null) return [];
  return own
    ? [{ value, basis: "claim", on: toShanghaiDate(body.updatedAt) }]
    : [{ value, basis: "newest", on: toShanghaiDate(body.createdAt) }];
}

function fromPaper(
  fact: BodyFact,
  { seed }: BodyRow,
  entry: Partial<Record<BodyFact, string | null>>,
  origin: "seed" | "recalled" | undefined,
): Statement[] {
  const value = fact === "paper" ? (seed?.says ?? null) : (entry[fact] ?? null);
  if (origin !== "seed" || value === null) return [];
  return [{ value, basis: "paper", on: paperOn }];
}
