import type { Quantity } from "@lilink/engine/quantity";
import type { Span } from "@lilink/engine/text";
import { convertUnit } from "../../chain/index.ts";
import { wordsBefore } from "../analyze/words-beside.ts";
import amountsJson from "../data/amounts.json" with { type: "json" };
import { dimensionOf } from "../quantity/chain-units.ts";
import type { Place } from "./bind-figure.ts";
import type { NamedThing } from "./head-table.ts";

const amountDimensions = new Set([
  "mass",
  "mass_rate",
  "mass_lce",
  "mass_lce_rate",
  "mass_daily",
  "energy",
  "energy_rate",
  "area",
  "area_rate",
  "pieces_rate",
]);
const [packed, packing, sampled, samplesBehind, spaced, spacedBehind] = (
  ["packed", "packing", "sampled", "samplesBehind", "spaced", "spacedBehind"] as const
).map((key) => new RegExp(amountsJson[key], "iu")) as [RegExp, RegExp, RegExp, RegExp, RegExp, RegExp];
// 每月最少90吨 is no least order: at least so much a month.
const leastRate = /(?<=每个?[月年周]|一个?月|全年)(?:的)?最[小少]$/;
const onRecord =
  /^(?:及?以上)?的?[^,，。;；\d]{0,8}(?:业绩|案例|合同金额)|^ ?(?:or more )?(?:as|in|of) (?:past |previous )?(?:references?|supply records?)\b/i;
const followed =
  /^ (?:for|as) (?:the |a |our )?(?:first|initial|trial) (?:trial )?(?:lots?|orders?|batch|deliver(?:y|ies)|shipments?)\b[^.\n]{0,12}\b(?:then|thereafter|afterwards|later)\b/i;
const film = /^mat\.sep$|^mat\.aux$/;
// Goods are not sold by the gram, nor energy by the kilowatt-hour: these are of one piece.
const leastOf: Readonly<Record<string, readonly [least: number, unit: string]>> = {
  mass: [0.5, "kg"],
  energy: [6, "MWh"],
};

export function isAmount(quantity: Pick<Quantity, "unit">): boolean {
  return amountDimensions.has(dimensionOf(quantity));
}

/** Whether it is so many pieces. */
export const isCount = ({ unit }: Pick<Quantity, "unit">): boolean =>
  /^(?:pcs|sets|10k pcs)$/.test(unit ?? "");

/**
 * Whether an amount is one of goods: no packing, sample, floor or single piece. [MT56]
 * @example 20 kg of 20kg/袋 is none
 */
export function isOfGoods(quantity: Quantity, place: Place, things: readonly NamedThing[]): boolean {
  // 2000平起: the least that one sells.
  if (place.text[quantity.end - 1] === "起" && /^(?:mass|area|energy)$/.test(dimensionOf(quantity) ?? ""))
    return false;
  const left = place.text.slice(place.left.start, place.left.end);
  const right = place.text.slice(place.right.start, place.right.end);
  // 年产2万吨氢氧化锂项目招标: what the plant is to make for which something is bought.
  if (
    /年产[^,，。;；\d]{0,4}$/.test(left) &&
    /^[^,，。;；\d]{0,16}(?:项目|工程|产线|生产线|装置)/.test(right)
  )
    return false;
  // 400 kg for the first lot, then 2.5 t a month: the amount is what follows.
  if (followed.test(place.text.slice(quantity.end, quantity.end + 60))) return false;
  // 单笔200吨以上的供货业绩: what a bidder has sold before. 百公斤级中试 is of that scale.
  if (onRecord.test(right) || /^级[^,，。;；]{0,4}(?:中试|试验|验证|小试)/.test(right)) return false;
  if (
    packed.test(right) ||
    packing.test(left.replace(leastRate, "")) ||
    sampled.test(left) ||
    samplesBehind.test(right)
  )
    return false;
  const dimension = dimensionOf(quantity);
  // 产能2GWh without a time is what a plant can make, and no lot of cells.
  if (dimension === "energy" && /产能[^,，。;；\d]{0,3}$/.test(left)) return false;
  if (
    dimension === "area" &&
    (spaced.test(left) || spacedBehind.test(right) || !things.some(({ stage }) => film.test(stage)))
  )
    return false;
  const [least, unit] = leastOf[dimension] ?? [];
  if (least === undefined || unit === undefined) return true;
  const size = convertUnit(quantity.high ?? quantity.value, quantity.unit ?? "", unit);
  return !size.ok || size.value.gte(least);
}

/** 每批500kg样品: samples are sent by such lots, and nothing is made in them. [MT106] */
export function isSampleLot(text: string, { end }: Span): boolean {
  return samplesBehind.test(text.slice(end, end + nearAmount)) || text.startsWith("样品", end);
}

