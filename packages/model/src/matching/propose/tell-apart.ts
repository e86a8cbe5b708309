import type { Span } from "@lilink/engine/text";
import apartJson from "../data/apart.json" with { type: "json" };

const apart = new RegExp(apartJson.apart, "iu");
const turn = new RegExp(apartJson.turn, "iu");
const pronoun = new RegExp(apartJson.pronoun, "iu");
const head = new RegExp(apartJson.head, "iu");
const sentenceEnd =
  /[。!！?？\n;；]|(?<!\b(?:min|max|approx|ca|typ|avg|incl|excl|no|vs))\.(?=\s|$|\p{Script=Han})/giu;

// 标段一(铜箔, 6 µm): a comma in brackets ends no clause.
const bracketed = /[(（][^)）]*[)）]/gu;

/**
 * The stretches that a writer sets apart from the deal: what is awarded already, what is told for information alone, what is another's to sell.
 * Nothing of them is wanted or offered. Where the words stand in a clause with what they are said of, that clause is set apart; where they are
 * a clause of their own (…, which is only for information), all of the sentence up to them is. A heading (for information only: …) sets
 * apart all up to its full stop. [MT107]
 */
export function listApart(text: string): readonly Span[] {
  if (!apart.test(text)) return [];
  const found: Span[] = [];
  let [start, isHeaded] = [0, false];
  for (const end of [...[...text.matchAll(sentenceEnd)].map(({ index }) => index), text.length]) {
    const sentence = text.slice(start, end);
    isHeaded = isHeaded || head.test(sentence);
    if (isHeaded) found.push({ start, end });
    else found.push(...apartIn(sentence).map((one) => ({ start: start + one.start, end: start + one.end })));
    isHeaded = isHeaded && /[;；]/.test(text.charAt(end));
    start = end + 1;
  }
  return found;
}

function apartIn(sentence: string): readonly Span[] {
  const found: Span[] = [];
  let [start, turned] = [0, 0];
  const ends = [...sentence.matchAll(/,(?!\d{3}(?!\d))|[，:：]/gu)].map(({ index }) => index);
  for (const end of [...ends.filter((at) => !isInBrackets(sentence, at)), sentence.length]) {
    const clause = sentence.slice(start, end);
    if (turn.test(clause)) turned = start;
    const at = clause.replace(bracketed, (inside) => " ".repeat(inside.length)).search(apart);
    if (at >= 0) found.push({ start: pronoun.test(clause.slice(0, at)) ? turned : start, end });
    start = end + 1;
  }
  return found;
}

function isInBrackets(sentence: string, at: number): boolean {
  return [...sentence.matchAll(bracketed)].some(
    ({ index, 0: inside }) => index < at && at < index + inside.length,
  );
}
