/**
 * The address of the item that a page lies under: the longest one that begins its path; the first page is under itself alone.
 * @example currentOf(["/", "/postings", "/postings/own"], "/postings/own/7h") // "/postings/own"
 */
export function currentOf(items: readonly string[], path: string): string | null {
  const above = items.filter((href) => path === href || (href !== "/" && path.startsWith(`${href}/`)));
  return above.reduce<string | null>(
    (best, href) => (best === null || href.length > best.length ? href : best),
    null,
  );
}
