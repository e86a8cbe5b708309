import { daysBetween } from "../../calendar/shanghai-date.ts";
import { convertUnit, parseDecimal, parseUnit } from "../../chain/index.ts";
import {
  parseSchedulePeriod,
  type SchedulePeriod,
  type ScheduleRow,
  type ScheduleStep,
} from "../../posting/index.ts";

/** Rows in one unit, and t LCE in a tonne of what they are of, where that is one compound. */
export type ScheduleSide = {
  readonly unit: string;
  readonly rows: readonly ScheduleRow[];
  readonly lce?: string | undefined;
};

/** One period of the need: what it asks for and what is offered in it, in the unit of the need, as decimal strings. */
export type CoveredPeriod = {
  readonly period: string;
  readonly need: string;
  readonly offer: string;
  readonly isShort: boolean;
};

export type ScheduleCover = {
  readonly step: ScheduleStep;
  readonly periods: readonly CoveredPeriod[];
  /** What the need asks for in all, what of it the offer's periods can cover and what they lack, in the unit of the need. */
  readonly need: string;
  readonly covered: string;
  readonly short: string;
  /** Share of the need's volume that the offer's periods can cover, 0 to 1. */
  readonly share: number;
  /** Days of the need that go without, a period that is half covered by half its days. */
  readonly shortDays: number;
};

// Amounts as whole numbers: 20 decimals, and a multiple of the days of every month and of a week.
const decimals = 20;
const daysMultiple = 377_580n;
const one = 10n ** BigInt(decimals) * daysMultiple;

/**
 * What of a need's schedule an offer's can cover, period by period of the need, exactly: the lesser of what is asked for and what is
 * offered in the same days. Where one goes by months and the other by weeks, an amount is spread evenly over the days of its period.
 * A period that a schedule does not list has nothing. Null where a period is none, the units do not meet or nothing is asked for. [MT85]
 * @example coverSchedule(need, offer)?.share // 0.8
 */
export function coverSchedule(need: ScheduleSide, offer: ScheduleSide): ScheduleCover | null {
  const factor = factorBetween(offer, need);
  const wanted = readSide(need, "1");
  const given = factor === null ? null : readSide(offer, factor);
  const step = wanted?.[0]?.period.step;
  if (!wanted || !given || step === undefined) return null;
  let [asked, covered, shortDays] = [0n, 0n, 0];
  const periods = wanted.flatMap(({ period, amount }): CoveredPeriod[] => {
    if (amount <= 0n) return [];
    const offered = given.reduce(
      (sum, row) => sum + BigInt(sharedDays(period, row.period)) * (row.amount / BigInt(daysIn(row.period))),
      0n,
    );
    const isShort = offered < amount;
    asked += amount;
    covered += isShort ? offered : amount;
    if (isShort) shortDays += daysIn(period) * toShare(amount - offered, amount);
    return [{ period: period.id, need: print(amount), offer: print(offered), isShort }];
  });
  if (asked === 0n) return null;
  const sums = { need: print(asked), covered: print(covered), short: print(asked - covered) };
  return { step, periods, ...sums, share: toShare(covered, asked), shortDays };
}

type Amount = { readonly period: SchedulePeriod; readonly amount: bigint };

function readSide({ rows }: ScheduleSide, factor: string): Amount[] | null {
  const read: Amount[] = [];
  for (const row of rows) {
    const period = parseSchedulePeriod(row.period);
    const typed = parseDecimal(row.amount);
    if (!period || !typed) return null;
    // Without a factor to multiply by nothing is rounded.
    read.push({ period, amount: toWhole((factor === "1" ? typed : typed.times(factor)).toFixed()) });
  }
  return read;
}

function toWhole(decimal: string): bigint {
  const [whole = "0", rest = ""] = decimal.split(".");
  const digits = BigInt(`${whole}${rest.slice(0, decimals).padEnd(decimals, "0")}`);
  return digits * daysMultiple;
}

/** Rounded to eight decimals, as amounts are typed. */
function print(amount: bigint): string {
  const rounded = (amount * 10n ** 8n + one / 2n) / one;
  const [whole, rest] = [rounded / 10n ** 8n, rounded % 10n ** 8n];
  const fraction = String(rest).padStart(8, "0").replace(/0+$/, "");
  return fraction === "" ? String(whole) : `${whole}.${fraction}`;
}

const toShare = (part: bigint, whole: bigint) => Number((part * 1_000_000n) / whole) / 1_000_000;
const daysIn = ({ firstDay, lastDay }: SchedulePeriod) => daysBetween(firstDay, lastDay) + 1;

function sharedDays(a: SchedulePeriod, b: SchedulePeriod): number {
  const [, from = a.firstDay] = [a.firstDay, b.firstDay].sort();
  const [to = from] = [a.lastDay, b.lastDay].sort();
  return Math.max(0, daysBetween(from, to) + 1);
}

/** How many units of the one are in a unit of the other; tonnes of two compounds meet by their lithium, LCE by that of either. [MT42] */
function factorBetween(from: ScheduleSide, to: ScheduleSide): string | null {
  const direct = convertUnit("1", from.unit, to.unit);
  const [dimension, other] = [from.unit, to.unit].map((unit) => parseUnit(unit)?.dimension);
  if (direct.ok) {
    const isMass = dimension === "mass" && from.lce !== undefined && to.lce !== undefined;
    return isMass ? direct.value.times(from.lce).div(to.lce).toFixed() : direct.value.toFixed();
  }
  const lce = dimension === "mass" && other === "mass_lce" ? from.lce : undefined;
  const own = dimension === "mass_lce" && other === "mass" ? to.lce : undefined;
  const [plain, equivalent] = [
    convertUnit("1", lce ? from.unit : to.unit, "t"),
    convertUnit("1", lce ? to.unit : from.unit, "t LCE"),
  ];
  if (!plain.ok || !equivalent.ok || (lce ?? own) === undefined) return null;
  return lce
    ? plain.value.times(lce).div(equivalent.value).toFixed()
    : equivalent.value
        .div(own ?? 1)
        .div(plain.value)
        .toFixed();
}
