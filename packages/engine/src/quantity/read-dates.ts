import type { Span } from "../text/index.ts";
import { type DateAtom, listAtoms, namesBothDays } from "./date-forms.ts";
import { findRival } from "./find-rival.ts";
import { isOfFirstLot } from "./first-lot.ts";
import { isOneOfMany } from "./one-of-many.ts";
import { closerOf, isJoined, pairOf, type Window } from "./pair-dates.ts";
import { datedFrom, hasBegun, isDelivered } from "./place-in-year.ts";
import { readTerm } from "./read-term.ts";
import { settleTimes } from "./settle-times.ts";
import { dayText, yearFrom } from "./stretch.ts";

export type { Window };

/** A time that no date can be given to: relative to a day that is not named, without its year, or one of several. */
export type OpenTime = Span & { readonly doubt: "relative_time" | "no_year" | "several" | "first_lot" };

export type ReadDates = {
  readonly window: Window | null;
  readonly places: readonly Span[];
  readonly open: readonly OpenTime[];
};

type Dated = Window & { readonly isOpen: boolean };

const opens =
  /^(?:份|度|底|初|中|全年|的)*(?:起|开始|以后|之后|后|投产后|启动| ?onwards?|,? and (?:after|onwards?)| (?:start|and later)|,? (?:at (?:the )?)?earliest\b|,? ?最早)/i;
const opensBefore =
  /(?:from|since|after|starting(?: in| from| on)?|start(?:s|ing)? (?:in|on|from)?|start(?: date| of [a-z]+)?:|(?:begin(?:s|ning)?|commenc(?:e|es|ing)|effective)(?: in| on| from)?|available(?: in| from)?|kick-?off(?: on| in|:)?|自|从|as of|not before|not? (?:earlier|sooner) than|earliest|最早|不早于)(?: the| about)?\s*$/i;
const closes = /^(?:份|底|末|全年|的)*(?:前|之前|以前|止|为止|截止|到期| (?:or earlier|at the latest))/i;
const closesBefore =
  /(?:by|due(?: on| by)?|until|before|till|through|(?:clos|end|expir)(?:es|ing|ed)(?: on)?|no(?:t)? later than|latest|prior to|(?:to |by )?(?:the )?end of|end(?: date| of [a-z]+)?:|completion(?: on| by| date:?)?|截至|截止(?:到|时间|日期|日)?[:为是]?|最晚|deadline(?: is| of|:)?|直到|[至到]|最迟|不晚于|不迟于|于|在)(?: the)?\s*$/i;
const fromEnd = /\b(?:from|after|since) (?:the )?end of\s*$/i;
const monthBefore = /^(?:之|以)?前(?![后前])/;
const strictlyBefore = /(?:before|prior to)(?: the)?\s*$/i;
const weakClose = /(?<![晚迟])(?:于|在)\s*$/;
const wanted =
  /供货|[到进]厂|[到进]场|交付|交货|发货|供应|到货|采购|需求|执行|开始|供|deliver|suppl|ship|start|from|available|onward|need|volume|window|offtake/i;
const other =
  /有效|报名|投标|开标|报价|成立|创立|专利|公告|发布|认证|建成|注册|签[订署]|展会|会议|论坛|峰会|permit|licen[cs]e|founded|established|since|valid|expire|patent|certif|published|commission|signed|exhibition|conference/i;
// When a plant of one's own starts, or a tender ends; of 预计2027年10月投产 alone nobody knows whose start it is.
const ownDate =
  /投产|投运|开工|停产|检修|年前的|\bSOP\b|start of production|commissioning|go(?:es)? live|mass production|tender|\bfines?\b|stays? on|\bplant (?:starts?|itself)|形成[^,，。]{0,10}产能|新增|达产|追平|\bramp/i;
const notOwn = /[供交发到]货|[到进][厂场]|交付|deliver|suppl|shipment|^[预计划拟于\d年月]*投产/i;
// What is told of a year gone by, and the year of a numbered paper: no time to deliver in.
const told =
  /\bmade(?: in)? (?=20\d\d|week|W\d)|编号|批号|案号|生产日期|\b(?:no|ref)\. ?\d|二手|旧设备|second[- ]hand|产量|出货|销量|同比|[涨跌]至|报告|检测单|化验单|检验单|证书|审[核计]|制造|年投(?!产)|动工|法规|法案|欧盟|年鉴|第\d+号|\b(?:audit(?:ed)?|assay(?:ed)? on|certificates?|rules?|regulation|target for|mandate)\b|\b(?:was|were|rose|fell|grew|reported|raised|report(?! (?:by|due)))\b/i;
