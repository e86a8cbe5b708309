import { stemWord } from "../text/index.ts";
import { entryAt, listEntries } from "./find-entry.ts";
import { contentOf } from "./translate-han.ts";

export type Rendering = readonly [word: string, weight: number];

/** Words of the longest gloss that is looked for. */
export const mostWords = 3;
const mostGlosses = 4;
/** A number holds the hash of a gloss, the place of its entry and which of its glosses it is: 27, 24 and 2 bits. */
const [hashes, places] = [2 ** 27, 2 ** 24];
const keyOf = (hash: number, place = 0, gloss = 0) => (hash * places + place) * mostGlosses + gloss;

let table: Float64Array | undefined;
/** Answers of the last questions: the texts of one trade ask for the same words again and again. */
const answers = new Map<string, readonly Rendering[]>();
const mostAnswers = 4000;

/**
 * The Chinese words that an English gloss of up to three stems explains, in the order of the dictionary; the first gloss of a word weighs
 * most. What is kept of all glosses are sorted numbers: as texts they would take forty megabytes. [LX5]
 * @example findRenderings("carbon dioxid") // [["二氧化碳", 1]]
 */
export function findRenderings(key: string): readonly Rendering[] {
  const known = answers.get(key);
  if (known) return known;
  if (answers.size >= mostAnswers) answers.clear();
  const found = readRenderings(key);
  answers.set(key, found);
  return found;
}

function readRenderings(key: string): readonly Rendering[] {
  table ??= readTable();
  const hash = hashOf(key);
  const found = new Map<string, number>();
  for (let at = firstAt(table, keyOf(hash)); at < table.length; at++) {
    const entry = Math.floor((table[at] ?? 0) / mostGlosses);
    if (Math.floor(entry / places) !== hash) break;
    const [word, glosses] = entryAt(entry % places);
    const gloss = (table[at] ?? 0) % mostGlosses;
    if (!found.has(word) && keyOfGloss(glosses[gloss] ?? "", stemWord) === key)
      found.set(word, 1 / (gloss + 1));
  }
  return [...found];
}

function readTable(): Float64Array {
  const stems = new Map<string, string>();
  const stemOf = (word: string): string => {
    const stem = stems.get(word) ?? stemWord(word);
    stems.set(word, stem);
    return stem;
  };
  const found: number[] = [];
  for (const [word, glosses, place] of listEntries()) {
    if (!/^\p{Script=Han}+$/u.test(word)) continue;
    for (const [at, gloss] of glosses.slice(0, mostGlosses).entries()) {
      const key = keyOfGloss(gloss, stemOf);
      if (key !== null) found.push(keyOf(hashOf(key), place, at));
    }
  }
  return Float64Array.from(found).sort();
}

function keyOfGloss(gloss: string, stemOf: (word: string) => string): string | null {
  const terms = contentOf(gloss, stemOf);
  return terms.length === 0 || terms.length > mostWords ? null : terms.join(" ");
}

/** FNV-1a. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % hashes;
}

function firstAt(sorted: Float64Array, key: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
