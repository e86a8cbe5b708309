import type { Quantity } from "@lilink/engine/quantity";
import type { Span } from "@lilink/engine/text";
import { isOfCondition } from "../../posting/can-be-condition.ts";

const mostFellows = 12;

/** The quantities around one in its sentence. */
export function fellowsOf(
  quantities: readonly Quantity[],
  first: number,
  index: number,
  { end }: Span,
): readonly Quantity[] {
  return quantities
    .slice(Math.max(first, index - mostFellows), index + mostFellows)
    .filter(({ core }) => core.start < end);
}

export function sentenceOf(sentences: readonly Span[], { core }: Quantity, length: number): Span {
  return (
    sentences.find((span) => span.start <= core.start && core.start < span.end) ?? { start: 0, end: length }
  );
}

// 质保5年或3000次, 1 kg、5 kg: the words before the first are of both.
const alike = /^\s?(?:或者?|or|、)\s?$/;

export function roomOf(text: string, quantities: readonly Quantity[], index: number, sentence: Span): Span {
  const own = quantities[index];
  const before = own && beforeBracket(text, quantities, own, previousOf(quantities, index));
  const isAlike = own && before && alike.test(text.slice(before.end, own.start));
  const first = isAlike ? quantities[quantities.indexOf(before) - 1] : before;
  return {
    start: Math.max(sentence.start, first?.core.end ?? 0),
    end: Math.min(sentence.end, quantities[index + 1]?.start ?? sentence.end),
  };
}

/** The quantity before this one; what a change starts from leaves its words to what the change leads to. */
function previousOf(quantities: readonly Quantity[], index: number): Quantity | undefined {
  const previous = quantities[index - 1];
  return previous?.baseline ? quantities[index - 2] : previous;
}

/** Moisture (KF, 200 °C) max. 800 ppm: a bracket that holds conditions alone leaves the words before it to the quantity behind it. */
function beforeBracket(
  text: string,
  quantities: readonly Quantity[],
  own: Quantity,
  before: Quantity | undefined,
): Quantity | undefined {
  if (!before || !/^[^()（）]*[)）][^()（）]*$/.test(text.slice(before.end, own.start))) return before;
  const opened = Math.max(text.lastIndexOf("(", before.start), text.lastIndexOf("（", before.start));
  const inside = quantities.filter(({ start, end }) => start > opened && end <= before.end);
  if (opened < 0 || /[)）\n]/.test(text.slice(opened, before.start))) return before;
  if (!inside.every(({ unit }) => isOfCondition(unit ?? ""))) return before;
  return quantities.findLast(({ end }) => end <= opened);
}

/** The part between two commas that a quantity stands in. */
export function clauseOf(text: string, quantity: Quantity, room: Span): Span {
  const left = text.slice(room.start, quantity.core.start);
  const right = text.slice(quantity.core.end, room.end);
  const cut = right.search(/[,，、；;]/);
  return {
    start: room.start + Math.max(...[..."，,、；;"].map((mark) => left.lastIndexOf(mark))) + 1,
    end: cut < 0 ? room.end : quantity.core.end + cut,
  };
}

/** Whether a bare number that names no attribute stays in sight: a limit does, Mg/Li < 0.5, and what has a noun that no attribute stands for. [MT132] */
export function staysInSight({ op }: Quantity, isNamed: boolean): boolean {
  return op !== "=" && (isNamed || /^[<>]/.test(op));
}
