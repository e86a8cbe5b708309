import { composeUnit, readElectric } from "./compose-unit.ts";
import type { ReadUnit, UnitBook } from "./quantity.ts";

// 500 kg/袋: how it is packed takes nothing from the amount.
const packed =
  /^ ?\/ ?(?:袋|箱|桶|批次?|包|托|车|罐|卷|盘|线|条|炉|(?:bag|drum|pallet|box|truck|lot|container|batch)(?![a-z]))/;
const counted = /^\/ ?(?:[次件只个组份人台套支块颗枚]|(?:ctn|roll|pack|can|bottle|cell|piece)(?![a-z]))/;
const word =
  /^ ?\/ ?(?:克容量|天然|安全|升温|单价|每[袋桶箱批]|[年月日][产处供需用采销均][^,，。;；/\n]{0,8}\d|\p{Script=Han}{2}(?<!\/ ?[次件只个组份人片块支台套班柜天日月年时分秒吨克升米度平立公千毫微万每标单].)|D\d|(?!(?:unit|set|module|shift|person|line|vehicle|car|pcs?|sheet)s?\b)[A-Z]?[A-Za-z-]+(?:(?: [A-Za-z]+){0,5} (?:[<>≥≤~±]|\d)|\p{Script=Han}))/u;

/** Whether the line behind a unit parts two things, or a thing and its packing, and makes no quotient: 500吨/粘度…. [MT5] */
export function isParting(rest: string): boolean {
  return packed.test(rest) || word.test(rest);
}

/** Whether a unit goes on with what it is counted by. */
export function isCounted(rest: string): boolean {
  return counted.test(rest);
}

const longestHan = 11;
// Alone these say nothing of a unit in running text: grades, pieces, degrees of anything, days of the month.
const ambiguous = new Set(
  "1 度 分 日 方 级 个 件 只 支 台 套 循环 倍 比值 s K ratio trl TRL A a d y 安 巴 伏 欧 瓦 年 cp CP".split(
    " ",
  ),
);
// Parts of a quotient that are counters, months or letters where they stand alone.
const noUnitAlone = /^(?:[月季班平时西牛焦块立]|季度|mo|wk|yr|qtr|us|[A-Za-z])$/;
// Units that a text may name and the list does not hold, and tonnes of energy: read as what they are, unknown.
const foreign =
  /^\s?(?:mesh\b|目(?![前标的录])|rpm\b|r\/min\b|psi\b|atm\b|°F|Torr\b|dB(?:\(A\))?(?![a-z])|分贝|M(?=[\s,)]|$)|英镑|(?:kg|tons?)\/(?:batch|批)|吨\/班|€\/(?!(?:kg|t)(?![A-Za-z]))\S+|EUR(?!\/(?:kg|t)(?![A-Za-z]))(?:\/\S+)?|欧元(?!\/(?:吨|千克|公斤))(?:\/\S+)?)/;
// A known unit over something that no unit is known by, such as 0.3 mV/cycle.
const compound = /^\s?([A-Za-zμΩ]{1,5})\s?[/·]\s?[A-Za-z]{1,6}[23]?(?![A-Za-z])/;
const startOfUnit =
  /[A-Za-zµμΩ%‰°$每/吨公千克毫微纳百万亿元美人度摄个天周星年月小分秒次圈循完自工平立升瓦安伏欧兆吉太帕巴质摩米厘方日件套台只支当湿干实块磅盎牛焦西赫纳重钟礼欧刀£€]/;
// A word that begins with a unit's character: 从1.2升到1.5, 3周期, 2分别.
const ownWord =
  /^(?:升[到至高级温幅降华]|克[服隆]|米粒|分[别段级为析布开期]|天[津然]|周[边期转围]|吨位|安[全装徽]|秒杀|元[件素旦]|日[本均]|瓦特)/;
const times = "(?:week|day|hour|quarter|shift|month|周|季度?|班|小时|天|日|月)";
const otherRate = new RegExp(
  `^\\s?(?:(?:per|a|each|every)\\s${times}s?\\b|[/每]${times}(?![产处供需用采销均][^,，。;；/]{0,8}\\d)|weekly\\b|quarterly\\b)`,
  "i",
);
const basisRate = /^\s?(?:\/(?:年|a|y|yr)|(?:per|a) (?:year|annum)|p\.?a\.?(?![A-Za-z]))/i;