const electric = /^(?:voltage|charge|current|electric|energy)/;
const electricUnit = /^(?:[kmM]?V|[m]?Ah|[kMG]?Wh?|A)$/;
const sameRow = /^ ?(?:each|per unit|一[台套个])? ?[,，、;；/] ?$/;

/** 48 V, 100 Ah, 42 kg: a mass in one row with the electric figures of a piece is what that piece weighs. */
export function isOfPiece(text: string, quantities: readonly Quantity[], index: number): boolean {
  const own = quantities[index];
  if (!own || dimensionOf(own) !== "mass") return false;
  const isElectric = ({ unit }: Quantity) =>
    electricUnit.test(unit ?? "") || electric.test(dimensionOf({ unit }) ?? "");
  const [before, behind] = [quantities[index - 1], quantities[index + 1]];
  return (
    (before !== undefined && isElectric(before) && sameRow.test(text.slice(before.end, own.start))) ||
    (behind !== undefined && isElectric(behind) && sameRow.test(text.slice(own.end, behind.start)))
  );
}

const listed = /^ ?(?:[、/]|和|与|及|或|and|or) ?\p{Script=Han}{0,5}$/u;

/** Whether an amount stands in one list with another: what the one is none of, the other is none of either. */
export function isInList(text: string, other: Quantity | undefined, quantity: Quantity): boolean {
  if (!other || dimensionOf(other) !== dimensionOf(quantity) || other.end > quantity.start) return false;
  // 3 万吨/年拆解、1 万吨/年破碎: what is done stands behind each.
  return listed.test(text.slice(other.end, quantity.start).replace(/^\p{Script=Han}{1,4}(?=、)/u, ""));
}

const plantAmount =
  /(?:年产|产能|合计|总计|总共)[^,，。;；\d]{0,4}$|\b(?:plants?|lines?|factory|site|works|(?:annual|yearly) (?:capacity|output))\b[^,.;\d]{0,20}$/i;
const supplied =
  /(?:[月周季年日]供|可供|可售|可出|外售|外销|出售|能供|供货|供应|对外|可?开放|可接单?|还能接)[^,，。;；\d]{0,5}$|\b(?:can supply|can offer|we offer|offering|sell|supply|free|available|allocate|on offer)\b[^,.;\d]{0,12}$/i;
const nearAmount = 40;

/** Whether an amount is what a plant makes in all. */
export function isOfPlant(text: string, { start, end }: Quantity): boolean {
  const before = text.slice(Math.max(0, start - nearAmount), start);
  return plantAmount.test(before) || (ownLine.test(before) && lineBehind.test(text.slice(end, end + 12)));
}

// 有一条5000吨/年的碳化提纯线, we run a 5,000 t/a line
const ownLine =
  /(?:有|建成?)(?:[一二两三四五\d]{1,2}[条套座])?$|\b(?:have|run|operate|own)s? (?:an?|one|two|our) $/i;
const lineBehind =
  /^(?:的|级)?[\p{Script=Han}]{0,8}(?:线|装置|车间)|^ (?:[a-z-]+ ){0,2}(?:line|plant|unit)s?\b/iu;

const unused =
  /(?:空闲|富余|剩余|闲置|空余|余下|未用)(?:的)?(?:产能|能力|产线)?(?:合计|共计?|总计|约|还有|有)?[^,，。;；\d]{0,4}$|\b(?:free|spare|idle|open|unused) capacity(?: of| is| about| around|:| for)*[^,.;\d]{0,12}$/i;

/** Whether the words before an amount offer it: of work for others also what a line has free. */
export function isSupplied(text: string, { start }: Quantity, isToll: boolean): boolean {
  const before = text.slice(Math.max(0, start - nearAmount), start);
  return supplied.test(before) || (isToll && unused.test(before));
}

const capacityOf =
  /(?:(?:投标人|投标方|供应商|供方|卖方|承制方|乙方)[^。;；\d]{0,24}产能|\b(?:bidders?|suppliers?|tenderers?|vendors?|sellers?|makers?)\b[^.;\d]{0,60}\bcapacity)[^,，。;；\d]{0,20}$/i;

/** Whether an amount is the capacity that a buyer wants his supplier to have. */
export function isCapacityAsked(text: string, { op, start }: Quantity, offers: boolean): boolean {
  return !offers && op === ">=" && capacityOf.test(text.slice(Math.max(0, start - 100), start));
}