// The year of a used machine, and one that is only put off to.
const made = /二手|旧设备|second[- ]hand|\bused\b|\bmade in|\bbuilt in|出厂|\bmatter for/i;
const asked =
  /供货|交付|交货|发货|供应|到货|采购|收购|需求|求购|需要|计划|预计|\b(?:deliver\w*|suppl\w*|ship(?:ment|ping)|needs?|demand|offtake|requir\w*|seek\w*|plan\w*)\b/i;
const toldOfYear =
  /[电能水单]耗|同比|环比|增长|下降|实现|完成|达到了|营收|利润|[较比]|\b(?:was|were|had|rose|fell|grew|reached|raised|cut|achieved|reported|posted|sold|produced|shipped)\b/i;
// The year from which a rule asks for something.
const ruled =
  /欧盟|法规|法案|新规|电池法|\b(?:EU|CBAM|regulation|directive|rules?|mandate|recycled content)\b/i;
const relative =
  /(?:未来|今后|接下来)[一二两三四五六七八九十\d]+(?:到[一二三四五\d]+)?(?:个月|年|周|季度)|(?:今|明|后|本|下)(?:年|季度|个?月)(?:[底初末上下]|半年|内)*|年内|年底前?|\b(?:next|this|coming) (?:year|quarter|month)\b|\b(?:(?:over|in|for|within) )?(?:the )?(?:next|coming) (?:\d+|two|three|four|five|six|twelve) (?:months|years|weeks)\b|尽快(?!联系|来电|报价|回复|私[信聊]|加)|(?<!\b(?:contact|reply|quote|call|write)[^,.;]{0,24})(?:as soon as possible|\bASAP\b)/gi;
const clauseEnd = /[,，;；。\n]/;
/** As far as a sentence is followed, so that many dates in one do not cost its length each. */
const longestSentence = 400;
const hanDigits = "〇零一二三四五六七八九";

/**
 * The stretch of time that a normal text names for delivery, the places of all dates (which are no quantities), and the
 * times that cannot be dated without asking. A window that was over before `today` (an ISO day) is none. [MT6] [MT41]
 * @example readDates("2027年1月至12月").window // { from: "2027-01-01", to: "2027-12-31" }
 */
export function readDates(text: string, today = ""): ReadDates {
  const settled = settleTimes(text, today);
  if (!settled) return readPlain(text, today);
  const { window, places, open } = readPlain(settled.text, today);
  return {
    window: window && { ...window, ...settled.toOriginal(window) },
    places: places.map(settled.toOriginal),
    open: open.map((time) => ({ ...time, ...settled.toOriginal(time) })),
  };
}

function readPlain(text: string, today: string): ReadDates {
  const plain = text.replaceAll(/[〇零一二三四五六七八九]{4}(?=年)/g, (run) =>
    [...run].map((digit) => String(Math.max(0, hanDigits.indexOf(digit) - 1))).join(""),
  );
  const atoms = listAtoms(plain, today !== "");
  const { dated, yearless } = joinAtoms(plain, atoms, today);
  const edges = {
    starts: new Set(atoms.map(({ start }) => start)),
    ends: new Set(atoms.map(({ end }) => end)),
  };
  const firsts = dated.filter((date) => date.from === undefined && isOfFirstLot(plain, date));
  // First delivery in May: deliveries begin then.
  const single = dated
    .filter((date) => !firsts.includes(date) && !isOneOfMany(plain, date, edges))
    .map((date) => (isOfFirstLot(plain, date) ? { ...spanOf(date), from: date.from, isOpen: true } : date));
  const joined = single.reduce<readonly Dated[]>((all, date) => spanWith(plain, all, date), []);
  const spans = joined.length < 3 ? joined : spanOfMany(plain, joined);
  const open = [
    ...readRelative(plain, dated),
    ...yearless.map((atom) => ({ ...spanOf(atom), doubt: "no_year" as const })),
  ];
  const [best, ...others] = spans
    .map((date) => ({ ...date, weight: weightOf(plain, date) }))
    .filter(({ weight, from, to }) => weight >= 0 && (to ?? from ?? today) >= today)
    .sort((a, b) => b.weight - a.weight || a.start - b.start);
  const places = [...dated.map(spanOf), ...yearless.map(spanOf)].sort((a, b) => a.start - b.start);
  if (!best)
    return {
      window: null,
      places,
      open: [...open, ...firsts.map((date) => ({ ...spanOf(date), doubt: "first_lot" as const }))],
    };
  const rival = findRival(
    plain,
    best,
    others.filter(({ weight }) => weight === best.weight),
    atoms,
  );
  if (rival) return { window: null, places, open: [...open, { ...rival, doubt: "several" }] };
  const { start, end, from, to } = best;
  return { window: { start, end, ...(from ? { from } : {}), ...(to ? { to } : {}) }, places, open };
}

