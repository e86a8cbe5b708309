import {
  dimensionOf,
  isAmount,
  isSpan,
  type Quantity,
  type QuantityDoubt,
  type UnitBook,
} from "./quantity.ts";
import { onBasis, rateOf } from "./read-unit.ts";
import { everySpan, goesOnListing, goesTo, listJoint, sentenceEnd } from "./unheard-words.ts";

/** A unit with the span of time or the amount that the words around a number give it. */
type RatedUnit = {
  readonly unit: string | null;
  readonly factor?: string;
  readonly end?: number;
  readonly doubt?: QuantityDoubt;
};

const counted =
  /^\s?(?:(人次?|名|persons?\b|people\b|trainees\b|students\b|operators\b)|[套台只支件组]|个(?!月|百|工|循))/i;

type Per = "a" | "quarter" | "month" | "d" | "h";

// per tonne, by the kilogram: what an amount is by, said behind it.
const baseAfter =
  /^\s?(?:(?:(?:of )?(?:[a-z]+ ){0,2}per|an?|each|every) |(?:\/|每) ?)(tonnes?|tons?|t|kg|kilo(?:gram)?s?|kWh|m2|吨|公斤|千克|千瓦时|度电?|平方米|平米)(?![A-Za-z/])/i;
const minuteBefore = /(?:每分钟|per minute)[^,，。;；\d]{0,8}$/;

const amounts = new Set(["mass", "mass_rate", "energy", "area", "pieces", "volume"]);
const verbs =
  "产能?|需求?|供应?|供货|采购|用|耗|处理|加工|出货|消耗|消费|回收|拆解|销售?|销量|产量|用量|[一-龥]{1,6}量|量(?!产)|均|[一-龥]{0,4}能力|化|度|生产|外售|外销|转化|装机|运力|吞吐|订单|出口|进口|周转|投放|收入|营收";
// 2027年, 今年, 后年 and 三年 are years of their own, and no rate; 达产后年耗 is one.
const noYear =
  "(?<!(?<![A-Za-z])\\d)(?<![半零一二两三四五六七八九十今明去前本全当近多首次翌头来每几数某整])(?<!(?<![产成满])后)";
