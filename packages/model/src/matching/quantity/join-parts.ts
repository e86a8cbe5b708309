import type { Quantity } from "@lilink/engine/quantity";
import { Decimal } from "decimal.js";
import { convertUnit } from "../../chain/index.ts";
import { isAmount } from "../propose/tell-volume.ts";
import { dimensionOf } from "./chain-units.ts";

// 6 µm, tolerance ±0.2 µm; 厚度6μm，公差±0.2μm
const tolerance =
  /^ ?[,，;；(（]? ?(?:with |and )?(?:an? |the )?(?:thickness |size )?(?:tolerances?(?: of)?|deviation(?: of)?|(?:允许|厚度)?(?:公差|偏差)|允差|波动)(?:为|是|在|控制在)?[:：]? ?$/i;
const at = /^ ?(?:at|@) ?$/i;
const limitBehind = /^ ?(?:or (?:above|more|higher|better|over)|and (?:above|up)|以上|minimum\b|min\b)/i;
const limitBehindMost = /^ ?(?:or (?:below|less|lower|under)|and below|以下|maximum\b|max\b)/i;
// 0.0003% (3 ppm), 20 t (about 20,000 kg)
const again =
  /^ ?[(（] ?(?:即|约|合|折合|相当于|等于|i\.e\.,? ?|or |about |equals? |equal to |that is )?[=≈]? ?$/i;
const againEnd = /^ ?[)）]/;
// 不低于94%,且不高于96%; not less than 5 and not more than 8 µm
const otherEnd = /^ ?[,，、;；]? ?(?:而?且|并且?|但|同时|和|and|but|yet)? ?(?:也|还|应|须|也应)? ?$/i;
const endBehind = /^ ?(?:[,，、。.;；:：)）\n]|$|的|为宜|之间)/;
// 60 t, sorry, 50 t; 五吨,哦不对,是八吨: what was said by mistake.
const taken =
  /^ ?[,，.。;；:：(（—–-]{0,3} ?(?:哦|噢|啊|呃|额|嗯)?[,，]? ?(?:不对|不是|错了|[说写打记]错了?|口误|笔误|更正)[,，:：]? ?(?:一?下)?[,，:：]? ?(?:应该?(?:为|是)|改[为成]|是)?[,，:：]? ?$|^ ?[,.;(—–-]{0,3} ?(?:oh,? |er,? |um,? )?(?:sorry|correction|I mean(?:t)?|no,? wait|scratch that|make (?:that|it)|I should say|I(?= ?$)|pardon)\b[,.:;]? ?(?:I mean(?:t)?|make (?:that|it)|it(?:'s| is| should be)|not that but|rather)?[,:]? ?$/i;
// As far as rounding takes two ways of saying one size apart.
const rounding = 0.02;

/**
 * Figures that are said in two parts are one: a value and its tolerance, and a value whose limit stands behind what it holds at
 * (10 mS/cm at 25 °C or above). [MT91] A value in brackets right behind a value of its dimension is that value said again. [MT106]
 */
export function joinParts(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const joined: Quantity[] = [];
  for (const quantity of quantities) {
    const before = joined.at(-1);
    const gap = before ? text.slice(before.end, quantity.start) : "";
    if (before && isTakenBack(before, quantity, gap)) joined[joined.length - 1] = quantity;
    else if (before && isBase(before, quantity, gap))
      joined[joined.length - 1] = { ...quantity, start: before.start };
    else if (before && isToleranceOf(before, quantity, gap))
      joined[joined.length - 1] = within(before, quantity);
    else if (before && isSaidAgain(text, before, quantity, gap))
      joined[joined.length - 1] = {
        ...before,
        end: quantity.end + (againEnd.exec(text.slice(quantity.end))?.[0].length ?? 0),
        ...(isSameSize(before, quantity) ? {} : { doubt: "two_values" as const }),
      };
    else if (before && isOtherEnd(text, before, quantity, gap))
      joined[joined.length - 1] = spanOf(before, quantity);
    else if (before && takesLimit(text, before, quantity, gap)) {
      joined[joined.length - 1] = { ...before, op: quantity.op, explicit: true };
      joined.push({ ...quantity, op: "=", explicit: false, end: quantity.core.end });
    } else joined.push(quantity);
  }
  return joined;
}

function isToleranceOf(before: Quantity, { op, value, high, unit }: Quantity, gap: string): boolean {
  const isSpread = op === "range" && high !== undefined && value === `-${high}`;
  const isPlain = before.high === undefined && before.doubt === undefined;
  return isSpread && isPlain && (unit === before.unit || unit === null) && tolerance.test(gap);
}

/** 一吨一万二: what a price is by stands before it, and is no amount. */
function isBase(before: Quantity, { unit }: Quantity, gap: string): boolean {
  return before.value === "1" && before.op === "=" && gap === "" && unit === `CNY/${before.unit}`;
}

/** What is corrected at once was never said: 60 t, sorry, 50 t a month. [MT107] */
function isTakenBack(before: Quantity, quantity: Quantity, gap: string): boolean {
  const isSameKind =
    before.unit === null ||
    dimensionOf(before) === dimensionOf(quantity) ||
    (isAmount(before) && isAmount(quantity));
  return isSameKind && taken.test(gap);
}

function within(before: Quantity, { high = "0", end }: Quantity): Quantity {
  const middle = new Decimal(before.value);
  const [low, most] = [middle.minus(high).toFixed(), middle.plus(high).toFixed()];
  return { ...before, op: "range", explicit: true, value: low, high: most, end };
}

/** 不低于94%、不高于96%: two limits of one noun are the ends of one span. */
function isOtherEnd(text: string, before: Quantity, quantity: Quantity, gap: string): boolean {
  const ends = [before, quantity];
  const isLimit = ends.every(
    ({ op, high, doubt, explicit, start, end, core }) =>
      explicit && (op === ">=" || op === "<=") && !high && !doubt && (start < core.start || end > core.end),
  );
  if (!isLimit || before.op === quantity.op || !isSameRate(before, quantity)) return false;
  const [low, high] = before.op === ">=" ? ends : ends.toReversed();
  return (
    Number(low?.value) < Number(high?.value) &&
    otherEnd.test(gap) &&
    endBehind.test(text.slice(quantity.end, quantity.end + 4))
  );
}

/** 每月不少于90吨、不超过120吨: the rate of an amount is said once for both ends. [MT91] */
function isSameRate({ unit }: Quantity, { unit: other }: Quantity): boolean {
  return unit === other || (rateOf(unit, other) ?? rateOf(other, unit)) !== undefined;
}

const rateOf = (unit: string | null, other: string | null): string | undefined =>
  unit !== null && other !== null && unit.startsWith(`${other}/`) && isAmount({ unit }) ? unit : undefined;

function spanOf(before: Quantity, quantity: Quantity): Quantity {
  const [low, high] = before.op === ">=" ? [before, quantity] : [quantity, before];
  const core = { start: before.core.start, end: quantity.core.end };
  const unit = rateOf(quantity.unit, before.unit) ?? before.unit;
  return { ...before, unit, op: "range", value: low.value, high: high.value, end: quantity.end, core };
}

function isSaidAgain(text: string, before: Quantity, { unit, doubt, end }: Quantity, gap: string): boolean {
  return (
    before.unit !== null &&
    unit !== null &&
    before.doubt === undefined &&
    doubt === undefined &&
    again.test(gap) &&
    againEnd.test(text.slice(end, end + 2)) &&
    convertUnit("1", unit, before.unit).ok
  );
}

function isSameSize(one: Quantity, other: Quantity): boolean {
  const ends = [
    [one.value, other.value],
    [one.high ?? one.value, other.high ?? other.value],
  ] as const;
  return ends.every(([own, said]) => {
    const size = convertUnit(said, other.unit ?? "", one.unit ?? "");
    return size.ok && size.value.minus(own).abs().lte(new Decimal(own).abs().times(rounding));
  });
}

function takesLimit(text: string, before: Quantity, { unit, op, core }: Quantity, gap: string): boolean {
  if (unit !== "°C" || before.op !== "=" || before.doubt !== undefined || before.unit === null) return false;
  const behind = text.slice(core.end, core.end + 14);
  return at.test(gap) && (op === ">=" ? limitBehind : limitBehindMost).test(behind) && op !== "=";
}
