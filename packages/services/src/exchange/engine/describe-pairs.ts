import { featureKey, featuresOf, type MatchDocument, sideOf } from "@lilink/model/matching";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import {
  openRelation,
  type StoredPart,
  type StoredPosting,
  toMatchDocument,
} from "../market/to-match-document.ts";
import { answerFacts } from "./answer-fact.ts";

type AnsweredPair = {
  readonly own: string;
  readonly own_version: number;
  readonly other: string;
  readonly other_version: number;
};

/** A pair that somebody answered to, under the key of those that are alike; it names no organization. */
export type DescribedPair = AnsweredPair & { readonly key: string };

type Reference = { readonly id: string; readonly version: number };

const batch = 2000;

/** Describes every answered pair by what each verified member could read of both postings at the time ([MT46]). */
export async function describePairs(ctx: Context): Promise<DescribedPair[]> {
  const { rows } = await ctx.db.execute<AnsweredPair>(sql`
    with ${answerFacts} select distinct own, own_version, other, other_version from fact
    order by own, own_version, other, other_version`);
  const described: DescribedPair[] = [];
  for (let start = 0; start < rows.length; start += batch) {
    const pairs = rows.slice(start, start + batch);
    const documents = await readOpenDocuments(
      ctx,
      pairs.flatMap((pair) => [
        { id: pair.own, version: pair.own_version },
        { id: pair.other, version: pair.other_version },
      ]),
    );
    for (const pair of pairs) {
      const own = documents.get(keyOf({ id: pair.own, version: pair.own_version }));
      const other = documents.get(keyOf({ id: pair.other, version: pair.other_version }));
      if (own && other && sideOf(own.kind, other.kind))
        described.push({ ...pair, key: featureKey(featuresOf(own, other)) });
    }
  }
  return described;
}

/** Versions of postings, live or not, as every verified member reads or could read them; absent ones are left out. */
async function readOpenDocuments(
  ctx: Context,
  references: readonly Reference[],
): Promise<ReadonlyMap<string, MatchDocument>> {
  const { rows } = await ctx.db.execute<
    StoredPart & Reference & Omit<StoredPosting, "validUntil" | "parts">
  >(sql`
    select e.posting_id as id, e.version, e.kind, e.concept, e.language, e.use_version as "useVersion", e.level, e.walled, e.fields
    from posting_part e
    where (e.posting_id, e.version) in (select r.id, r.version
      from jsonb_to_recordset(${JSON.stringify(references)}::jsonb) as r(id uuid, version integer))
      and e.state in ('live', 'ended', 'past') order by e.level, e.walled`);
  const found = new Map<string, StoredPosting>();
  for (const { level, walled, fields, ...row } of rows) {
    const known = found.get(keyOf(row)) ?? {
      ...row,
      organizationId: "",
      wallKeys: [],
      validUntil: null,
      parts: [],
    };
    found.set(keyOf(row), { ...known, parts: [...known.parts, { level, walled, fields }] });
  }
  return new Map([...found].map(([key, posting]) => [key, toMatchDocument(posting, openRelation(posting))]));
}

function keyOf({ id, version }: Reference): string {
  return `${id} ${version}`;
}
