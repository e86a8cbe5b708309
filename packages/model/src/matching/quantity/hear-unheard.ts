import { parseUnit } from "../../chain/index.ts";
import { isRefused } from "./hear-refusal.ts";
import type { Quantity, QuantityDoubt } from "./quantity.ts";

const clauseEnd = /[,，;；。\n、()（）]|\. /;
const sentenceEnd = /[;；。\n]|\. /;
const limitBefore =
  /(?:低于|少于|小于|高于|超过|超出|大于|多于|不足|不到|至少|至多|最多|最少|起码|上限|下限|封顶|保底|托底|限[定制值量]|跌破|站上|不晚于|不迟于|[≥≤<>]|\b(?:at least|at most|not? (?:more|less|later|fewer|lower|higher) than|exceed\w*|(?<!\/)(?:max|min)(?:imum|\.)?(?![A-Za-z])(?! (?:order|lot))|(?:upper|lower) limit|limit(?:s|ed)? (?:of|is|for|to)|up to|above|below|under|within|less than|more than))/i;
const limitAfter =
  /(?:以上|以下|以内|之内|(?<![A-Za-z])(?:max|min)(?:imum|\.)?(?![A-Za-z])|\bor (?:more|less|lower|higher|above|below|better)\b|\bat (?:least|most)\b)/i;
const upperAfter = /^ ?(?:以下|以内|之内|max|or (?:less|lower|below)|at most)/i;
const lowerAfter = /^ ?(?:以上|min(?![a-z])|minimum|or (?:more|higher|above)|at least)/i;
const rateWord =
  /单吨|吨均|每(?:[百千万]|年|月|周|天|日|季度?|小时|班|炉|吨|公斤)|(?:年|月|日|周)均|(?:^|[^\d半个一二两三四五六七八九十全今明去后前])[年月日](?=产|供|需|用|处理|采购|收购|消耗|回收)|\b(?:per|each|every) (?:year|month|week|day|hour|quarter|shift|tonne|ton|kg)\b|\b(?:annual|monthly|weekly|daily|hourly|quarterly)(?:ly)?\b/i;
