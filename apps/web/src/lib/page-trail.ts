/**
 * Where a page of a list stands: the number of its first row, and behind it the pages before, the latest first, each with its first row and
 * its cursor. So the address of a page knows the way back, which a cursor does not.
 * @example "61~31.abc~1." // the third page: row 61; before it row 31 at the cursor abc, and the first page, which has none
 */
type Trail = string | null;

/** So many pages back are kept: an address must not grow without end. */
const most = 8;
const between = "~";

/** The number of a page's first row; null where the address does not say it, as old ones do not. */
export function rowOfTrail(trail: Trail): number | null {
  const [, digits] = /^(\d{1,7})(?:~|$)/.exec(trail ?? "") ?? [];
  return Number(digits) || null;
}

/** The trail of the next page: its first row, and the page that it follows at the head of those before. */
export function onwardTrail(
  trail: Trail,
  {
    first,
    shown,
    cursor,
  }: { readonly first: number; readonly shown: number; readonly cursor: string | null },
): string {
  const before = cursor === null ? [] : (trail ?? "").split(between).slice(1);
  return [String(first + shown), ...[`${first}.${cursor ?? ""}`, ...before].slice(0, most)].join(between);
}

/**
 * The page before, as its address says it; null where the trail does not know it.
 * @example lastOfTrail("61~31.abc~1.") // { row: "31~1.", cursor: "abc" }
 */
export function lastOfTrail(trail: Trail): Readonly<Record<string, string>> | null {
  const [, last = "", ...others] = (trail ?? "").split(between);
  const [, row = "", cursor = ""] = /^(\d{1,7})\.(.*)$/.exec(last) ?? [];
  if (row === "") return null;
  return cursor === "" ? {} : { cursor, row: [row, ...others].join(between) };
}
