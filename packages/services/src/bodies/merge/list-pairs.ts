import { bodyPairsSchema } from "@lilink/contract";
import { mergeRequest, organization } from "@lilink/db/schema";
import { findMergeBar, type MergeBar, type MergeSide } from "@lilink/model/organization";
import { type BodyPair, compareBodies, pairKey, sameBodyScore } from "@lilink/model/same-body";
import { and, gte, inArray, isNull, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { findPairs } from "./find-pairs.ts";
import { type ReadBody, readBodies } from "./read-bodies.ts";

const mostShown = 20;

const fields = ["code", "nameZh", "nameEn", "kind", "country", "province", "website", "links"] as const;
export type ComparedField = (typeof fields)[number];
export type Agreement = "same" | "near" | "differs" | "onlyFirst" | "onlySecond" | "neither";

/**
 * The basket of officers: the two records that were asked for, those whose consent is asked, then records that may be one body, the likest
 * first, each pair side by side. Those of a conflict of interest are left out. [BD2] [BD9]
 */
export const listPairs = defineQuery({
  name: "body.pairs",
  input: bodyPairsSchema,
  rate: "search",
  authorize: { action: "organization.decide" },
  run: async (ctx, { first: one, second: other }) => {
    const { ids, apart, pairs } = await findPairs(ctx);
    const bodies = (await readBodies(ctx)).filter(({ id }) => ids.has(id));
    const idOf = (publicId: string | undefined) => bodies.find((body) => body.publicId === publicId)?.id;
    const named = [[idOf(one), idOf(other)] as const, ...(await readAsked(ctx))];
    const shown = [...toNamed(named, bodies), ...pairs.slice(0, mostShown)].filter(isFirstOfItsKind);
    const sides = await readSides(ctx, [...new Set(shown.flatMap(({ first, second }) => [first, second]))]);
    const signed = await readSigned(ctx);
    const byId = new Map(bodies.map((body) => [body.id, body]));
    return {
      total: pairs.length,
      apart,
      pairs: shown.flatMap((pair) => {
        const [first, second] = [byId.get(pair.first), byId.get(pair.second)];
        return first && second ? [toPair(pair, first, second, { sides, signed })] : [];
      }),
    };
  },
});

type Named = readonly [first: string | undefined, second: string | undefined];

/** The records whose consent is asked: they stay in sight though they may not read alike. [BD9] */
async function readAsked(ctx: Context): Promise<readonly Named[]> {
  const rows = await ctx.db
    .select({ merged: mergeRequest.mergedId, into: mergeRequest.intoId })
    .from(mergeRequest)
    .where(and(isNull(mergeRequest.ending), gte(mergeRequest.dueAt, ctx.now)));
  return rows.map(({ merged, into }) => [merged, into]);
}

function toNamed(named: readonly Named[], bodies: readonly ReadBody[]): readonly BodyPair[] {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  return named.flatMap((ids) => {
    const [first, second] = ids.map((id) => byId.get(id ?? ""));
    return first && second && first !== second
      ? [{ first: first.id, second: second.id, ...compareBodies(first, second) }]
      : [];
  });
}

const isFirstOfItsKind = ({ first, second }: BodyPair, at: number, all: readonly BodyPair[]) =>
  all.findIndex((pair) => pairKey(pair.first, pair.second) === pairKey(first, second)) === at;

type Known = {
  readonly sides: ReadonlyMap<string, MergeSide>;
  /** Which record may give way to which by the consent of both, as two ids. */
  readonly signed: ReadonlySet<string>;
};

/** The requests for which both bodies signed. [BD8] */
async function readSigned(ctx: Context): Promise<ReadonlySet<string>> {
  const { rows } = await ctx.db.execute<{ way: string }>(
    sql`select q.merged_id || ' ' || q.into_id as way from merge_request q
      where q.ending is null and app.signed_merge(q.merged_id, q.into_id, ${ctx.now.toISOString()}::timestamptz) = q.id`,
  );
  return new Set(rows.map(({ way }) => way));
}

function toPair(pair: BodyPair, first: ReadBody, second: ReadBody, { sides, signed }: Known) {
  const bar = (from: ReadBody, into: ReadBody): MergeBar | null => {
    const [a, b] = [sides.get(from.id), sides.get(into.id)];
    return a && b ? findMergeBar(a, b, signed.has(`${from.id} ${into.id}`)) : "platformBody";
  };
  return {
    score: Math.round(pair.score * 100) / 100,
    signs: pair.signs,
    first: toSide(first),
    second: toSide(second),
    fields: fields.map((field) => ({ field, agreement: agreementOf(field, first, second) })),
    /** Why the second may not be merged into the first, and the other way round; null where it may. */
    intoFirst: bar(second, first),
    intoSecond: bar(first, second),
  };
}

const toSide = ({ id: _id, seed, ...body }: ReadBody) => ({ ...body, inPaper: seed !== null });

/** What two records say of one field. Names are near where they read alike without being the same. */
export function agreementOf(field: ComparedField, first: ReadBody, second: ReadBody): Agreement {
  const [a, b] = [first, second].map((body) => textOf(field, body)) as [string, string];
  if (a === "" || b === "") return a === b ? "neither" : a === "" ? "onlySecond" : "onlyFirst";
  if (a === b) return "same";
  if (field !== "nameZh" && field !== "nameEn") return "differs";
  const names = { nameZh: null, nameEn: null };
  const { score } = compareBodies({ ...names, [field]: a }, { ...names, [field]: b });
  return score >= sameBodyScore ? "near" : "differs";
}

function textOf(field: ComparedField, body: ReadBody): string {
  const value = body[field];
  return Array.isArray(value) ? [...value].sort().join() : (value ?? "");
}

/** What bars a merge, of each of these records, as the database counts it. */
export async function readSides(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MergeSide>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({
      id: organization.id,
      side: sql<MergeSide>`(select jsonb_build_object('kind', s.kind, 'members', s.members, 'postings', s.postings,
        'openClaims', s.open_claims, 'merged', s.merged) from app.merge_side(${organization.id}) s)`,
    })
    .from(organization)
    .where(inArray(organization.id, [...ids]));
  return new Map(rows.map(({ id, side }) => [id, side]));
}