/**
 * The longest unit that starts at a place (a blank or hyphen before it allowed), as an id of the list. Null where none
 * does. [MT5]
 * @example readUnit(book, "tonnes a year", 0)?.unit // "t/a"
 */
export function readUnit(book: UnitBook, text: string, at: number): ReadUnit | null {
  const start =
    /[ ]/.test(text.charAt(at)) ||
    /^个(?:pp|%|[微毫纳]米|[Mμn]?[mg]|kg|t|℃|°)/.test(text.slice(at, at + 4)) ||
    /^-(?:[A-Za-z]{2}|t )/.test(text.slice(at, at + 3))
      ? at + 1
      : at;
  const own = book.asPrinted.exec(text.slice(at, at + 14));
  if (own && !isQuotient(text, at + own[0].length))
    return { end: at + own[0].length, unit: (own[1] ?? own[2] ?? own[3] ?? "").trim() };
  const unknown = foreign.exec(text.slice(start, start + 14));
  if (unknown) return { end: start + unknown[0].length, unit: null, doubt: "unit_unknown" };
  if (!startOfUnit.test(text.charAt(start)) || ownWord.test(text.slice(start, start + 2))) return null;
  const doubtful = readAmbiguous(book, text, start) ?? book.readOwn(text, start) ?? readElectric(text, start);
  if (doubtful) return doubtful;
  const listed = readListed(book, text, start);
  const composed = readComposed(book, text, start);
  // 20 t per week: an amount by a span of time that the list has no unit for.
  if (composed?.doubt && listed?.doubt === "rate_unknown") return listed;
  const shortest = listed?.unit === null ? listed.end - 1 : (listed?.end ?? start);
  const isLonger = composed !== null && composed.end > shortest;
  // 4800 kWh/t is a use, though the list knows it for a content.
  const isOther =
    composed?.end === listed?.end && (composed?.doubt !== undefined || listed?.doubt === "rate_unknown");
  return composed && (isLonger || isOther) ? goOn(book, text, composed) : listed;
}

/** 200 s per 100 mL: what stands alone as a unit goes on. */
function isQuotient(text: string, at: number): boolean {
  return /^ ?(?:\/|per ) ?\d/.test(text.slice(at, at + 8));
}

/** A unit of known parts; single letters and Han that are words besides are left to the list. */
function readComposed(book: UnitBook, text: string, start: number): ReadUnit | null {
  const read = composeUnit(book, text, start);
  if (!read) return null;
  const { parts, ...unit } = read;
  const surface = text.slice(start, read.end);
  if (parts === 1 && (ambiguous.has(surface) || noUnitAlone.test(surface))) return null;
  if (isInsideWord(text, read.end)) return null;
  return unit.unit === null ? { end: read.end, unit: null, doubt: "unit_unknown" } : unit;
}

function readListed(book: UnitBook, text: string, start: number): ReadUnit | null {
  for (let end = endOfUnitLetters(book, text, start); end > start; end--) {
    if (isInsideWord(text, end) || /[\s,，。]/.test(text.charAt(end - 1))) continue;
    if (/^\/[年月日][产处供需用采销均][^,，。;；/\n]{0,8}\d/.test(text.slice(end - 2, end + 10))) continue;
    // 6 m in diameter is no 6 min.
    if (/[A-Za-z] [a-z]{1,2}$/.test(text.slice(start, end))) continue;
    if (/\/a \d$/.test(text.slice(end - 2, end + 2))) continue;
    const surface = text.slice(start, end);
    const unit =
      surface.length > longestHan && /\p{Script=Han}/u.test(surface) ? null : unitOf(book, surface);
    if (unit) return goOn(book, text, { end, ...unit });
  }
  const whole = compound.exec(text.slice(start, start + 20));
  const isUnit = whole !== null && book.parse(whole[1] ?? "") !== null;
  return isUnit ? { end: start + whole[0].length, unit: null, doubt: "unit_unknown" } : null;
}

