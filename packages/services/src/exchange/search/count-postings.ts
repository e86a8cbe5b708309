import type { PostingKind } from "@lilink/model/posting";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { type CubeCell, readCounts } from "./count-facets.ts";

export type PostingCount = { readonly kind: PostingKind; readonly link: string; readonly count: number };

/** Live postings by kind and link, two facts that everyone may read of each. */
export const countPostings = defineQuery({
  name: "search.count",
  input: z.object({}),
  rate: "search",
  authorize: { action: "search.browse" },
  run: async (ctx): Promise<PostingCount[]> => {
    const { rows } = await ctx.db.execute<{ counts: string }>(sql`select app.live_counts() as counts`);
    return sumByKindAndLink(readCounts(rows[0]?.counts ?? ""));
  },
});

export function sumByKindAndLink(cube: readonly CubeCell[]): PostingCount[] {
  const sums = new Map<string, PostingCount>();
  for (const [kind, link, , count] of cube) {
    const key = `${kind} ${link}`;
    sums.set(key, { kind: kind as PostingKind, link, count: (sums.get(key)?.count ?? 0) + count });
  }
  return [...sums.values()];
}
