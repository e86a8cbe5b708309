import type { PostingKind } from "@lilink/model/posting";
import type { CubeCell } from "./count-facets.ts";

export type PostingCount = { readonly kind: PostingKind; readonly link: string; readonly count: number };

/** Live postings by kind and link, two facts that everyone may read of each. */
export function sumByKindAndLink(cube: readonly CubeCell[]): PostingCount[] {
  const sums = new Map<string, PostingCount>();
  for (const [kind, link, , count] of cube) {
    const key = `${kind} ${link}`;
    sums.set(key, { kind: kind as PostingKind, link, count: (sums.get(key)?.count ?? 0) + count });
  }
  return [...sums.values()];
}
