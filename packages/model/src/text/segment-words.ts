import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict";
import { concepts, labelsOf } from "../chain/index.ts";

const hanWord = /^\p{Script=Han}{2,}$/u;

// The general dictionary cuts 六氟磷酸锂 into four; the chain's own names are words of this field.
function termsOfTheField(): string {
  const words = new Set(concepts.flatMap(labelsOf).filter((label) => hanWord.test(label)));
  return [...words].map((word) => `${word} 100000 n`).join("\n");
}

let loaded: Jieba | undefined;

/** Loaded at first use: the dictionary costs about half a second and 5 MB. */
function jieba(): Jieba {
  if (loaded) return loaded;
  loaded = Jieba.withDict(dict);
  loaded.loadDict(new TextEncoder().encode(termsOfTheField()));
  return loaded;
}

/**
 * The dictionary words of a run of Han characters, long words followed by the words inside them, no guessing of new words.
 * @example segmentWords("六氟磷酸锂产能") // ["磷酸", "磷酸锂", "六氟磷酸锂", "产能"]
 */
export function segmentWords(run: string): readonly string[] {
  return jieba().cutForSearch(run, false);
}

const known = new Map<string, boolean>();
const mostKnown = 50_000;

/**
 * Whether a run of Han characters is a word of the dictionary or of the field, and no piece of one.
 * @example isHanWord("异物") // true; isHanWord("性异") // false
 */
export function isHanWord(run: string): boolean {
  const kept = known.get(run);
  if (kept !== undefined) return kept;
  const found = segmentWords(run).includes(run);
  if (known.size < mostKnown) known.set(run, found);
  return found;
}

/**
 * A run of Han characters cut once, without overlap, words outside the dictionary guessed: for reading a query, not for filing.
 * @example cutWords("谁带领黑豹队") // ["谁", "带领", "黑豹", "队"]
 */
export function cutWords(run: string): readonly string[] {
  return jieba().cut(run, true);
}
