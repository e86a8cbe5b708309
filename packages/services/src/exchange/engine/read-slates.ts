import type { Slate } from "@lilink/model/matching";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { readDocuments } from "../market/read-documents.ts";

/** So many postings are looked at, taken by a hash of their id, so that a large market costs no more. */
const mostSlates = 1500;
const batch = 200;

/**
 * Postings that ask, each with those that stand beside it in the market, as every verified member reads them. Batch after
 * batch: documents of a large market are never held together.
 */
export async function* readSlates(ctx: Context): AsyncGenerator<readonly Slate[]> {
  const { rows } = await ctx.db.execute<{ own: string; others: string[] }>(sql`
    select demand_posting_id as own, array_agg(offer_posting_id order by offer_posting_id) as others from market_pair
    group by demand_posting_id order by md5(demand_posting_id::text) limit ${mostSlates}`);
  for (let start = 0; start < rows.length; start += batch) {
    const slates = rows.slice(start, start + batch);
    const ids = [...new Set(slates.flatMap(({ own, others }) => [own, ...others]))];
    const documents = await readDocuments(ctx, ids);
    const openOf = new Map(ids.map((id, at) => [id, documents[at]?.open]));
    yield slates.flatMap(({ own, others }) => {
      const document = openOf.get(own);
      return document ? [{ own: document, others: others.flatMap((id) => openOf.get(id) ?? []) }] : [];
    });
  }
}