const remainder = /(?:remain\w*|\brest\b|balance|其余|余下|剩余|余量)/i;

/** 12 kt in October, 9 kt in November, 10 kt in December: months in a row are one stretch, others of one sentence none. */
function spanOfMany(text: string, dates: readonly Dated[]): readonly Dated[] {
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last || /[。;；\n]|\. /.test(text.slice(first.end, last.start))) return dates;
  if (dates.some(({ from, to }) => !from && !to)) return dates;
  const isRow = dates.every((date, index) => {
    const next = dates[index + 1];
    const day = next?.from?.split("-").map(Number) ?? [];
    return !next || (date.to !== undefined && dayBefore(day[0] ?? 0, [day[1] ?? 0, day[2] ?? 0]) === date.to);
  });
  if (isRow) return [{ ...first, end: last.end, to: last.to }];
  return dates.some((date) => asked.test(text.slice(Math.max(0, date.start - 14), date.end + 10)))
    ? dates
    : [];
}

/** No earlier than one day and no later than another: one stretch. */
function spanWith(text: string, before: readonly Dated[], date: Dated): readonly Dated[] {
  const previous = before.at(-1);
  const gap = previous ? text.slice(previous.end, date.start) : "";
  // 40 t by the end of June, the remaining 160 t in the third quarter: all by its end.
  if (previous?.to && !previous.from && date.from && date.to && remainder.test(gap) && gap.length < 40)
    return [...before.slice(0, -1), { ...previous, end: date.end, to: date.to }];
  // The first lot by the end of February, the rest until June: all by June.
  const isLater = previous?.to && !previous.from && date.to && !date.from && date.to > previous.to;
  if (previous && isLater && remainder.test(gap) && gap.length < 40)
    return [...before.slice(0, -1), { ...previous, end: date.end, to: date.to }];
  // Open until one day, from another on: the order does not matter.
  const isTurned = previous?.to && !previous.from && date.from && !date.to && date.from <= previous.to;
  if (isTurned && gap.length <= 12 && !/[。;；\n\d]|\. /.test(gap))
    return [...before.slice(0, -1), { ...previous, end: date.end, from: date.from }];
  const isOne = previous?.from && !previous.to && !date.from && date.to && previous.from <= date.to;
  if (!previous || !isOne || gap.length > 24 || /[。;；\n\d]|\. /.test(plainGap(gap)))
    return [...before, date];
  return [...before.slice(0, -1), { ...previous, end: date.end, to: date.to }];
}

