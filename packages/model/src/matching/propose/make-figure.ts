import type { Quantity } from "@lilink/engine/quantity";
import type { Span } from "@lilink/engine/text";
import { findAttribute } from "../../chain/index.ts";
import type { PostingFigure } from "../../posting/index.ts";
import type { NamedFigure } from "./bind-figure.ts";
import { promisedBehind } from "./hear-span.ts";
import { soundsLikeDemand, soundsLikeGoal, soundsLikeWish } from "./read-intent.ts";

export const specWord = /红线|底线|限值|\b(?:specification|spec|limit)\b/i;
// 99.2 %即可: what is good enough is the least.
const enough =
  /^[^.,，。;；\d]{0,50}?(?:即可|就行|就够|就可以|足矣|\b(?:is|are) (?:enough|sufficient|fine)|\bwill (?:do|satisfy)|\bwould (?:do|suffice))/i;
// 310 mAh/g guaranteed: the worst that is delivered.
const assured =
  /^ ?[(（]?(?:(?:moisture )?out(?= ?(?:[(,.;]|$))|(?:still )?guaranteed|assured|保证值?|保底)(?![A-Za-z])/i;
const enoughBefore = /(?:即可|就行|就够) ?[(（] ?$/;
// -20℃可用: it works down to there or further.
const usable = /^ ?下?(?:可(?:用|放电|工作|启动)|能(?:启动|放电|工作))/;
const usableBefore =
  /\bdown to $|\b(?:works?|operates?|usable|discharges?) from $|最低(?:可?[到达至])? ?$|低[至到] ?$/i;
// Must still deliver at -20 °C: of who asks, what it must bear at the least.
const mustAt =
  /\b(?:must|shall|should|has to|have to|still)\b[^.,;\d]{0,16} (?:work|run|operate|function|deliver|discharge)s? at $|\b(?:usable|working|operational|functional) at $/i;
// What a buyer would pay: a price of at most so much, whatever sign is left out.
const ceilingPrice =
  /目标|限价|控制价|心理价|接受|预算|封顶|最高|target|ceiling|budget|cap\b|maximum|willing to pay|afford|accept/i;

/** The figure of a posting that a quantity is, with the limit and the wish of its clause. */
export function figureOf(
  text: string,
  quantity: Quantity,
  name: NamedFigure,
  clause: Span,
  offers: boolean,
): PostingFigure {
  const words = text.slice(clause.start, clause.end);
  const isWish = quantity.op === "about" || soundsLikeWish(words);
  const { op, value, high } = inDays(lowestOf(directed(quantity, name), name), name);
  const isCeiling = name.attribute === "price" && op === "=" && !offers && ceilingPrice.test(words);
  const isGoal =
    op === "=" &&
    (soundsLikeGoal(text.slice(clause.start, quantity.core.start)) ||
      specWord.test(words) ||
      (name.attribute === "lead_time" &&
        soundsLikeDemand(text) &&
        promisedBehind.test(text.slice(quantity.end))) ||
      enough.test(text.slice(quantity.end, quantity.end + 64)) ||
      assured.test(text.slice(quantity.end, quantity.end + 20)) ||
      enoughBefore.test(text.slice(Math.max(0, quantity.start - 6), quantity.start)));
  const isUsable =
    (name.attribute === "temp_min" || name.attribute === "temp_pulp") &&
    (usable.test(text.slice(quantity.end, quantity.end + 8)) ||
      usableBefore.test(text.slice(Math.max(0, quantity.core.start - 18), quantity.core.start)) ||
      (!offers && mustAt.test(text.slice(Math.max(0, quantity.core.start - 40), quantity.core.start))));
  const better =
    isGoal || (isUsable && (op === "=" || op === ">="))
      ? !isUsable && findAttribute(name.attribute)?.higherIsBetter
      : undefined;
  const goal = typeof better === "boolean" ? (better ? ">=" : "<=") : op;
  const least = leastOrder(name, quantity, text);
  const bounds = high === undefined ? { value } : { value, high };
  return {
    attribute: name.attribute,
    op: least ?? (isCeiling ? "<=" : goal),
    ...bounds,
    unit: name.unit === "months" ? "days" : name.unit,
    hard: !isWish,
  };
}

const leastFrom = /\bfrom \d/i;
const leastOf = /\bmin(?:imum|\.)? [a-z]+ (?:of )?$/i;
const leastLot = /\bmin\.? lots? (?:of )?$/i;

/** 5吨起 is the least order of who offers, and 5吨起收 of who collects; who asks takes no lot below 20 t. */
function leastOrder(
  { attribute }: NamedFigure,
  { op, start, end, core }: Quantity,
  text: string,
): PostingFigure["op"] | undefined {
  if (attribute !== "moq") return undefined;
  // Lots from 50 kg, 5吨起.
  if (op === ">=" && (text[end - 1] === "起" || leastFrom.test(text.slice(Math.max(0, start - 4), end))))
    return soundsLikeDemand(text) && text[end] !== "收" ? ">=" : "=";
  if (
    op === ">=" &&
    leastOf.test(text.slice(Math.max(0, core.start - 24), core.start)) &&
    !soundsLikeDemand(text)
  )
    return "=";
  return op === "=" && leastLot.test(text.slice(Math.max(0, start - 20), start)) && soundsLikeDemand(text)
    ? ">="
    : undefined;
}

/** A time of delivery is counted in days. */
function inDays<Bounds extends Pick<Quantity, "op" | "value" | "high">>(
  bounds: Bounds,
  { unit }: NamedFigure,
) {
  const days = (months: string) => String(Number(months) * 30);
  return unit === "months"
    ? {
        ...bounds,
        value: days(bounds.value),
        high: bounds.high === undefined ? undefined : days(bounds.high),
      }
    : bounds;
}

/** Of a span of working temperatures the lowest is its cold end. */
function lowestOf(bounds: Pick<Quantity, "op" | "value" | "high">, { attribute }: NamedFigure) {
  return attribute === "temp_min" && bounds.high !== undefined
    ? { op: "=" as const, value: bounds.value, high: undefined }
    : bounds;
}

function isDirected(name: NamedFigure | null): boolean {
  return name !== null && typeof findAttribute(name.attribute)?.higherIsBetter === "boolean";
}

/** "or better" goes the way of its attribute; a deviation of ±2 is one of at most 2. */
function directed(quantity: Quantity, name: NamedFigure): Pick<Quantity, "op" | "value" | "high"> {
  const { op, value, high } = quantity;
  const better = findAttribute(name.attribute)?.higherIsBetter;
  if (quantity.better && typeof better === "boolean") return { op: better ? ">=" : "<=", value };
  if (better === false && high !== undefined && value === `-${high}`) return { op: "<=", value: high };
  return { op, value, high };
}

/** A doubt that the attribute settles: which way is better, and in which unit such a number is. */
export function isSettled({ doubt }: Quantity, name: NamedFigure | null): boolean {
  return (
    (doubt === "direction" && isDirected(name)) ||
    (doubt === "unit_missing" && name !== null) ||
    (doubt === "rate_unknown" && name?.attribute === "price") ||
    (doubt === "bound" && name?.attribute === "energy_saving")
  );
}
