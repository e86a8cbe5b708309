import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict";

const hanWord = /^\p{Script=Han}{2,}$/u;
const mostKnown = 50_000;

/** Cuts runs of Han characters into words. */
export type Segmenter = {
  /**
   * The dictionary words of a run, long words followed by the words inside them; guesses no new words.
   * @example segmentWords("六氟磷酸锂产能") // ["磷酸", "磷酸锂", "六氟磷酸锂", "产能"]
   */
  readonly segmentWords: (run: string) => readonly string[];
  /** Whether a run is a word of the dictionary or a given word. @example isHanWord("异物") // true */
  readonly isHanWord: (run: string) => boolean;
  /**
   * A run cut once, without overlap, unknown words guessed: for queries, not for filing.
   * @example cutWords("谁带领黑豹队") // ["谁", "带领", "黑豹", "队"]
   */
  readonly cutWords: (run: string) => readonly string[];
};

/** A segmenter over the general dictionary and given words, read at first use. */
export function createSegmenter(words: () => Iterable<string>): Segmenter {
  let loaded: Jieba | undefined;
  const known = new Map<string, boolean>();

  function jieba(): Jieba {
    if (loaded) return loaded;
    loaded = Jieba.withDict(dict);
    // The general dictionary cuts a long name of the field into pieces; a given word stays whole.
    const given = new Set([...words()].filter((word) => hanWord.test(word)));
    if (given.size > 0)
      loaded.loadDict(new TextEncoder().encode([...given].map((word) => `${word} 100000 n`).join("\n")));
    return loaded;
  }

  const segmentWords = (run: string) => jieba().cutForSearch(run, false);
  return {
    segmentWords,
    cutWords: (run) => jieba().cut(run, true),
    isHanWord: (run) => {
      const kept = known.get(run);
      if (kept !== undefined) return kept;
      const found = segmentWords(run).includes(run);
      if (known.size < mostKnown) known.set(run, found);
      return found;
    },
  };
}
