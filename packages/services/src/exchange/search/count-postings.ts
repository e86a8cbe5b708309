import type { LinkId, PostingCounts } from "@lilink/model/chain";
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

export type ConceptCounts = PostingCounts & { readonly concept: string; readonly link: LinkId };

const columnOf = { capability: "capabilities", need: "needs", project: "projects" } as const;

/** Live postings by concept, each counted once at its first concept. */
export function sumByConcept(cube: readonly CubeCell[]): ConceptCounts[] {
  const counts = new Map<string, ConceptCounts>();
  for (const [kind, link, concept, count] of cube) {
    const column = columnOf[kind as PostingKind];
    const known = counts.get(concept) ?? {
      ...{ concept, link: link as LinkId, capabilities: 0, needs: 0, projects: 0 },
    };
    counts.set(concept, { ...known, [column]: known[column] + count });
  }
  return [...counts.values()];
}
