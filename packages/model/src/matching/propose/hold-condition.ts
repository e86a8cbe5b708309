import { canBeCondition } from "../../posting/can-be-condition.ts";
import type { PostingFigure } from "../../posting/index.ts";
import type { Proposed, Unassigned } from "./propose-fields.ts";

const behind = /^ ?[(（]([^()（）\n]{2,60})[)）]/;
const inFront = /[(（]([^()（）\n]{2,60})[)）][ \t|]*[:：]? ?$/;

/**
 * A figure with the conditions that stand in a bracket right beside it: 6.2 mS/cm（25 ℃，380 MPa）, capacity (0.1C, 25 °C) ≥ 158 mAh/g. A bracket
 * that holds anything but conditions says something else and stays in the text. [MT133]
 * @param pieces what of the text no field has taken
 * @example withCondition(ofValue("6.2 mS/cm"), "6.2 mS/cm (25 °C)", [ofValue("25 °C")]).value.condition // "25 °C"
 */
export function withCondition(
  one: Proposed<PostingFigure>,
  text: string,
  pieces: readonly Proposed<Unassigned>[],
): Proposed<PostingFigure> {
  const { start, end } = one.span;
  const found = behind.exec(text.slice(end)) ?? inFront.exec(text.slice(Math.max(0, start - 80), start));
  const words = found?.[1]?.trim();
  if (!found || !words) return one;
  const from =
    found.index === 0 && behind.test(text.slice(end)) ? end : Math.max(0, start - 80) + found.index;
  const inside = pieces.filter(({ span }) => span.start >= from && span.end <= from + found[0].length);
  const isCondition = inside.every(
    ({ value, source }) =>
      value.op !== ">=" &&
      value.op !== "<=" &&
      canBeCondition({ unit: value.unit, about: value.about }, source, 0),
  );
  if (!isCondition || (inside.length === 0 && !/\d ?C(?![a-z])/.test(words))) return one;
  const digits = words.match(/\d+(?:\.\d+)?/g)?.length ?? 0;
  // Every number of the bracket is one of these, or a rate of charge.
  const told = inside.reduce((sum, { source }) => sum + (source.match(/\d+(?:\.\d+)?/g)?.length ?? 0), 0);
  if (digits > told + (words.match(/\d ?C(?![a-z])/g)?.length ?? 0)) return one;
  const condition = [one.value.condition, words]
    .filter(Boolean)
    .join(/\p{Script=Han}/u.test(words) ? "，" : ", ");
  return { ...one, value: { ...one.value, condition } };
}