const gap = "(?:[^,，。;；、\\d\\n]|(?<=[A-Z][A-Za-z]*)\\d){0,14}$";
const beforeRates: readonly (readonly [Per, RegExp])[] = [
  [
    "a",
    new RegExp(
      `(?:${noYear}年(?![底初末中内前后度以之限份间月来均第利龄报检审代轮假会终头关])[一-龥]{1,6}|每年|全年|(?<![半\\d一二两三四五六七八九十今明后去前本全当近多首次翌头来])年$|一年(?!半|以|内|后|期|质)|annual(?:ly)?|yearly|(?:per|a|each|every) year|per annum)${gap.replace("14", "40")}`,
      "i",
    ),
  ],
  [
    "month",
    new RegExp(
      `(?:(?<![\\d一二三四五六七八九十个本上下当次])月(?:${verbs}|采|要|拿|走|吃|缺|收|卖)|每月(?:\\d{1,2}[日号](?:之?前|以前)?)?|每个月|(?<![\\d一二三四五六七八九十个本上下当])月$|一个月(?!以|内|后|期)|monthly|(?:per|a|each|every) month)${gap}`,
      "i",
    ),
  ],
  [
    "quarter",
    new RegExp(
      `(?:每个?季度?|(?<!旺|淡|[一二三四\\d])季(?:需|供|采购?|用|产)|quarterly|(?:per|a|each|every) quarter)${gap}`,
      "i",
    ),
  ],
  ["d", new RegExp(`(?:日(?:${verbs})|每[天日]|一天(?!内|后|以)|daily|(?:per|a|each|every) day)${gap}`, "i")],
  [
    "h",
    new RegExp(
      `(?:每小时|台时[产量处理能力]{0,4}|(?<![同及当临随何届平小定按准])时(?:产|处理)[量能力]{0,2}|hourly|(?:per|each|every) hour)${gap}`,
      "i",
    ),
  ],
];
const afterRates: readonly (readonly [Per, RegExp])[] = [
  [
    "a",
    /^(?: ?的?年(?:产|处理|供|需|采购|用)|(?:(?!\. )[^,，。;；、\d\n%]|(?<=[A-Za-z])\d){0,48}?(?:\/(?:年(?![一-龥])|a\b|yr?\b)|每年|\b(?:per|a|each|every) (?:year|annum)\b|\bannual(?:ly)?\b|\byearly\b|\bp\.a\.))/i,
  ],
  [
    "month",
    /^(?: ?的?月(?:产|处理|供|需|采购|用)|(?:(?!\. )[^,，。;；、\d\n%]|(?<=[A-Za-z])\d){0,48}?(?:\/(?:月(?![一-龥])|month\b|mo\b)|每月(?![^,，。;；\d]{0,4}\d[\d.万]*元)|\b(?:per|a|each|every) month\b|\bmonthly\b))/i,
  ],
  [
    "quarter",
    /^(?:(?!\. )[^,，。;；、\d\n%]|(?<=[A-Za-z])\d|(?<=of )[\d.]+ ?[A-Za-zµμ%]{1,3}(?![A-Za-z])){0,48}?(?:\/(?:季度?(?![一-龥])|quarter\b|qtr\b)|每个?季度?|\b(?:per|a|each|every) quarter\b|\bquarterly\b)/i,
  ],
  [
    "d",
    /^(?: ?的?日(?:产|处理|供|耗)|(?:(?!\. )[^,，。;；、\d\n%]|(?<=[A-Za-z])\d){0,48}?(?:\/(?:天|日(?![一-龥])|day\b|d\b)|每天|每日|\b(?:per|a|each|every) day\b|\bdaily\b))/i,
  ],
  [
    "h",
    /^(?:(?!\. )[^,，。;；、\d\n%]){0,32}?(?:\/(?:小时|h\b)|每小时|\b(?:per|an|each|every) hour\b|\bhourly\b)/i,
  ],
];
const otherBefore = new RegExp(
  `(?:每(?:周|两周|双周|班|台班|旬|半个?月|分钟|秒|半年|[两三四六2-9]个?月)|双周|单班(?!产能)|(?<!单)班[产均]|周均|旬均|(?:bi)?weekly|fortnightly|(?:per|each|every) (?:week|fortnight|shift|minute|second))${gap}`,
  "i",
);
// 1.5 million m2 of 9 µm separator per week.
const otherAfter =
  /^(?:[^,，。;；、\d\n%]|(?<=[A-Za-z])\d|(?<=of )[\d.]+ ?[A-Za-zµμ%]{1,3}(?![A-Za-z])){0,48}?\b(?:(?:per|each|every|a) (?:week|fortnight|shift|minute|second)|every (?:two|three|other|second) (?:weeks?|months?))\b/i;
const priceBefore =
  /(?:[每单]|(?<![\d零一二两三四五六七八九十百千万亿几数])(?=吨[^,，。;；\d]{0,4}(?:成本|费|价|利润)))(吨|公斤|千克|千瓦时|度|平方米|平米|瓦时|Wh|kWh)[^,，。;；\d]{0,12}$/i;
const priceAfter =
  /^\s?整?(?:(?:per|an?|each|every) |(?:\/|一|(?<=整)每) ?)((?:(?:dry |wet )?(?:metric )?|)(?:tonnes?|tons?)|mt|t|kg|kilo(?:gram)?s?|kWh|Wh|m2|吨|公斤|千克|千瓦时|瓦时|度电?)(?![A-Za-z])/i;
const byTime = /^ ?(?:\/|per |a |每)(?:day|week|month|year|km|天|日|周|月|年|公里)/i;
const currencyBefore = /(US\$|USD|\$|¥|CNY|RMB|€|EUR|£|GBP|JPY)\s?$/i;

/**
 * The unit of an amount once the words around it are heard: 年产2万吨 is t/a, 每吨8万元 CNY/t, 折合LCE 4万吨 t LCE. A rate that
 * the list has no unit for is doubted, never dropped. [MT5]
 */
