import type { PostingFilter } from "@lilink/contract";
import { descendantsOf } from "@lilink/model/chain";
import { remember } from "../../ground/search/remember.ts";

/** How many live postings stand at (kind, link, concept); everyone may read all three. */
export type CubeCell = readonly [kind: string, link: string, concept: string, count: number];

/** What app.live_counts answers, which stays as long as no posting comes or goes. */
type LiveCounts = { readonly cube: readonly CubeCell[]; readonly facetsOf: (asked: string) => FacetCounts };

/** Reads what app.live_counts answers: a line a cell. */
export const readCounts = remember(3, (text): LiveCounts => {
  const lines = text === "" ? [] : text.split("\n");
  const cube = lines.map((line): CubeCell => {
    const [kind = "", link = "", concept = "", count = "0"] = line.split(" ");
    return [kind, link, concept, Number(count)];
  });
  return { cube, facetsOf: remember(100, (asked) => countFacets(cube, JSON.parse(asked) as FacetFilter)) };
});

type FacetFilter = Pick<PostingFilter, "kind" | "link" | "concept">;

/** The same counts as `countFacets`, kept for who asks for the same facets. */
export function countLive(text: string, { kind, link, concept }: FacetFilter): FacetCounts {
  return readCounts(text).facetsOf(JSON.stringify({ kind, link, concept }));
}

export type FacetCounts = {
  readonly total: number;
  readonly kind: Readonly<Record<string, number>>;
  readonly link: Readonly<Record<string, number>>;
  /** Most frequent first. */
  readonly concept: readonly { readonly id: string; readonly count: number }[];
};

const maxConcepts = 30;

/** The concepts that a filter asks for: those named and all that are kinds of them. */
export function conceptsAsked(filter: Pick<PostingFilter, "concept">): ReadonlySet<string> {
  return new Set(filter.concept.flatMap((id) => [id, ...descendantsOf(id)]));
}

/** Counts of each facet as if it alone were not chosen, so that a reader sees what another choice would give ([SE4]). */
export function countFacets(cube: readonly CubeCell[], filter: FacetFilter): FacetCounts {
  const concepts = conceptsAsked(filter);
  const counts = {
    kind: new Map<string, number>(),
    link: new Map<string, number>(),
    concept: new Map<string, number>(),
  };
  let total = 0;
  for (const [kind, link, concept, count] of cube) {
    const fits = {
      kind: filter.kind.length === 0 || filter.kind.some((wanted) => wanted === kind),
      link: filter.link.length === 0 || filter.link.some((wanted) => wanted === link),
      concept: concepts.size === 0 || concepts.has(concept),
    };
    const add = (facet: keyof typeof counts, value: string) =>
      counts[facet].set(value, (counts[facet].get(value) ?? 0) + count);
    if (fits.link && fits.concept) add("kind", kind);
    if (fits.kind && fits.concept) add("link", link);
    if (fits.kind && fits.link) add("concept", concept);
    if (fits.kind && fits.link && fits.concept) total += count;
  }
  return {
    total,
    kind: Object.fromEntries(counts.kind),
    link: Object.fromEntries(counts.link),
    concept: [...counts.concept]
      .map(([id, count]) => ({ id, count }))
      .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
      .slice(0, maxConcepts),
  };
}
