import { readChinese } from "./read-chinese.ts";

/** A stretch of months and days; without a year until another date beside it gives one. */
export type Stretch = {
  readonly year?: number | undefined;
  readonly first: readonly [number, number];
  readonly last: readonly [number, number];
  readonly lastYear?: number | undefined;
  /** 次年: the year after that of the date before it. */
  readonly isNextYear?: true;
};

export function monthsOf(first: number, last: number, y?: number): Stretch | null {
  if (first < 1 || last < 1 || first > 12 || last > 12) return null;
  return {
    year: y,
    first: [first, 1],
    last: [last, 0],
    ...(first > last && y !== undefined ? { lastYear: y + 1 } : {}),
  };
}

export function quarterOf(q: number, y?: number): Stretch | null {
  return monthsOf(q * 3 - 2, q * 3, y);
}

export function halfOf(half: number, y?: number): Stretch | null {
  return half === 1 ? monthsOf(1, 6, y) : half === 2 ? monthsOf(7, 12, y) : null;
}

/** Spring is from March to May. */
export function seasonOf(season: number, y: number): Stretch | null {
  const first = Math.min(season, 2) * 3 + 3;
  return monthsOf(first, first + 2, y);
}

/** The Monday and the Sunday of a numbered week. Weeks begin on Monday; the first of a year holds its fourth day. */
export function daysOfWeek(week: number, y: number): readonly [monday: Date, sunday: Date] {
  const fourth = new Date(Date.UTC(y, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7;
  return [new Date(Date.UTC(y, 0, monday)), new Date(Date.UTC(y, 0, monday + 6))];
}

export function weeksOf(first: number, last: number, y: number): Stretch | null {
  if (first < 1 || last > 53 || first > last) return null;
  const [from, to] = [daysOfWeek(first, y)[0], daysOfWeek(last, y)[1]];
  const [start, end] = [from.getUTCFullYear(), to.getUTCFullYear()];
  return {
    year: start,
    ...(end > start ? { lastYear: end } : {}),
    first: [from.getUTCMonth() + 1, from.getUTCDate()],
    last: [to.getUTCMonth() + 1, to.getUTCDate()],
  };
}

export function monthNumber(m: string): number {
  return /\d/.test(m) ? Number(m) : spoken(m);
}

export function thirdOf(m: number, third: number, y?: number): Stretch | null {
  const stretch = monthsOf(m, m, y);
  return stretch && { ...stretch, first: [m, third * 10 + 1], last: [m, [10, 20, 0][third] ?? 0] };
}

export function halfMonthOf(m: number, half: number, y: number): Stretch | null {
  const stretch = monthsOf(m, m, y);
  return stretch && { ...stretch, first: [m, half === 1 ? 1 : 16], last: [m, half === 1 ? 15 : 0] };
}

export function yearsOf(first: number, last: number): Stretch | null {
  return first > last ? null : { year: first, first: [1, 1], last: [12, 0], lastYear: last };
}

export function daysOf(m: number, first: number, last: number, y: number): Stretch | null {
  const [from, to] = [dayOf(m, first, y), dayOf(m, last, y)];
  return from && to && first < last ? { ...from, last: to.last } : null;
}

export function dayOf(m: number, d: number, y?: number): Stretch | null {
  if (m < 1 || m > 12 || d < 1 || d > lastDayOf(y ?? 2024, m)) return null;
  return { year: y, first: [m, d], last: [m, d] };
}

/** Days of a month. @example lastDayOf(2028, 2) // 29 */
export function lastDayOf(y: number, m: number): number {
  if (m === 2) return y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(m) ? 30 : 31;
}

/** An ISO day; day 0 is the last of its month. @example dayText(2028, [2, 0]) // "2028-02-29" */
export function dayText(y: number, [m, d]: readonly [number, number]): string {
  return `${y}-${two(m)}-${two(d === 0 ? lastDayOf(y, m) : d)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** The year in which a stretch without one is next: that of the day unless it was over by then. */
export function yearFrom({ last }: Pick<Stretch, "last">, today: string): number {
  const year = Number(today.slice(0, 4));
  return dayText(year, last) < today ? year + 1 : year;
}

export function spoken(m: string): number {
  return readChinese(m)?.value.toNumber() ?? 0;
}
