import { conceptSearchSchema } from "@lilink/contract";
import { foldText, pinyinOf, simplifyHan } from "@lilink/engine/text";
import { type Concept, concepts, labelsOf } from "@lilink/model/chain";
import { defineQuery } from "../../kernel/define.ts";

type Entry = {
  readonly concept: Concept;
  readonly names: readonly string[];
  readonly pinyin: readonly string[];
};

const squeeze = (text: string) => simplifyHan(foldText(text)).replaceAll(/[\s·-]+/g, "");

let entries: readonly Entry[] | undefined;

function listEntries(): readonly Entry[] {
  entries ??= concepts.map((concept) => {
    const labels = labelsOf(concept);
    const sounds = labels.filter((label) => /\p{Script=Han}/u.test(label)).map(pinyinOf);
    return {
      concept,
      names: labels.map(squeeze),
      pinyin: sounds.flatMap(({ full, initials }) => [full, initials]),
    };
  });
  return entries;
}

/** 0 is best: the name itself, then its beginning, its middle, its pinyin; null where nothing fits. */
function rankOf({ names, pinyin }: Entry, wanted: string): number | null {
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  if (names.some((name) => name.includes(wanted))) return 2;
  if (wanted.length >= 2 && pinyin.some((sound) => sound.startsWith(wanted))) return 3;
  return null;
}

/**
 * Concepts by any of their words in Chinese (traditional characters too) or English, abbreviation, formula or pinyin, best first.
 * "qyhl" and "qingyanghuali" find 氢氧化锂.
 */
export function findConcepts(text: string, limit: number): Concept[] {
  const wanted = squeeze(text);
  if (wanted === "") return [];
  return listEntries()
    .flatMap((entry) => {
      const rank = rankOf(entry, wanted);
      return rank === null ? [] : [{ concept: entry.concept, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
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
