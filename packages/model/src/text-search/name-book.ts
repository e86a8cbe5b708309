import { soundOfLatin } from "../lexicon/index.ts";
import { isCommonWord, termsOfLatin } from "../text/index.ts";

const nameInSentence = /(?<=[a-z,;:'"”)\d(] ?)[A-Z][a-z]{2,}/g;

/** The names that English documents hold, by sound. */
export type NameBook = {
  /** Counts the names of a text in (1) or out (-1). */
  tally(text: string, sign: 1 | -1): void;
  bySound(): Iterable<readonly [sound: string, terms: readonly string[]]>;
};

/** A book of names that forgets what is taken out; a name is a capital inside a sentence. [TS2] */
export function createNameBook(): NameBook {
  const sounds = new Map<string, Map<string, number>>();
  return {
    tally: (text, sign) => {
      for (const name of new Set(text.match(nameInSentence) ?? [])) {
        const sound = soundOfLatin(name);
        const term = termsOfLatin(name.toLowerCase())[0];
        if (sound.length < 2 || term === undefined || isCommonWord(name.toLowerCase())) continue;
        const terms = sounds.get(sound) ?? new Map<string, number>();
        const count = (terms.get(term) ?? 0) + sign;
        if (count > 0) terms.set(term, count);
        else terms.delete(term);
        if (terms.size > 0) sounds.set(sound, terms);
        else sounds.delete(sound);
      }
    },
    *bySound() {
      for (const [sound, terms] of sounds) yield [sound, [...terms.keys()]];
    },
  };
}
