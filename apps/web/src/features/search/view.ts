import {
  type PostingFacet,
  type PostingFilter,
  postingFacets,
  type searchSorts,
  toPostingAddress,
} from "@lilink/contract";

type SearchSort = (typeof searchSorts)[number];

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

/** What a row may say beside its title, in the order of the columns. */
export const postingColumns = [
  "kind",
  "concept",
  "volume",
  "organization",
  "region",
  "maturity",
  "cooperation",
  "ipStatus",
  "age",
  "validUntil",
] as const;
export type PostingColumn = (typeof postingColumns)[number];

/** The cookie that keeps the columns that a reader chose. */
export const columnsCookie = "lilink-posting-columns";

const usual: readonly PostingColumn[] = ["kind", "concept", "volume", "region", "cooperation", "age"];

type Said = {
  readonly fields: { readonly region?: unknown; readonly volume?: unknown };
};

/** The columns that a cookie names; where there is none the usual ones, less those in which no row says anything to this reader. */
export function toPostingColumns(kept: string | undefined, rows: readonly Said[]): readonly PostingColumn[] {
  if (kept === undefined) {
    const isSaid = {
      region: rows.some(({ fields }) => fields.region),
      volume: rows.some(({ fields }) => fields.volume),
    };
    return usual.filter((column) => !(column in isSaid) || isSaid[column as keyof typeof isSaid]);
  }
  const named = kept.split(".");
  return postingColumns.filter((column) => named.includes(column));
}

/** The order that the head of a column asks for: one end first, then the other. */
export function toNextSort(column: string, sort: SearchSort): SearchSort | null {
  if (column === "age") return sort === "newest" ? "oldest" : "newest";
  if (column === "validUntil") return sort === "ending" ? "lasting" : "ending";
  return null;
}

/** How a column is sorted, as its head says it. */
export function toDirection(column: string, sort: SearchSort): "ascending" | "descending" | undefined {
  const [up, down] =
    column === "age" ? ["oldest", "newest"] : column === "validUntil" ? ["ending", "lasting"] : [];
  return sort === up ? "ascending" : sort === down ? "descending" : undefined;
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