// A denial that is none of the limit's own words may turn it round: 我们不做2.5以下的, nothing below, 5 % is too much.
const denial =
  /不(?![?？]|含税?|可抗力|[分起爆开脱漏燃冒析]|(?<=能不)能|(?<=行不)行|锈|良|同|仅|但|限|变|错|断|计|等|锈钢|定|包|可逆|合格|计税|止|只|用说|过|少|溶|稳|均|足|到|平衡|确定|对称|超|高于|低于|大于|小于|少于|多于)|没(?!食)|(?<![稀钝默])勿|并非|别(?=[给超低高])|免谈|拒(?!收率|绝率)|\b(?:no(?![.°]| ?\d)|not(?! including)|nothing|never|none|nobody|neither|nor|cannot|no-go|too (?:much|high|low|many|little|large|small|thick|thin|long|short)|unless|fail\w*)\b|n['’]t\b/i;
const mistaken =
  /(?:写成|误写|误标|误为|错写|错标|错成|笔误|打错|mistyped|misprint\w*|erroneously|wrongly)[^,，。;；]{0,8}$/i;
// What another figure was, or what this one is held against, is not what is meant now.
const reference =
  /(?:(?:上次|上批|上回|上一批|此前|以往|往年|过去|定额|基准|行业(?:平均|均值)|(?<!比)较)(?:(?![提升增减降])[^,，。;；]){0,10}|\b(?:previous(?:ly)?|formerly|used to|last (?:time|batch|lot|order)|compared (?:to|with)|against)\b[^,.;]{0,24})$/i;
const referenceAfter = /^ (?:threshold|limit|mark|benchmark|baseline|target|quota|allowance|ceiling)\b/i;
// 9 9 . 5 and 4 . 5: digits that blanks have parted. A blank also parts two cells of a table.
const step =
  /(?:每(?:超过?|高|低|增加?|降低?|减少?|[上下]升|下降|多|少|差|提高)[^,，。;；\d]{0,4}|\b(?:for|per) (?:each|every) (?:further|additional|extra)?\s*)$/i;
// 12.3w is money to a Chinese buyer and power to an engineer; 99 min is a purity or a time.
const shareWord =
  /(?:purity|assay|content|grade|density|capacity|retention|efficiency|yield|strength|moisture|含量|纯度|[^功]率)/i;
const parted = /(?:(?:^|[^A-Za-z\d.])\d[\d.]*|\d ?\.) $/;
// AC380V±10%: what deviates was not read. 常温~60°C: one end has no figure.
const looseDeviation = /[A-Za-z\d°%](?:±|\+\/-) ?$/;
const openRange = /(?:[常室]温|RT|ambient) ?[~至到-] ?$/i;
const rated = new Set(["mass", "mass_lce", "energy", "area", "pieces", "volume"]);
// What goes on behind a unit is another unit or a part of it.
const goesOn =
  /^(?:-(?!class)[A-Za-z]|[/·*^](?=[A-Za-z\p{Script=Han}μ])|的?(?:[一二两三四五六七八九十\d]+倍|[一二三四五六七八九十百千]分之))/u;
const container =
  /^\/ ?(?:袋|箱|桶|批|包|托|车|罐|卷|盘|次|件|只|个|组|份|人|线|条|炉|(?:bag|drum|pallet|box|truck|lot|container|batch|ctn|roll|pack|can|bottle|cell|piece)(?![a-z]))/;
const listJoint = /^ ?(?:、|\/|和|与|及|以及|and |, )/;
const goesTo =
  /(?:旺季|淡季|高峰|峰值|其中|一期|二期|三期|余下|其余|扩(?:产|至|到|建)|增(?:至|到|加)|[能可][到达]|peak|rising|growing|ramp\w*|of which|phase|expand\w*)[^,，]*$/i;
const tonneWord = /每吨|[单度]吨|吨(?:均|成本|毛利|利润)|度电|\bper (?:tonne|ton|kg|kWh)\b/i;
const ownBase = /^ ?(?:\/|per\b|each\b|every\b|每)/;

type Heard = {
  readonly text: string;
  readonly quantity: Quantity;
  readonly previous: Quantity | undefined;
  readonly next: Quantity | undefined;
  /** The words of its clause before and after it that are no other quantity's. */
  readonly before: string;
  readonly after: string;
  /** What follows its unit. */
  readonly rest: string;
};

const rules: readonly (readonly [QuantityDoubt, (heard: Heard) => boolean])[] = [
  ["separator", ({ text, quantity, rest }) => isParted(text, quantity) || /^ ?\. ?\d/.test(rest)],
  ["unit_unknown", (heard) => isUnder(heard)],
  ["unit_unknown", ({ rest }) => goesOn.test(rest) && !container.test(rest)],
  [
    "fraction",
    ({ text, quantity, previous }) =>
      previous?.unit === null && gapOf(text, previous, quantity).trim() === "/",
  ],
  ["bound", ({ text, quantity }) => step.test(text.slice(0, quantity.core.start).slice(-24))],
  [
    "bound",
    ({ text, quantity, before, after }) => denial.test(`${before} ${after}`) && !isRefused(text, quantity),
  ],
  ["unit_unknown", ({ text, quantity }) => looseDeviation.test(text.slice(0, quantity.core.start).slice(-5))],
  ["bound", ({ text, quantity }) => openRange.test(text.slice(0, quantity.core.start).slice(-8))],
  ["unit_ambiguous", (heard) => isShorthand(heard)],
  [
    "bound",
    ({ before, rest }) => mistaken.test(before) || reference.test(before) || referenceAfter.test(rest),
  ],
  [
    "rate_unknown",
    ({ quantity, before, rest }) => isMoney(quantity) && (ownBase.test(rest) || tonneWord.test(before)),
  ],
  [
    "bound",
    ({ quantity, before, after }) =>
      !quantity.explicit && (limitBefore.test(before) || limitAfter.test(after)),
  ],
  [
    "bound",
    ({ quantity: { op }, after }) =>
      (op === ">=" && upperAfter.test(after)) || (op === "<=" && lowerAfter.test(after)),
  ],
  [
    "rate_unknown",
    ({ quantity, before, after }) => isAmount(quantity) && (rateWord.test(before) || rateWord.test(after)),
  ],
  ["rate_unknown", (heard) => isPartOfRate(heard)],
  ["rate_unknown", (heard) => isStillRated(heard)],
];

/**
 * What the clause of a number says and the reading has not used makes it unsure: a limit or a span of time further off, a
 * unit that goes on, a number under a line, parted digits, a figure that is called a mistake or another's. [MT52]
 * @example hearUnheard("不晚于合同生效后45天", quantities)[0]?.doubt // "bound"
 */
export function hearUnheard(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const heard: Quantity[] = [...quantities];
  for (let index = heard.length - 1; index >= 0; index--) {
    const quantity = heard[index];
    if (!quantity || quantity.doubt !== undefined || quantity.unit === null) continue;
    const context = contextOf(text, quantity, heard[index - 1], heard[index + 1]);
    const rule = rules.find(([, applies]) => applies(context));
    if (rule) heard[index] = { ...quantity, doubt: rule[0] };
  }
  return heard;
}

function contextOf(text: string, quantity: Quantity, previous?: Quantity, next?: Quantity): Heard {
  const { start, end, core } = quantity;
  const floor = Math.max(previous?.end ?? 0, start - 60);
  const ceiling = Math.min(next?.start ?? text.length, end + 60);
  const before = text.slice(floor, start).split(clauseEnd).at(-1) ?? "";
  const after = text.slice(end, ceiling).split(clauseEnd)[0] ?? "";
  return { text, quantity, previous, next, before, after, rest: text.slice(core.end, core.end + 12) };
}

function isParted(text: string, { core }: Quantity): boolean {
  const before = text.slice(Math.max(0, core.start - 12), core.start);
  // 1，250 may be one number or two.
  const isGrouped =
    /(?:^|[^\d.])\d{1,3};$/.test(before) && /^\d{3}(?!\d)/.test(text.slice(core.start, core.start + 4));
  return isGrouped || parted.test(before);
}

/** 12.3w, 99 min behind a purity, a currency before what is no money. */
function isShorthand({ text, quantity, before }: Heard): boolean {
  const surface = text.slice(quantity.core.start, quantity.core.end);
  if (quantity.unit === "W" && surface.endsWith("w")) return true;
  if (quantity.unit === "min" && / min$/.test(surface) && shareWord.test(before)) return true;
  const isPaid = /(?:[$¥€£]|USD|CNY|RMB|EUR) ?$/.test(
    text.slice(quantity.core.start - 5, quantity.core.start),
  );
  return isPaid && !/^(?:money|price)/.test(dimensionOf(quantity));
}

/** 290 ml/100 g: the number under the line of a unit that was not read. */
function isUnder({ text, quantity, previous }: Heard): boolean {
  const isBehindLine = text.charAt(quantity.start - 1) === "/";
  return isBehindLine && previous?.end !== quantity.start - 1;
}

/** 4.6 kWh and 12 L of water per kg: what is doubtful of the last of a list is so of all. */
function isPartOfRate({ text, quantity, next }: Heard): boolean {
  return (
    isAmount(quantity) &&
    next?.doubt === "rate_unknown" &&
    listJoint.test(gapOf(text, quantity, next)) &&
    !sentenceEnd.test(gapOf(text, quantity, next))
  );
}

/** 一个月用三四百吨,旺季能到六百吨: what a yearly or monthly amount goes on to may be by the same span of time. */
function isStillRated({ text, quantity, previous }: Heard): boolean {
  if (!previous || !isAmount(quantity) || previous.unit === null) return false;
  const isRate = dimensionOf(previous).startsWith(`${dimensionOf(quantity)}_rate`);
  const gap = gapOf(text, previous, quantity);
  return isRate && goesTo.test(gap) && !sentenceEnd.test(gap);
}

function gapOf(text: string, first: Quantity, second: Quantity): string {
  return text.slice(first.end, second.start);
}

function isMoney(quantity: Quantity): boolean {
  return dimensionOf(quantity).startsWith("money");
}

function isAmount(quantity: Quantity): boolean {
  return rated.has(dimensionOf(quantity));
}

function dimensionOf({ unit }: Quantity): string {
  return unit === null ? "" : (parseUnit(unit)?.dimension ?? "");
}
