import type { Span } from "@lilink/engine/text";
import { findConcept } from "../../chain/index.ts";
import type { Mention } from "../analyze/mention.ts";
import { clauseEnd, deal, ownFigure } from "./evidence-words.ts";

const reach = { text: 300, before: 10, behind: 8, letters: 56, figure: 20, order: 3, many: 4, ranks: 2 };
const token = /[a-z]+|\d+(?:[.,]\d+)*|\p{Script=Han}|[^\sa-z\d\p{Script=Han}]/gu;
const quarters = [0.1, 0.25, 0.5, 0.75];
const lengths = [0, 4, 10, 20];

/** A thing of a text with its place there. */
export type SeenThing = Pick<Mention, "concept" | "start" | "end" | "alternatives">;

/**
 * What is seen of a thing in its text, as names of features: the words around it, what it is, where it stands and among how many. None of them is
 * the verdict of a rule on what it is to the posting. [MT100]
 * @param ranked all things of the text, the heaviest first
 * @example thingFeatures("求购碳酸锂", [{ concept: "li2co3-batt", start: 2, end: 5, … }], 0) // ["<求", "<购", "<1购", …]
 */
export function thingFeatures(text: string, ranked: readonly SeenThing[], rank: number): readonly string[] {
  const one = ranked[rank];
  if (!one) return [];
  const { start, end, concept, alternatives } = one;
  const [past, ahead] = [
    text.slice(Math.max(0, start - reach.text), start),
    text.slice(end, end + reach.text),
  ];
  const left = past.split(clauseEnd).at(-1) ?? "";
  const right = ahead.split(clauseEnd)[0] ?? "";
  const before = tokensOf(past.slice(-reach.letters)).slice(-reach.before).reverse();
  const behind = tokensOf(ahead.slice(0, reach.letters)).slice(0, reach.behind);
  const order = Math.min(reach.order, ranked.filter((other) => isBefore(other, one)).length);
  const known = findConcept(concept);
  const count = Math.min(reach.many, ranked.length);
  return [
    ...new Set([
      ...around("<", before),
      ...around(">", behind),
      ...tokensOf(left).map((word) => `[${word}`),
      `id ${concept}`,
      `stage ${known?.stage ?? ""}`,
      `type ${known?.type ?? ""}`,
      `name ${text.slice(start, end).toLowerCase()}`,
      `order ${order}`,
      `count ${count}`,
      `order ${Math.min(2, order)} of ${Math.min(3, count)}`,
      `rank ${Math.min(reach.ranks, rank)}`,
      `other senses ${Math.min(2, alternatives.length)}`,
      `place ${stepOf(start / text.length, quarters)}`,
      `deal in clause ${deal.test(left)}`,
      `deal before ${deal.test(past)}`,
      `deal behind ${deal.test(right)}`,
      `deal after ${deal.test(ahead)}`,
      `words before ${stepOf(left.length, lengths)}`,
      `words behind ${stepOf(right.length, lengths)}`,
      `number behind ${/\d/.test(right)}`,
      `own figure ${ownFigure.test(ahead.slice(0, reach.figure))}`,
      `Chinese ${/\p{Script=Han}/u.test(text)}`,
    ]),
  ];
}

function tokensOf(text: string): readonly string[] {
  return (text.toLowerCase().match(token) ?? []).map((word) => (/^\d/.test(word) ? "0" : word));
}

/** Each word, and the nearest two with their distance. */
function around(side: string, words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) =>
    at < 2 ? [`${side}${word}`, `${side}${at + 1}${word}`] : [`${side}${word}`],
  );
}

function isBefore(other: Span, one: Span): boolean {
  return other.start < one.start;
}

function stepOf(value: number, steps: readonly number[]): number {
  const at = steps.findIndex((step) => value <= step);
  return at < 0 ? steps.length : at;
}
