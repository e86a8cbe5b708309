import { conceptSearchSchema } from "@lilink/contract";
import { foldText, simplifyHan, soundsOf } from "@lilink/engine/text";
import { type Concept, concepts, labelsOf } from "@lilink/model/chain";
import { defineQuery } from "../../kernel/define.ts";

type Entry = {
  readonly concept: Concept;
  readonly names: readonly string[];
  /** The names as they sound, from each of their characters on: what stands before a name ("battery-grade") need not be typed. */
  readonly sounds: readonly { readonly text: string; readonly isWhole: boolean }[];
};

const squeeze = (text: string) => simplifyHan(foldText(text)).replaceAll(/[\s·-]+/g, "");

let entries: readonly Entry[] | undefined;

function listEntries(): readonly Entry[] {
  entries ??= concepts.map((concept) => {
    const labels = labelsOf(concept);
    const sounds = labels
      .filter((label) => /\p{Script=Han}/u.test(label))
      .flatMap((label) =>
        soundsOf(label).flatMap(({ full, initials }, at) =>
          [full, initials].map((text) => ({ text, isWhole: at === 0 })),
        ),
      );
    return { concept, names: labels.map(squeeze), sounds };
  });
  return entries;
}

/** So many letters have to be typed of a sound in the middle of a name: shorter ones are found in too many. */
const leastInside = 3;

/** 0 is best: the name itself, then one of its ends, its middle, its pinyin, pinyin in its middle; null where nothing fits. */
function rankOf({ names, sounds }: Entry, wanted: string): number | null {
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted) || name.endsWith(wanted))) return 1;
  if (names.some((name) => name.includes(wanted))) return 2;
  const heard = sounds.filter(({ text }) => text.startsWith(wanted));
  if (wanted.length >= 2 && heard.some(({ isWhole }) => isWhole)) return 3;
  if (wanted.length >= leastInside && heard.length > 0) return 4;
  return null;
}

/** Of things that fit alike, what is bought comes before how it is made. */
const isMade = ({ type }: Concept) => type === "product" || type === "reagent";

/**
 * Concepts by any of their words in Chinese (traditional characters too) or English, abbreviation, formula or pinyin, best first.
 * "qyhl" and "qingyanghuali" find every name with 氢氧化锂 in it.
 */
export function findConcepts(text: string, limit: number): Concept[] {
  const wanted = squeeze(text);
  if (wanted === "") return [];
  return listEntries()
    .flatMap((entry) => {
      const rank = rankOf(entry, wanted);
      return rank === null ? [] : [{ concept: entry.concept, rank }];
    })
    .sort((a, b) => a.rank - b.rank || Number(isMade(b.concept)) - Number(isMade(a.concept)))
    .slice(0, limit)
    .map(({ concept }) => concept);
}

export const searchConcepts = defineQuery({
  name: "chain.search",
  input: conceptSearchSchema,
  rate: "search",
  authorize: { action: "chain.browse" },
  run: async (_ctx, { q, limit }) => ({ concepts: findConcepts(q, limit) }),
});
