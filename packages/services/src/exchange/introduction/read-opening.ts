import { postingPart } from "@lilink/db/schema";
import { type Opening, type PostingPart, toOpening } from "@lilink/model/posting";
import { and, desc, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** What consent opens of postings; for own ones alone, of which every part arrives ([IN8]). */
export async function readOpenings(ctx: Context, ids: readonly string[]): Promise<Map<string, Opening>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({
      id: postingPart.postingId,
      version: postingPart.version,
      level: postingPart.level,
      walled: postingPart.walled,
      fields: postingPart.fields,
    })
    .from(postingPart)
    .where(and(inArray(postingPart.postingId, [...ids]), inArray(postingPart.state, ["live", "ended"])))
    .orderBy(desc(postingPart.version), postingPart.level, postingPart.walled);
  return new Map(ids.map((id) => [id, toOpening(newestOf(rows.filter((row) => row.id === id)))]));
}

function newestOf(rows: readonly (PostingPart & { readonly version: number })[]): PostingPart[] {
  return rows.filter(({ version }) => version === rows[0]?.version);
}
