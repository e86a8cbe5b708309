import type { Quantity } from "@lilink/engine/quantity";
import { Decimal } from "decimal.js";

// 6 µm, tolerance ±0.2 µm; 厚度6μm，公差±0.2μm
const tolerance =
  /^ ?[,，;；(（]? ?(?:with |and )?(?:an? |the )?(?:thickness |size )?(?:tolerances?(?: of)?|deviation(?: of)?|(?:允许|厚度)?(?:公差|偏差)|允差|波动)(?:为|是|在|控制在)?[:：]? ?$/i;
const at = /^ ?(?:at|@) ?$/i;
const limitBehind = /^ ?(?:or (?:above|more|higher|better|over)|and (?:above|up)|以上|minimum\b|min\b)/i;
const limitBehindMost = /^ ?(?:or (?:below|less|lower|under)|and below|以下|maximum\b|max\b)/i;

/**
 * Figures that are said in two parts are one: a value and its tolerance, and a value whose limit stands behind what it holds at
 * (10 mS/cm at 25 °C or above). [MT91]
 */
export function joinParts(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const joined: Quantity[] = [];
  for (const quantity of quantities) {
    const before = joined.at(-1);
    const gap = before ? text.slice(before.end, quantity.start) : "";
    if (before && isToleranceOf(before, quantity, gap)) joined[joined.length - 1] = within(before, quantity);
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

function within(before: Quantity, { high = "0", end }: Quantity): Quantity {
  const middle = new Decimal(before.value);
  const [low, most] = [middle.minus(high).toFixed(), middle.plus(high).toFixed()];
  return { ...before, op: "range", explicit: true, value: low, high: most, end };
}

function takesLimit(text: string, before: Quantity, { unit, op, core }: Quantity, gap: string): boolean {
  if (unit !== "°C" || before.op !== "=" || before.doubt !== undefined || before.unit === null) return false;
  const behind = text.slice(core.end, core.end + 14);
  return at.test(gap) && (op === ">=" ? limitBehind : limitBehindMost).test(behind) && op !== "=";
}
