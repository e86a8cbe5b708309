/** A page of a list: the number of its first row, where it is known, and its cursor; the first page has none. */
export type TrailPage = { readonly row: number | null; readonly cursor: string | null };

/** So many pages back are kept: an address must not grow without end. */
const most = 8;
const between = "~";

const partsOf = (trail: string | null): readonly string[] => (trail ?? "").split(between).filter(Boolean);

/** The trail of a page, with that page at its end: what the address of the next page keeps. */
export function addToTrail(trail: string | null, { row, cursor }: TrailPage): string {
  return [...partsOf(trail), `${row ?? 0}.${cursor ?? ""}`].slice(-most).join(between);
}

/**
 * The page before, as its address says it; null where the trail is empty.
 * @example lastOfTrail("1.~31.abc") // { row: "31", cursor: "abc", trail: "1." }
 */
export function lastOfTrail(trail: string | null): Readonly<Record<string, string>> | null {
  const parts = partsOf(trail);
  const [, row = "", cursor = ""] = /^(\d{1,7})\.(.*)$/.exec(parts.at(-1) ?? "") ?? [];
  if (row === "") return null;
  if (cursor === "") return {};
  const rest = parts.slice(0, -1).join(between);
  return { cursor, ...(row === "0" ? {} : { row }), ...(rest ? { trail: rest } : {}) };
}