/** Where the letters end that any unit is written with: no longer stretch is worth looking at. */
function endOfUnitLetters(book: UnitBook, text: string, start: number): number {
  return start + (book.letters.exec(text.slice(start, start + book.longest))?.[0].length ?? 0);
}

/** 60度 may be warmth or energy, 150方 of air or of film, 12 ppm a share or a speed, 5000 mt tonnes or millions of them. */
function readAmbiguous(book: UnitBook, text: string, start: number): ReadUnit | null {
  const left = text.slice(Math.max(0, start - 30), start);
  if (/^方(?![/式案面向法位形程差])/.test(text.slice(start, start + 2))) {
    const isLiquid =
      /(?:流量|处理|卤|水|液|浆|罐|池|容积|釜|排|吸收|反应|萃)[^,，。;；]*$/.test(left) ||
      /^方(?:卤|水|液|浆)/.test(text.slice(start));
    return { end: start + 1, unit: "m3", ...(isLiquid ? {} : { doubt: "unit_ambiguous" as const }) };
  }
  if (
    /^ppm/i.test(text.slice(start, start + 3)) &&
    /(?:节拍|产能|线速|产速|效率|速度|整线|产线|takt|(?<![A-Za-z])CT(?![A-Za-z])|\bline\b|machine|设备|机台)[^,，。;；:\n/]*(?:: ?[<>≥≤]? ?[\d.~-]*)?$/i.test(
      left,
    )
  )
    return { end: start + 3, unit: "ppm", doubt: "unit_ambiguous" };
  if (
    /^T(?![A-Za-z\d/])/.test(text.slice(start, start + 2)) &&
    /(?:磁|magnet|field)[^,，。;；]*$/i.test(left)
  )
    return { end: start + 1, unit: null, doubt: "unit_unknown" };
  const day = /^个?日(?=[以之]?内|出(?:结果|报告|具|货))/.exec(text.slice(start, start + 4));
  if (day) return { end: start + day[0].length, unit: "days" };
  if (/^度(?!\/|的?电|电)/.test(text.slice(start, start + 3))) {
    const before = text.slice(Math.max(0, start - 16), start);
    if (/[用耗省电发]电[^,，。;；温]*$/.test(before)) return { end: start + 1, unit: "kWh" };
    if (
      /(?:温|零下|零上|低至|高寒|[夏冬]天|最[冷热]|加热|烧结|煅烧|焙烧|烘|冷冻)[^,，。;；]*$/.test(before) ||
      /^度(?:循环|存储|储存|搁置|烘|保温|煅烧|烧结|下[^降]|高温)/.test(text.slice(start, start + 4))
    )
      return { end: start + 1, unit: "°C" };
    return { end: start + 1, unit: "°C", doubt: "unit_ambiguous" };
  }
  if (/^度的?电/.test(text.slice(start, start + 3)))
    return { end: text.indexOf("电", start) + 1, unit: "kWh" };
  const tonnes = /^(?:mtpa|MTPA|mt(?:\/| per | a )(?:y|a|yr|year))(?![A-Za-z])/.exec(
    text.slice(start, start + 14),
  );
  if (tonnes) return { end: start + tonnes[0].length, unit: "t", doubt: "unit_ambiguous" };
  const lot = /^(?:mt|MT)s?(?![A-Za-z])/.exec(text.slice(start, start + 4));
  const isMillions =
    lot !== null && (/\d\.\d+ ?$/.test(left) || /(?:reserve|resource|deposit|储量|资源量)/i.test(left));
  if (!lot) return null;
  if (isMillions) return { end: start + lot[0].length, unit: "t", doubt: "unit_ambiguous" };
  const composed = readComposed(book, text, start);
  return composed ? goOn(book, text, composed) : null;
}

