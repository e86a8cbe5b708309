/**
 * The address of the item that a page lies under: the longest one that begins its path; the first page is under itself alone.
 * @example currentOf(["/", "/postings", "/postings/own"], "/postings/own/7h") // "/postings/own"
 */
export function currentOf(items: readonly string[], path: string): string | null {
  // "/" is followed by a second one, which no path has but the first page's own.
  const above = items.filter((href) => `${path}/`.startsWith(`${href}/`));
  return above.sort((a, b) => b.length - a.length)[0] ?? null;
}
