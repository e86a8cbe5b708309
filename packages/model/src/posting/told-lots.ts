import type { CalendarDate } from "../calendar/shanghai-date.ts";
import type { TextSpan } from "./clause.ts";
import { monthName, monthOf } from "./read-date.ts";
import type { ScheduleRow } from "./schedule.ts";

/**
 * Amounts that a text tells by month. `rows` is their schedule where each is of one month of its own and all are of one unit, and null
 * where one is a rate or has no end: then all of them stay in the text.
 */
export type ToldLots = {
  readonly rows: readonly ScheduleRow[] | null;
  readonly unit: string;
  readonly spans: readonly TextSpan[];
};

const units: Readonly<Record<string, string>> = {
  吨: "t",
  t: "t",
  mt: "t",
  ton: "t",
  tons: "t",
  tonne: "t",
  tonnes: "t",
  kg: "kg",
  公斤: "kg",
  千克: "kg",
  mwh: "MWh",
  gwh: "GWh",
};
const amount =
  "(?<amount>\\d[\\d,]*(?:\\.\\d+)?) ?(?<unit>吨|公斤|千克|(?:tonnes?|tons?|mt|t|kg|[gm]wh)(?![a-z/]))(?<rate> ?(?:per|/|each|a) ?month)?";
const patterns = [
  `(?:(?<year>\\d{4}) ?年 ?)?(?<month>\\d{1,2}) ?月(?:份)?(?<open> ?(?:起|以?后|开始)?)(?<rate>每月|月均)?(?:交货?|供货?|发货?|到货?|需|要|用|出|[:：约])? ?${amount.replace("rate", "perMonth")}`,
  `${amount}(?: [a-z]+){0,2} (?<open>in|for|during|from|by) (?<month>${monthName})(?: (?<year>\\d{4}))?(?! ?\\d)`,
  `(?<month>${monthName})(?: (?<year>\\d{4}))? ?[:–-]? ?${amount}`,
].map((pattern) => new RegExp(pattern, "giu"));

/** What of a reading is no piece of a lot: a rate among lots is no figure of its own. */
export function besideLots<Piece extends { readonly span: TextSpan }>(
  pieces: readonly Piece[],
  lots: ToldLots | null,
): Piece[] {
  return pieces.filter(({ span }) =>
    (lots?.spans ?? []).every(({ start, end }) => span.end <= start || span.start >= end),
  );
}

type Lot = TextSpan & {
  readonly month: number;
  readonly year: number | null;
  readonly amount: string;
  readonly unit: string;
  readonly isOpen: boolean;
};

/**
 * The lots that a text tells by month: at least two of one unit. [PO31]
 * @example tellLots("5 t in March, 20 t in April", "2026-12-01")?.rows?.length // 2
 */
export function tellLots(text: string, today: CalendarDate): ToldLots | null {
  for (const pattern of patterns) {
    const lots = [...text.matchAll(pattern)].flatMap(toLot);
    const [first] = lots;
    if (!first || lots.length < 2 || lots.some(({ unit }) => unit !== first.unit)) continue;
    return {
      rows: toRows(lots, today),
      unit: first.unit,
      spans: lots.map(({ start, end }) => ({ start, end })),
    };
  }
  return null;
}

function toLot(match: RegExpExecArray): Lot[] {
  const {
    month: word = "",
    year,
    amount: digits = "",
    unit: told = "",
    open = "",
    rate,
    perMonth,
  } = match.groups ?? {};
  const month = /^\d/.test(word) ? Number(word) : monthOf(word);
  const unit = units[told.toLowerCase()];
  if (month < 1 || month > 12 || !unit) return [];
  const isOpen = /起|后|开始|from|by/i.test(open) || Boolean(rate ?? perMonth);
  return [
    {
      start: match.index,
      end: match.index + match[0].length,
      month,
      year: year ? Number(year) : null,
      amount: digits.replaceAll(",", ""),
      unit,
      isOpen,
    },
  ];
}

/** The months one after another: one without a year is the next that is not over. */
function toRows(lots: readonly Lot[], today: CalendarDate): readonly ScheduleRow[] | null {
  if (lots.some(({ isOpen }) => isOpen)) return null;
  let year = Number(today.slice(0, 4));
  let last = Number(today.slice(5, 7));
  const rows = lots.map((lot) => {
    year = lot.year ?? (lot.month < last ? year + 1 : year);
    last = lot.month;
    return { period: `${year}-${String(lot.month).padStart(2, "0")}`, amount: lot.amount };
  });
  return new Set(rows.map(({ period }) => period)).size === rows.length ? rows : null;
}