const rated =
  /\b(?:nameplate|rated|sized|designed|capable|supports?)(?: (?:capacity|output|at|for|of|is|to))*:? (?:about |ca\.? |some )?$|(?:产能|产量|规模|处理能力)[^,，。;；\d]{0,4}$|\b(?:capacity|output)(?: (?:of|is|at|at least|about|not below))*:? (?:at least )?$/i;

/** 单条产能不低于5000吨/年, nameplate 4,000 t a year: what a machine can do, by the words before it. */
export function isRated(text: string, { unit, core }: Pick<Quantity, "unit" | "core">): boolean {
  return /\/a$/.test(unit ?? "") && rated.test(wordsBefore(text, core, /[,，。;；\n]|\. /, nearAmount));
}

const monthly = /每个?月|一个?月|月均|\b(?:a|per|each|every) month|\bmonthly/i;
// 40 t in stock, 100 t every month after that: what follows a first lot is no capacity either.
const later =
  /后面|后续|之后|以后|往后|随后|[还再]能|稳定[给供]|\b(?:then|later|afterwards|thereafter|after that|from then on|further)\b/i;
const ofCapacity = /产能|产量|能力|\bcapacity|\boutput/i;

/** 3,000 t for 2027, 250 t a month: how an amount that stands already is spread, and no capacity. [MT104] */
export function isPace(
  text: string,
  whole: { readonly amount: string; readonly unit: string | null },
  { value, unit, start, end }: Pick<Quantity, "value" | "unit"> & Span,
): boolean {
  if (!/month$/.test(unit ?? "") || /month$/.test(whole.unit ?? "")) return false;
  const left = wordsBefore(text, { start }, /[,，、。;；\n]|\. /, nearAmount);
  return (
    (Number(value) < Number(whole.amount) || later.test(left)) &&
    !ofCapacity.test(left) &&
    monthly.test(`${left}${text.slice(start, end + 12)}`)
  );
}

const tolerance = /\s?[(（]?\s?(?:±|\+ ?\/ ?-)/;

/** Of a range the upper end is needed and the lower one sure to be had; of an amount with a tolerance the amount itself: 1200吨(±5%) is 1200 t. */
export function nominalOf({ value, high, start, end }: Quantity, text: string, offers = false): string {
  if (high === undefined) return value;
  if (!tolerance.test(text.slice(start, end))) return offers ? value : high;
  return String(Number(((Number(value) + Number(high)) / 2).toPrecision(12)));
}

/** The words of an amount without its tolerance, 600吨 of 600吨(±10%), and with the one before a range of it: between 40 and 60 t. */
export function withoutTolerance(place: Span, text: string): Span {
  const at = text.slice(place.start, place.end).search(tolerance);
  const led = /\bbetween $/i.exec(text.slice(0, place.start))?.[0].length ?? 0;
  return { start: place.start - led, end: at > 0 ? place.start + at : place.end };
}

const takenIn =
  /(?:年处理|处理能力|年(?:处理)?产能|处理规模|年加工)量?[为是约达到在]{0,2}$|\b(?:handles?|process(?:es)?|treats?|throughput of|capacity(?: of)?):? (?:up to |about |some )?$/i;

/** So much a year that works take in, by the words before it: 年处理2万吨, handles 20,000 t a year. [MT112] */
export function isTakenIn(left: string, unit: string | null): boolean {
  return /^k?t\/a$/.test(unit ?? "") && takenIn.test(left);
}

const totalBefore =
  /(?:共计?|合计|总[计量共]|全年|年度)[^,，。;；\d]{0,4}$|\b(?:in total|a total of|total(?:ling)?|altogether)[^.,;\d]{0,8}$/i;
const totalBehind = /^ ?(?:in total|in all|altogether|a year|per year)\b/i;

/** The amount that stands in the title and once more below, and what it comes to: 每月120吨,一年共1440吨. A stock of 1,440 t is another amount. [MT104] */
export function isVolumeAgain(text: string, one: Quantity, volume: Quantity | null): boolean {
  if (volume === null) return false;
  const isPaced = ({ unit }: Quantity) => /\/month$/.test(unit ?? "");
  const [whole, pace] = isPaced(volume) ? [one, volume] : [volume, one];
  const goods = pace.unit?.replace("/month", "") ?? "";
  if (isPaced(pace) && !isPaced(whole) && one.high === undefined) {
    const months = Number(whole.value) / Number(pace.value);
    const isTold =
      totalBefore.test(text.slice(Math.max(0, whole.start - nearAmount), whole.start)) ||
      totalBehind.test(text.slice(whole.end, whole.end + nearAmount));
    return whole.unit === `${goods}/a`
      ? months === 12
      : whole.unit === goods && isTold && Number.isInteger(months);
  }
  return one.value === volume.value && one.high === volume.high && one.unit === volume.unit;
}