/** From January on 80 t a month, until December: an amount between two dates joins them no less. */
function plainGap(gap: string): string {
  return gap
    .replace(/^; ?end/i, "")
    .replace(/\d[\d.,]* ?(?:万?吨|公斤|千克|kg|kt|t|MT|MWh|GWh|套|只|片)(?![A-Za-z])/, "");
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function joinAtoms(
  text: string,
  atoms: readonly DateAtom[],
  today: string,
): { dated: readonly Dated[]; yearless: readonly DateAtom[] } {
  const dated: Dated[] = [];
  const yearless: DateAtom[] = [];
  for (let index = 0; index < atoms.length; index++) {
    const atom = atoms[index];
    const next = atoms[index + 1];
    if (!atom) continue;
    const inner = atoms[index + 2];
    const closer = next && inner ? closerOf(text, atom, next, inner) : null;
    const pair = next && isJoined(text, atom, next) ? pairOf(datedFrom(text, atom, next, today), next) : null;
    const later = atoms[index + 3];
    const closerNext = pair && next && inner && later ? closerOf(text, next, inner, later) : null;
    if (closer) {
      dated.push({ ...closer, isOpen: false });
      index += 2;
    } else if (closerNext) {
      // Between mid-January and the end of March 2028 (15 Jan to 31 Mar).
      dated.push({ ...closerNext, start: atom.start, isOpen: false });
      index += 3;
    } else if (pair) {
      dated.push({ ...pair, isOpen: false });
      index += 1;
    } else if (atom.year !== undefined) dated.push(openOrClosed(text, atom, atom.year));
    else if (isMeant(text, atom) || (today !== "" && isDelivered(text, atom))) {
      if (today === "" || hasBegun(atom, today)) yearless.push(atom);
      else dated.push(openOrClosed(text, atom, yearFrom(atom, today)));
    }
  }
  return { dated, yearless };
}

function openOrClosed(text: string, atom: DateAtom, year: number): Dated {
  const span = spanOf(atom);
  const from = dayText(year, atom.first);
  const to = dayText(atom.lastYear ?? year, atom.last);
  // Free from the end of January on.
  if (fromEnd.test(text.slice(Math.max(0, atom.start - 24), atom.start)))
    return { ...span, from: to, isOpen: true };
  if (namesBothDays(text.slice(atom.start, atom.end))) return { ...span, from, to, isOpen: false };
  const after = text.slice(atom.end, atom.end + 16);
  const before = text.slice(Math.max(0, atom.start - 24), atom.start);
  const term = opens.test(after) || opensBefore.test(before) || isDay(atom) ? readTerm(text, atom.end) : 0;
  if (term > 0) return { ...span, from, to: endOfTerm(year, atom.first, term), isOpen: true };
  if (opens.test(after) || opensBefore.test(before)) return { ...span, from, isOpen: true };
  const isMonth =
    /(?:[\d一二三四五六七八九十][年月]|季度?|Q\d)$/i.test(text.slice(atom.start, atom.end)) &&
    monthBefore.test(after);
  if (isMonth || strictlyBefore.test(before))
    return { ...span, to: dayBefore(year, atom.first), isOpen: true };
  const isEndNamed = /(?:底|末)$|^(?:late|(?:the )?end of|year)/i.test(text.slice(atom.start, atom.end));
  const isClosed = closes.test(after) || (closesBefore.test(before) && !weakClose.test(before));
  if (isClosed || (isEndNamed && /(?:by|to)(?: the)?\s*$/i.test(before)))
    return { ...span, to, isOpen: true };
  return { ...span, from, to, isOpen: false };
}

function isDay({ first, last }: DateAtom): boolean {
  return first[0] === last[0] && first[1] === last[1];
}

/** The last day of a term of so many months. */
function endOfTerm(y: number, [m, d]: readonly [number, number], months: number): string {
  const after = m - 1 + months;
  return dayBefore(y + Math.floor(after / 12), [(after % 12) + 1, d]);
}

/** A month without a year counts as a time only where words of time stand beside it. */
function isMeant(text: string, atom: DateAtom): boolean {
  if (/^may$/i.test(text.slice(atom.start, atom.end))) return false;
  const around = text.slice(Math.max(0, atom.start - 14), atom.start);
  return (
    opens.test(text.slice(atom.end, atom.end + 6)) ||
    closes.test(text.slice(atom.end, atom.end + 6)) ||
    opensBefore.test(around) ||
    /(?:by|until)\s*$/i.test(around)
  );
}

function readRelative(text: string, dated: readonly Dated[]): readonly OpenTime[] {
  return [...text.matchAll(relative)]
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      doubt: "relative_time" as const,
    }))
    .filter(
      ({ start, end }) =>
        !dated.some((date) => start < date.end + 1 && date.start < end) &&
        !/^20\d{2}$/.test(text.slice(Math.max(0, start - 4), start)),
    );
}

/** Which of several dates is meant for delivery: words of delivery near it speak for it, words of other events against. */
function weightOf(text: string, date: Dated): number {
  const around =
    (text
      .slice(Math.max(0, date.start - 26), date.start)
      .split(clauseEnd)
      .at(-1) ?? "") +
    text.slice(date.start, date.end) +
    (text.slice(date.end, date.end + 10).split(clauseEnd)[0] ?? "");
  const weight =
    (wanted.test(around) ? 2 : 0) +
    (date.isOpen ? 1 : 0) -
    (other.test(around) || told.test(around) ? 3 : ownDate.test(around) && !notOwn.test(around) ? 4 : 0);
  const isBareYear = !date.isOpen && /^20\d\d ?年?度?$/.test(text.slice(date.start, date.end));
  const isMade = made.test(text.slice(Math.max(0, date.start - 40), date.start));
  return weight - (isBareYear && (isMade || isTold(text, date)) ? 3 : 0);
}

/** 该厂2025年综合电耗…, raised in 2025: a year of which something is told, and for which nothing is asked or offered. */
function isTold(text: string, { start, end }: Span): boolean {
  const sentence =
    (text
      .slice(Math.max(0, start - longestSentence), start)
      .split(/[。;；\n]|\. /)
      .at(-1) ?? "") + (text.slice(end, end + longestSentence).split(/[。;；\n]|\. /)[0] ?? "");
  return ruled.test(sentence) || (toldOfYear.test(sentence) && !asked.test(sentence));
}

function dayBefore(y: number, [m, d]: readonly [number, number]): string {
  if (d > 1) return dayText(y, [m, d - 1]);
  return m > 1 ? dayText(y, [m - 1, 0]) : dayText(y - 1, [12, 31]);
}
