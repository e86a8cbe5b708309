import type { Quantity } from "@lilink/engine/quantity";
import type { Span } from "@lilink/engine/text";

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
  const [own, before] = [quantities[index], previousOf(quantities, index)];
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
