import { type PostingFacet, type PostingFilter, postingFacets, toPostingAddress } from "@lilink/contract";

/** The address of the list with these conditions. */
export function toExploreHref(filter: PostingFilter): string {
  const query = toPostingAddress(filter);
  return query ? `/postings?${query}` : "/postings";
}

/** The same conditions with one value of a facet added or taken away. */
export function toggleFacet(filter: PostingFilter, facet: PostingFacet, value: string): PostingFilter {
  const values: readonly string[] = filter[facet];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return { ...filter, [facet]: next } as PostingFilter;
}

/** The same search without a name or a figure that stands in its words. */
export function withoutWords(filter: PostingFilter, words: string): PostingFilter {
  return { ...filter, q: filter.q.replace(words, " ").replaceAll(/\s+/g, " ").trim() };
}

const mostLetters = 200;

export type QueryNote = "ignored" | "cut";

/** What was not asked of a search: all of it, where it holds no letter and no number, or what goes beyond its length. */
export function noteOfQuery(typed: unknown): QueryNote | null {
  const text = (Array.isArray(typed) ? typed[0] : typed) ?? "";
  if (typeof text !== "string" || text.trim() === "") return null;
  if (!/[\p{L}\p{N}]/u.test(text)) return "ignored";
  return text.trim().length > mostLetters ? "cut" : null;
}

export function isEmptyFilter(filter: PostingFilter): boolean {
  return filter.q === "" && postingFacets.every((facet) => filter[facet].length === 0);
}

/** Every chosen value with its facet, in the order of the facets. */
export function chosenValues(filter: PostingFilter): { facet: PostingFacet; value: string }[] {
  return postingFacets.flatMap((facet) => filter[facet].map((value) => ({ facet, value })));
}
