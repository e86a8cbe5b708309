import { daysBetween, shiftMonths, toShanghaiDate } from "@lilink/model/calendar";
import { brokenYears, continuityOf, loadRemoved } from "@lilink/model/fund/life";
import { type ResearchClass, researchClasses } from "@lilink/model/register";
import type { AwardMoney } from "./read-awards.ts";

type Part = { readonly paid: number; readonly open: number };
export type PortfolioYear = { readonly year: number } & Readonly<Record<ResearchClass, Part>>;
export type PortfolioSums = {
  readonly years: readonly PortfolioYear[];
  readonly committed: number;
  readonly paid: number;
  /** This year: what was paid and what was planned, and the share of the year that is over. */
  readonly pace: { readonly paid: number; readonly planned: number; readonly over: number };
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

const add = (all: readonly { readonly amount: number }[]) => all.reduce((sum, { amount }) => sum + amount, 0);

/** Money by year and class, paid and still open, and the figures of the portfolio. [FU20] */
export function sumPortfolio(awards: readonly AwardMoney[], now: Date): PortfolioSums {
  const today = toShanghaiDate(now);
  const thisYear = Number(today.slice(0, 4));
  const running = awards.filter(({ state }) => state === "active");
  const years = new Map<number, Record<ResearchClass, { paid: number; open: number }>>();
  const at = (year: number) => {
    const none = () => ({ paid: 0, open: 0 });
    const row = years.get(year) ?? { basic: none(), applied: none(), development: none() };
    years.set(year, row);
    return row;
  };
  for (const { researchClass, paid, planned, amount, state } of awards) {
    for (const one of paid) at(one.year)[researchClass].paid += one.amount;
    if (state !== "active") continue;
    let left = amount - add(paid);
    // What is still open falls where it was planned, from this year on.
    for (const one of planned.filter(({ year }) => year >= thisYear)) {
      const already = paid.find(({ year }) => year === one.year)?.amount ?? 0;
      const part = Math.min(left, Math.max(0, one.amount - already));
      at(one.year)[researchClass].open += part;
      left -= part;
    }
    if (left > 0) at(Math.max(thisYear, planned.at(-1)?.year ?? thisYear))[researchClass].open += left;
  }
  const rows = [...years].sort(([a], [b]) => a - b).map(([year, row]) => ({ year, ...row }));
  const basic = rows.map(({ year, basic: { paid, open } }) => [year, paid + open] as const);
  const firm = basic.filter(([year]) => year <= thisYear);
  const sumOf = (of: ResearchClass) => rows.reduce((sum, row) => sum + row[of].paid + row[of].open, 0);
  const all = researchClasses.reduce((sum, of) => sum + sumOf(of), 0);
  const planned = running.flatMap((award) => award.planned.filter(({ year }) => year === thisYear));
  return {
    years: rows,
    committed: add(running),
    paid: awards.reduce((sum, award) => sum + add(award.paid), 0),
    pace: {
      paid: running.reduce(
        (sum, { paid }) => sum + (paid.find(({ year }) => year === thisYear)?.amount ?? 0),
        0,
      ),
      planned: add(planned),
      over: daysBetween(`${thisYear}-01-01`, today) / 365,
    },
    basicShare: all > 0 ? sumOf("basic") / all : null,
    continuity: continuityOf(firm.map(([, amount]) => amount)),
    broken: brokenYears(new Map(firm)),
    dormant: running.flatMap(({ publicId, amount, paid, lastPaidOn, startsOn }) => {
      const last = lastPaidOn ?? startsOn;
      const left = amount - add(paid);
      if (left <= 0 || last > shiftMonths(today, -dormantMonths)) return [];
      return [{ publicId, amount: left, months: monthsBetween(last, today) }];
    }),
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
