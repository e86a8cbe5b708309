import type { Quarter } from "./quarter.ts";

/** A time that suits both sides. */
export type CommonTime = { readonly from: Quarter; readonly quarters: 2 | 4 };

/** How many days ahead a side marks its hours. [AP1] */
export const markedDays = 28;
/** So many times are shown at once; two of them begin at least two hours apart. [AP2] */
export const mostShownTimes = 6;
const apart = 8;
/** So many different times are shown in seven days: whoever marks every hour learns no more of the other's week. [AP2] */
export const mostDrawnTimes = 12;

export type Draw = {
  /** The first quarter in which a call may begin. */
  readonly from: Quarter;
  /** Times that were shown before: they cost nothing. */
  readonly known?: ReadonlySet<Quarter>;
};

/**
 * The times that suit both, the earliest first: an hour where both have one, else half an hour. The database draws them by the same rule,
 * since no side may read what the other marked. [AP2]
 * @example listCommonTimes([8, 9, 10], [9, 10, 11], { from: 0 }) // [{ from: 9, quarters: 2 }]
 */
export function listCommonTimes(
  one: Iterable<Quarter>,
  other: Iterable<Quarter>,
  { from, known = new Set() }: Draw,
): CommonTime[] {
  const theirs = new Set(other);
  const both = new Set([...one].filter((quarter) => theirs.has(quarter)));
  const times: CommonTime[] = [];
  let left = mostDrawnTimes - known.size;
  let next = from;
  for (const at of [...both].sort((a, b) => a - b)) {
    if (at < next || !both.has(at + 1)) continue;
    if (!known.has(at)) {
      if (left <= 0) continue;
      left -= 1;
    }
    times.push({ from: at, quarters: both.has(at + 2) && both.has(at + 3) ? 4 : 2 });
    if (times.length === mostShownTimes) break;
    next = at + apart;
  }
  return times;
}
