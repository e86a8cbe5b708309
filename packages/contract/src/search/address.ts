import { type PostingFilter, postingFacets, postingFilterSchema } from "./posting-search.ts";

/** The parameters of an address as a page receives them. */
export type AddressParams = Readonly<Record<string, string | readonly string[] | undefined>>;

const listOf = (value: AddressParams[string]): string[] =>
  (typeof value === "string" ? [value] : [...(value ?? [])])
    .flatMap((part) => part.split(","))
    .filter(Boolean);

/**
 * The filter that an address stands for. What an address holds that is no value of its facet is dropped, one by
 * one, so that an old or mistyped link still opens.
 */
export function toPostingFilter(params: AddressParams): PostingFilter {
  const first = (key: string) => listOf(params[key])[0];
  const text = params.q;
  const lists = postingFacets.map((facet) => {
    const schema = postingFilterSchema.shape[facet];
    const known = [...new Set(listOf(params[facet]))].filter((value) => schema.safeParse([value]).success);
    return [facet, known.slice(0, 10)];
  });
  const sort = postingFilterSchema.shape.sort.safeParse(first("sort"));
  return postingFilterSchema.parse({
    ...Object.fromEntries(lists),
    q: (typeof text === "string" ? text : (text?.[0] ?? "")).trim().slice(0, 200),
    ...(sort.success && sort.data ? { sort: sort.data } : {}),
    ...(first("meets") === "1" ? { meets: "1" } : {}),
  });
}

/** The same filter as the query of an address, without its question mark; equal filters give equal addresses. */
export function toPostingAddress(filter: PostingFilter): string {
  const params = new URLSearchParams();
  if (filter.q) params.set("q", filter.q);
  for (const facet of postingFacets) {
    if (filter[facet].length > 0) params.set(facet, [...filter[facet]].sort().join(","));
  }
  if (filter.sort) params.set("sort", filter.sort);
  if (filter.meets) params.set("meets", filter.meets);
  return params.toString().replaceAll("%2C", ",");
}

/** The filter of a saved address query. */
export function readPostingAddress(query: string): PostingFilter {
  return toPostingFilter(Object.fromEntries(new URLSearchParams(query)));
}