export function rateUnit(
  book: UnitBook,
  text: string,
  start: number,
  end: number,
  unit: string | null,
  floor = 0,
): RatedUnit {
  const before = text.slice(Math.max(0, start - 48, Math.min(floor, start)), start);
  const price = readPrice(book, text, before, end, unit);
  if (price) return price;
  const dimension = unit === null ? undefined : book.parse(unit)?.dimension;
  if (dimension === "length" && minuteBefore.test(before)) {
    const speed = book.parse(`${unit}/min`)?.id;
    return speed ? { unit: speed } : { unit, doubt: "rate_unknown" };
  }
  if (
    dimension === "temperature" &&
    /(?:每(?:分钟|小时|秒)|per (?:minute|hour))[^,，。;；\d]{0,6}$/i.test(before)
  )
    return { unit, doubt: "rate_unknown" };
  if (unit === null || !dimension || !(amounts.has(dimension) || dimension === book.basis?.dimension))
    return readCounted(book, text, before, end, unit);
  const based =
    /^mass(?:_rate)?$/.test(dimension) && book.basis?.before.test(before) ? onBasis(book, unit) : null;
  const own = based ?? unit;
  if (/^(?:mass|energy|volume)$/.test(dimension) || dimension === book.basis?.dimension) {
    const [, each, whole] = book.baseBefore.exec(before) ?? [];
    if (each ?? whole) return byBase(book, own, each ?? whole ?? "");
    const later = baseAfter.exec(text.slice(end, end + 36));
    // 少于10吨每吨加价500元: each of these tonnes.
    if (later && !(dimension === "mass" && later[0].startsWith("每")))
      return { ...byBase(book, own, later[1] ?? ""), end: end + later[0].length };
  }
  const per = dimension === "mass_rate" ? null : perOf(text, before, end);
  if (per === null)
    return otherBefore.test(before) || otherAfter.test(text.slice(end, end + 64))
      ? { unit: own, doubt: "rate_unknown" }
      : { unit: own };
  const rated = rateOf(book, own, per);
  return rated ?? { unit: own, doubt: "rate_unknown" };
}

function byBase(book: UnitBook, unit: string, base: string): RatedUnit {
  const whole = /^(?:吨|t|tons?|tonnes?)$/i.test(base) ? book.parse(`${unit}/t`) : null;
  // What is used by the tonne is no energy that a tonne holds.
  return whole && !/Wh$/.test(unit) ? { unit: whole.id } : { unit, doubt: "rate_unknown" };
}

function perOf(text: string, before: string, end: number): Per | null {
  // 600 t of concentrate (5.7 % Li2O) per month: what stands in brackets parts an amount from its time no further.
  const rest = text
    .slice(end, end + 140)
    .replace(/\([^()]{0,80}\)/g, "")
    .slice(0, 64);
  // 5 containers a month (20 t each): what each holds is by no month.
  if (/^ ?(?:each|apiece)\b/i.test(rest)) return null;
  const ahead = beforeRates.find(([, pattern]) => pattern.test(before));
  return (ahead ?? afterRates.find(([, pattern]) => pattern.test(rest)))?.[0] ?? null;
}

/** 年产10万套 and 每年200人: what is counted has a unit once it is by the year, and pieces also where they are many. */
function readCounted(
  book: UnitBook,
  text: string,
  before: string,
  end: number,
  unit: string | null,
): RatedUnit {
  const match = unit === null ? counted.exec(text.slice(end, end + 10)) : null;
  if (!match) return { unit };
  if (otherBefore.test(before)) return { unit: null, end: end + match[0].length, doubt: "rate_unknown" };
  const per = perOf(text, before, end);
  const monthly = per === "month" && !match[1] ? rateOf(book, "pcs", "month") : null;
  if (monthly) return { unit: monthly.unit, end: end + match[0].length };
  if (per !== "a") {
    const isMany = /^\s?[套台只支件]/.test(match[0]) && /\d(?:[百千万])?$/.test(text.slice(0, end).slice(-2));
    return isMany ? { unit: /[套台]/.test(match[0]) ? "sets" : "pcs", end: end + match[0].length } : { unit };
  }
  return { unit: match[1] ? "persons/a" : "pcs/a", end: end + match[0].length };
}

