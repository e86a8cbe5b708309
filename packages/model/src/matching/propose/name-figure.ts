import type { Quantity } from "@lilink/engine/quantity";
import type { Span } from "@lilink/engine/text";
import { type Attribute, attributes, convertUnit, parseUnit } from "../../chain/index.ts";
import { type Cue, cues } from "./cue-table.ts";
import { isOtherSpan } from "./hear-span.ts";

/** The attribute that a quantity is about and the unit in which it then stands. */
export type NamedFigure = { readonly attribute: string; readonly unit: string };

/** Whether the text names a product, and whether right before the quantity. */
export type ProductNearness = "none" | "named" | "beside";

// Shares that no attribute of the chain stands for: a quantity beside such a word is left over.
const otherShare =
  /(?:保持率|良品?率|合格率|利用率|开工率|占比|份额|市占率|毛利|增长|涨|跌|折扣|预付|付款|定金|首付|湿度|荷电|SOC|DOD|retention|utili[sz]ation|market share|margin|growth|discount|down payment|prepayment|advance|humidity|state of charge)[^,，。;；\d]{0,12}$/i;
const otherShareAfter =
  /^[^,，。;；\d]{0,4}(?:容量)?(?:保持|预付|付款|定金|首付|湿度|SOC|DOD|RH\b|(?:capacity )?retention|of (?:the )?(?:initial )?capacity|utili[sz]ation|humidity|down payment|discount|margin|in advance)/i;
const percentDimensions = new Set(["fraction", "li2o_fraction", "mole_fraction", "percentage_points"]);
const costs = { comma: 12, right: 4, otherUnit: 5, most: 34 };
const rightReach = 26;

function dimensionOf(unit: string): string | undefined {
  return parseUnit(unit)?.dimension;
}

/** The unit in which a quantity would be a figure of an attribute, or null where it cannot be one. */
function unitFor(quantity: Quantity, attribute: Attribute): string | null {
  if (quantity.unit === null) return attribute.unit === "1" ? "1" : null;
  const from = dimensionOf(quantity.unit);
  const to = dimensionOf(attribute.unit);
  const isPercent = quantity.unit === "%" || quantity.unit === "mass %";
  if (from === to)
    return isPercent && parseUnit(attribute.unit)?.factor === "0.01" ? attribute.unit : quantity.unit;
  if (isPercent && to !== undefined && percentDimensions.has(to)) return attribute.unit;
  // 循环1000周: in the company of 循环 a 周 is a cycle, no week.
  return quantity.unit === "weeks" && attribute.id === "cycle_life" ? attribute.unit : null;
}

/**
 * The attribute whose word stands nearest to a quantity and whose unit fits; words before it come first, then words
 * right after. Without a word: the only attribute of that dimension, or the habit of the trade. [MT7]
 * @param room the part of the sentence that is free for this quantity: between its neighbours
 */
export function nameFigure(
  text: string,
  quantity: Quantity,
  room: Span,
  product: ProductNearness,
): NamedFigure | null {
  const left = text.slice(room.start, quantity.core.start);
  const right = text
    .slice(quantity.core.end, Math.min(room.end, quantity.core.end + rightReach))
    .replace(/[,，、；;].*$/s, "");
  const isShare = quantity.unit === "%" || quantity.unit === "mass %";
  if (isShare && (otherShare.test(left) || otherShareAfter.test(right))) return null;
  const noDelivery = dimensionOf(quantity.unit ?? "") === "time" && isOtherSpan(left, right);
  let best: (NamedFigure & { readonly cost: number }) | undefined;
  for (const { attribute, cue, most } of cues) {
    const isBarred = (noDelivery && attribute.id === "lead_time") || isPast(quantity, most);
    const unit = isBarred ? null : unitFor(quantity, attribute);
    const cost = unit === null ? Infinity : costOf(left, right, cue, unit === attribute.unit);
    if (unit !== null && cost < (best?.cost ?? costs.most)) best = { attribute: attribute.id, unit, cost };
  }
  if (best) return { attribute: best.attribute, unit: best.unit };
  return quantity.unit === null ? null : nameByHabit(quantity, product);
}

/** Whether an amount is a part of the goods rather than what soils them: Ni 60 % is no impurity. [MT54] */
function isPast({ value, high, unit }: Quantity, most: Cue["most"]): boolean {
  const share = most === undefined ? undefined : convertUnit(high ?? value, unit ?? "", "%");
  return share?.ok === true && share.value.gt(most ?? 0);
}

function costOf(left: string, right: string, cue: RegExp, isOwnUnit: boolean): number {
  const before = [...left.matchAll(cue)].at(-1);
  const after = [...right.matchAll(cue)][0];
  const gapBefore = before ? left.slice(before.index + before[0].length) : undefined;
  const gapAfter = after ? right.slice(0, after.index) : undefined;
  const weigh = (gap: string, word: string) =>
    gap.length +
    (/[,，、；;(（]/.test(gap) ? costs.comma : 0) -
    word.length / 4 +
    (isOwnUnit ? 0 : costs.otherUnit);
  return Math.min(
    gapBefore === undefined ? Infinity : weigh(gapBefore, before?.[0] ?? ""),
    gapAfter === undefined ? Infinity : weigh(gapAfter, after?.[0] ?? "") + costs.right,
  );
}

function nameByHabit(quantity: Quantity, product: ProductNearness): NamedFigure | null {
  const unit = quantity.unit ?? "";
  if (unit === "ppb") return { attribute: "magnetic", unit };
  if (unit === "% Li2O") return { attribute: "li2o_grade", unit };
  if (unit === "%" || unit === "mass %") {
    const value = Number(quantity.value);
    const isPurity = product === "beside" ? value >= 50 : product === "named" && value >= 98;
    return isPurity && value <= 100 ? { attribute: "purity", unit: "mass %" } : null;
  }
  const dimension = dimensionOf(unit);
  const only = attributes.filter((attribute) => dimensionOf(attribute.unit) === dimension);
  const [attribute] = only;
  const isTold = dimension !== "mass" && attribute?.id !== "lead_time";
  return attribute && only.length === 1 && isTold ? { attribute: attribute.id, unit } : null;
}
