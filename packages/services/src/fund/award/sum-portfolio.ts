import { daysBetween, shiftMonths, toShanghaiDate } from "@lilink/model/calendar";
import { brokenYears, continuityOf, loadRemoved, planByYear } from "@lilink/model/fund/life";
import { type ResearchClass, researchClasses } from "@lilink/model/register";
import type { AwardMoney } from "./read-awards.ts";

type Part = { readonly paid: number; readonly open: number };
export type PortfolioYear = { readonly year: number } & Readonly<Record<ResearchClass, Part>>;
export type PortfolioSums = {
  readonly years: readonly PortfolioYear[];
  readonly committed: number;
  readonly paid: number;
  /** This year: what was paid, all that the year has with what is still open, and the share of the year that is over. */
  readonly pace: { readonly paid: number; readonly due: number; readonly over: number };
  readonly basicShare: number | null;
  readonly continuity: number | null;
  readonly broken: readonly number[];
  readonly dormant: readonly {
    readonly publicId: string;
    readonly amount: number;
    readonly months: number;
  }[];
  readonly load: { readonly reviews: number; readonly before: number; readonly removed: number | null };
};

/** Committed and unmoved for so long is dormant. */
const dormantMonths = 12;
const countedYears = 5;

type Amount = { readonly amount: number };
const add = (all: readonly Amount[]) => {
  let sum = 0;
  for (const { amount } of all) sum += amount;
  return sum;
};
type Row = Record<ResearchClass, { paid: number; open: number }>;
const emptyRow = (): Row => ({
  basic: { paid: 0, open: 0 },
  applied: { paid: 0, open: 0 },
  development: { paid: 0, open: 0 },
});

/** What a year's bar shows of all classes: the tile and the bar are one figure. */
function paceOf(row: Row): { readonly paid: number; readonly due: number } {
  const parts = Object.values(row);
  const paid = parts.reduce((sum, one) => sum + one.paid, 0);
  return { paid, due: parts.reduce((sum, one) => sum + one.open, paid) };
}

/** Money by year and class, paid and still open, and the figures of the portfolio. [FU20] */
export function sumPortfolio(awards: readonly AwardMoney[], now: Date): PortfolioSums {
  const today = toShanghaiDate(now);
  const thisYear = Number(today.slice(0, 4));
  const asleepSince = shiftMonths(today, -dormantMonths);
  const years = new Map<number, Row>();
  const at = (year: number) => {
    const row = years.get(year) ?? emptyRow();
    years.set(year, row);
    return row;
  };
  const dormant: PortfolioSums["dormant"][number][] = [];
  let [committed, paidOut] = [0, 0];
  for (const { publicId, researchClass, paid, amount, startsOn, months, state, lastPaidOn } of awards) {
    for (const one of paid) at(one.year)[researchClass].paid += one.amount;
    const soFar = add(paid);
    paidOut += soFar;
    if (state !== "active") continue;
    committed += amount;
    const inYear = (year: number) => paid.find((one) => one.year === year)?.amount ?? 0;
    let left = amount - soFar;
    let last = thisYear;
    if (left > 0 && (lastPaidOn ?? startsOn) <= asleepSince)
      dormant.push({ publicId, amount: left, months: monthsBetween(lastPaidOn ?? startsOn, today) });
    // What is still open falls where it was planned, from this year on.
    for (const [year, planned] of planByYear(amount, startsOn, months)) {
      if (year < thisYear) continue;
      const part = Math.min(left, Math.max(0, planned - inYear(year)));
      at(year)[researchClass].open += part;
      left -= part;
      last = year;
    }
    if (left > 0) at(last)[researchClass].open += left;
  }
  const rows = [...years].sort(([a], [b]) => a - b).map(([year, row]) => ({ year, ...row }));
  const basic = rows.map(({ year, basic: { paid, open } }) => [year, paid + open] as const);
  const firm = basic.filter(([year]) => year <= thisYear);
  const sumOf = (of: ResearchClass) => rows.reduce((sum, row) => sum + row[of].paid + row[of].open, 0);
  const all = researchClasses.reduce((sum, of) => sum + sumOf(of), 0);
  return {
    years: rows,
    committed,
    paid: paidOut,
    pace: { ...paceOf(at(thisYear)), over: daysBetween(`${thisYear}-01-01`, today) / 365 },
    basicShare: all > 0 ? sumOf("basic") / all : null,
    continuity: continuityOf(firm.map(([, amount]) => amount)),
    broken: brokenYears(new Map(firm)),
    dormant,
    load: loadRemoved(
      awards.map(({ researchClass }) => researchClass),
      awards.length,
      countedYears,
    ),
  };
}

function monthsBetween(from: string, to: string): number {
  const [a = 0, b = 0] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  return b - a - (to.slice(8) < from.slice(8) ? 1 : 0);
}
