import { isUsedList, withoutUse } from "../analyze/used-goods.ts";
import learnt from "../data/thing-weights.json" with { type: "json" };
import { deal, dealtBehind, listed } from "./evidence-words.ts";
import type { RankedConcept } from "./rank-concepts.ts";
import { isQuoted } from "./tell-deal.ts";
import { type SeenThing, thingFeatures } from "./thing-features.ts";

/** From what is seen of a thing, the chance from 0 to 1 that a posting is about it. */
export type Chance = (features: readonly string[]) => number;

const weights = new Map<string, number>(Object.entries(learnt.weights));
// What is rather not meant than meant is asked.
const least = 0.5;
const reach = 24;
// 再生碳酸锂每月30吨: what a text begins with, and how much of it.
const counted = /^ ?(?:每个?[月周季年]|现货|库存|约)?[\d.]+ ?(?:万?吨|公斤|t\b|kg\b|MT\b)/;
const dealt = new RegExp(`(?:${deal.source}) ?$`, "i");
// We need an inert crushing line: adjectives stand between.
const dealtOff =
  /\b(?:needs?|wants?|seeks?|buys?|offers?|sells?) (?:an? )?(?:(?!(?:for|of|with|to|in|on|by|from|who|that)\b)[a-z-]+ ){1,2}$/i;
// A second source of LFP: whoever qualifies one wants the goods.
const sourced =
  /\b(?:second|alternative|additional|another|further|new|reliable|long-term) (?:sources?|suppliers?|producers?) (?:of|for) (?:[a-z-]+ ){0,2}$/i;
const denied = /^[^,，.。;；]{0,12}(?:\bnot\b|\bno\b|不|没|无)/i;
// Pouch cells for survey drones: min 310 Wh/kg.
const headline = /^(?:s|es)?(?: for [a-z -]{1,40})?: /i;

const learntChance: Chance = (features) =>
  1 / (1 + Math.exp(-features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), learnt.bias)));

/**
 * The concepts of a text that may fill a field without a question: those right behind a word of the deal, those that sentences labelled
 * by hand make likely, and what stands in one list with such a one. Fitted by `npm run quality -- things`. [MT100]
 * @param ranked all things of the text, the heaviest first
 * @param bar the least chance
 * @example likelyThings("求购碳酸锂", ranked) // Set { "li2co3-batt" }
 */
export function likelyThings(
  text: string,
  ranked: readonly RankedConcept[],
  chance: Chance = learntChance,
  bar: number = least,
): ReadonlySet<string> {
  const open = new Set(ranked.filter(({ aside }) => !aside));
  const likely = ranked.filter(
    (one, rank) => isDealt(text, wholeOf(one, ranked)) || chance(thingFeatures(text, ranked, rank)) >= bar,
  );
  for (const one of likely) open.delete(one);
  for (const one of likely)
    for (const other of open)
      if (!one.aside && isListedWith(text, one, other)) {
        open.delete(other);
        likely.push(other);
      }
  return new Set(likely.map(({ concept }) => concept));
}

/** 采购碳酸锂, a quotation for lithium carbonate: whatever else the text says. */
function isDealt(text: string, { start, end }: Pick<SeenThing, "start" | "end">): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  const behind = text.slice(end, end + 2 * reach);
  if (start === 0 && (counted.test(behind) || headline.test(behind))) return true;
  if (sourced.test(text.slice(Math.max(0, start - 2 * reach), start))) return true;
  if (dealtOff.test(before) || (dealtBehind.test(behind) && !denied.test(behind))) return true;
  return dealt.test(before) || dealt.test(withoutUse(before)) || isQuoted(text, start);
}

/** 湿法三元黑粉: with what stands before it in its name. */
function wholeOf(one: RankedConcept, ranked: readonly RankedConcept[]): Pick<SeenThing, "start" | "end"> {
  const before = ranked.find(({ describes, end }) => describes && end === one.start);
  return { start: before?.start ?? one.start, end: one.end };
}

function isListedWith(text: string, one: SeenThing, other: SeenThing): boolean {
  const [first, last] = one.start < other.start ? [one, other] : [other, one];
  const gap = last.start - first.end;
  const between = text.slice(first.end, last.start);
  return (
    gap >= 0 && gap <= reach && (listed.test(between) || isUsedList(first.concept, last.concept, between))
  );
}