function readPrice(
  book: UnitBook,
  text: string,
  before: string,
  end: number,
  unit: string | null,
): RatedUnit | null {
  const written = currencyBefore.exec(before)?.[1];
  const currency =
    unit === "CNY" || unit === "USD" ? unit : unit === null && written ? currencyOf(written) : null;
  if (!currency) return null;
  if (currency === "other") return { unit: null, doubt: "unit_unknown" };
  const ahead = priceBefore.exec(before);
  if (ahead && /每[天日周月年]/.test(ahead[0])) return { unit: currency, doubt: "rate_unknown" };
  // 每套8500元: by a thing that the list does not count in money.
  if (
    !ahead &&
    /每(?:[套台只件个支组片颗块次]|[A-Z][A-Za-z]{0,3}|核时|单位|车|柜|班|[平方米台套]+每?[天日周月年])(?:约|不[超高低]于?过?)? ?$/.test(
      before,
    )
  )
    return { unit: currency, doubt: "rate_unknown" };
  const per = ahead?.[1];
  const later = per ? null : priceAfter.exec(text.slice(end, end + 20));
  const amount = per ?? later?.[1];
  if (amount === undefined) {
    const isCut = unit === null && /^[A-Za-z\p{Script=Han}]/u.test(text.slice(end));
    return isCut ? { unit: currency, doubt: "unit_unknown" } : { unit: currency };
  }
  const whole = book.parse(`${currency}/${symbolOf(amount)}`)?.id;
  const stop = later ? { end: end + later[0].length } : {};
  if (later && byTime.test(text.slice(end + later[0].length, end + later[0].length + 14)))
    return { unit: currency, ...stop, doubt: "rate_unknown" };
  return whole ? { unit: whole, ...stop } : { unit: currency, doubt: "rate_unknown" };
}

function symbolOf(amount: string): string {
  if (/^(?:t|吨|metric|dry|wet)/i.test(amount)) return "t";
  if (/^(?:k(?:g|ilo)|公斤|千克)/i.test(amount)) return "kg";
  if (/^(?:度|千瓦时)/.test(amount)) return "kWh";
  if (amount === "瓦时") return "Wh";
  return /^平/.test(amount) ? "m2" : amount;
}

function currencyOf(currency: string): string {
  if (/[€£]|EUR|GBP|JPY/i.test(currency)) return "other";
  return /\$|USD/i.test(currency) ? "USD" : "CNY";
}

/** A quantity of a text between its neighbours. */
type Neighbours = {
  readonly book: UnitBook;
  readonly text: string;
  readonly quantity: Quantity;
  readonly previous: Quantity | undefined;
  readonly next: Quantity | undefined;
};

/** 6 L/24 h: an amount by a span of time of its own, on either side of the line. */
export function isPerSpan({ book, text, quantity, previous, next }: Neighbours): boolean {
  const isOver =
    next !== undefined && gapOf(text, quantity, next) === "/" && isAmount(book, quantity) && isSpan(next);
  const isBelow =
    previous !== undefined &&
    gapOf(text, previous, quantity) === "/" &&
    isAmount(book, previous) &&
    isSpan(quantity);
  // 每两周20吨: an amount by several weeks.
  const isEvery =
    previous !== undefined &&
    isAmount(book, quantity) &&
    isSpan(previous) &&
    /^[^,，。;；\d]{0,4}$/.test(gapOf(text, previous, quantity)) &&
    everySpan.test(text.slice(0, previous.start).slice(-8));
  return isOver || isBelow || isEvery;
}

/** 4.6 kWh and 12 L of water per kg: what is doubtful of the last of a list is so of all. */
export function isPartOfRate({ book, text, quantity, next }: Neighbours): boolean {
  if (next?.doubt !== "rate_unknown" || !isAmount(book, quantity)) return false;
  const gap = gapOf(text, quantity, next);
  return everySpan.test(gap) || (isAmount(book, next) && listJoint.test(gap) && !sentenceEnd.test(gap));
}

/** 一个月用三四百吨,旺季能到六百吨: what a yearly or monthly amount goes on to may be by the same span of time. */
export function isStillRated({ book, text, quantity, previous }: Neighbours): boolean {
  if (!previous || !isAmount(book, quantity) || previous.unit === null) return false;
  const isRate = dimensionOf(book, previous).startsWith(`${dimensionOf(book, quantity)}_rate`);
  const gap = gapOf(text, previous, quantity);
  // 每公斤产品耗卤水0.6立方,淡水15升: by the kilogram too.
  if (previous.doubt === "rate_unknown" && isAmount(book, previous) && goesOnListing.test(gap)) return true;
  // 1.5克每升,钠钾加一起近百克: of a litre too.
  if (previous.unit === "g/L" && quantity.unit === "g" && !sentenceEnd.test(gap)) return true;
  return isRate && (goesTo.test(gap) || goesOnListing.test(gap)) && !sentenceEnd.test(gap);
}

/** What stands between two quantities. */
export function gapOf(text: string, first: Quantity, second: Quantity): string {
  return text.slice(first.end, second.start);
}