function goOn(book: UnitBook, text: string, read: ReadUnit): ReadUnit {
  const rest = text.slice(read.end, read.end + 18);
  const stated = book.basis?.after.exec(rest) ?? null;
  const basis = stated ? onBasis(book, read.unit) : null;
  if (stated && basis) {
    const end = read.end + stated[0].length;
    const rate = basisRate.exec(text.slice(end, end + 12));
    const yearly = rate ? yearlyUnitOf(book, basis) : null;
    return rate && yearly
      ? { ...read, end: end + rate[0].length, unit: yearly }
      : { ...read, end, unit: basis };
  }
  const million = stated ? book.convert("1", read.unit ?? "", "t") : null;
  if (stated && million?.ok)
    return {
      ...read,
      end: read.end + stated[0].length,
      unit: `t ${book.basis?.name}`,
      factor: million.value.toFixed(),
    };
  // 0.8元/只: money by a thing that the list does not count.
  if (/^(?:CNY|USD|10k CNY)$/.test(read.unit ?? "") && isCounted(rest))
    return { ...read, end: read.end + 2, doubt: "rate_unknown" };
  const rate = otherRate.exec(rest);
  const isRated = book.parse(read.unit ?? "")?.dimension.match(/mass|energy|area|pieces|volume/);
  if (!rate || !isRated) return read;
  const end = read.end + rate[0].length;
  const per = /month|月/i.test(rate[0]) ? "month" : /quarter|季/i.test(rate[0]) ? "quarter" : null;
  const rated = per ? book.parse(`${read.unit}/${per}`) : null;
  return rated ? { ...read, end, unit: rated.id } : { ...read, end, doubt: "rate_unknown" };
}

/** The unit of the same amount on the basis of the field: t/a becomes t LCE/a. Null where the list has none. */
export function onBasis(book: UnitBook, unit: string | null): string | null {
  const [amount, ...rate] = (unit ?? "").split("/");
  return book.parse([`${amount} ${book.basis?.name}`, ...rate].join("/"))?.id ?? null;
}

function isInsideWord(text: string, end: number): boolean {
  const next = text.charAt(end);
  // 85°C7天: a temperature and then a time.
  if (/^°C\d$/.test(text.slice(end - 2, end + 1))) return false;
  return (
    (/[A-Za-z]/.test(text.charAt(end - 1)) && /[A-Za-z0-9%‰]/.test(next)) ||
    (/[/·]/.test(next) &&
      !/\d/.test(text.charAt(end + 1)) &&
      !isParting(text.slice(end, end + 40)) &&
      !isOfOne(text, end))
  );
}

/** 5MWh/台, 2.2kg/只: what one holds; a share by the piece is another thing. */
function isOfOne(text: string, end: number): boolean {
  return (
    !/[%‰]/.test(text.charAt(end - 1)) &&
    !/^\/ ?次/.test(text.slice(end)) &&
    isCounted(text.slice(end, end + 12))
  );
}

function unitOf(book: UnitBook, surface: string): { unit: string; factor?: string } | null {
  if (/^[-+~\d.]/.test(surface)) return null;
  if (/^[GDSMYBCPNIk]$/.test(surface)) return null;
  if (ambiguous.has(surface) || /^(?:min\.|[A-Z]\.)/.test(surface))
    return surface === "年" ? { unit: "years" } : null;
  const unit = book.parse(surface);
  return unit && !isOtherCase(surface, unit.id) ? { unit: unit.id } : null;
}

/** mWh is no MWh: an m or M that differs from the list's spelling is another prefix. */
function isOtherCase(surface: string, id: string): boolean {
  return (
    /^[mM]/.test(surface) &&
    /^[mM]/.test(id) &&
    surface[0] !== id[0] &&
    surface.toLowerCase() === id.toLowerCase()
  );
}

/** An amount by a span of time, in the unit that the list has for it: kg a month in t/month. Null where it has none. */
export function rateOf(
  book: UnitBook,
  unit: string,
  per: "a" | "quarter" | "month" | "d" | "h",
): { unit: string; factor?: string } | null {
  const own = book.parse(`${unit}/${per}`);
  if (own) return { unit: own.id };
  for (const larger of ["t", "m2", "pcs", "GWh"]) {
    const target = book.parse(`${larger}/${per}`);
    const factor = target ? book.convert("1", unit, larger) : null;
    if (target && factor?.ok) return { unit: target.id, factor: factor.value.toFixed() };
  }
  return null;
}

/** The yearly rate of an amount, where the list has one: t becomes t/a. Null for amounts without. */
function yearlyUnitOf(book: UnitBook, unit: string): string | null {
  return book.parse(`${unit}/a`)?.id ?? null;
}
