import type { Quantity } from "@lilink/engine/quantity";
import type { NamedFigure } from "./bind-figure.ts";
import { specWord } from "./make-figure.ts";

/** The last figure that had a name and set no limit. */
export type Told = {
  readonly name: NamedFigure;
  readonly unit: string | null;
  readonly at: Quantity;
};

const askWord =
  /要求|目标|规格|指标|[降提]|做到|想|要|希望|需|达到|红线|底线|限值|wanted|want|need|target|down to|bring|reach|rather|required|ask/i;

// Required 200 ppm, offered 350 ppm: of the two the second is what the bidder has.
const required = /(?:\b(?:required|requested|specified)\b|(?<!我[方司])要求)[^,，;；.。\d]{0,12}$/i;
const answered =
  /^[^\d]{0,40}?(?:\b(?:offered|ours?\b|we (?:offer|reach|have|confirm|supply))|我[方司]|实测|响应值)/i;

/** Whether a figure is what was required and the next is what is offered. */
export function isAnswered(text: string, first: Quantity | undefined, second: Quantity | undefined): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    first.unit === second.unit &&
    required.test(text.slice(Math.max(0, first.core.start - 24), first.core.start)) &&
    answered.test(text.slice(first.end, second.core.start))
  );
}

/** Whether a figure without a noun goes on with what was said of another: ours are at 82 %; at least 92 % are wanted. */
export function followsOn(
  { unit, explicit }: Quantity,
  told: Told | undefined,
  clause: string,
  isAnswer: boolean,
): boolean {
  // Mw above 1.1 million is no amount, whatever was spoken of.
  if (!told || (unit === null && /^capacity_(?:ta|gwh)$/.test(told.name.attribute))) return false;
  if (unit === null) return (explicit && askWord.test(clause)) || specWord.test(clause);
  return unit === told.unit && (isAnswer || askWord.test(clause));
}
