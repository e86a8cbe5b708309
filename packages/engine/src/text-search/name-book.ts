import { soundOfLatin } from "../lexicon/index.ts";
import { isCommonWord, termsOfLatin } from "../text/index.ts";

const nameInSentence = /(?<=[a-z,;:'"”)\d(] ?)[A-Z][a-z]{2,}/g;

export type SoundedName = { readonly sound: string; readonly term: string };

/** The names that English documents hold, by sound. */
export type NameBook = {
  add(names: readonly SoundedName[]): void;
  remove(names: readonly SoundedName[]): void;
  bySound(): Iterable<readonly [sound: string, terms: readonly string[]]>;
};

/** The names of a text, each once: capitals inside a sentence. [LX4] @example namesOf("It was Tesla.") // [{ sound: "TSL", term: "tesla" }] */
export function namesOf(text: string): readonly SoundedName[] {
  return [...new Set(text.match(nameInSentence) ?? [])].flatMap((name) => {
    const folded = name.toLowerCase();
    const [sound, term] = [soundOfLatin(name), termsOfLatin(folded)[0]];
    return sound.length < 2 || term === undefined || isCommonWord(folded) ? [] : [{ sound, term }];
  });
}

/** A book that counts names in and out; what is counted out altogether leaves no trace. [TS1] */
export function createNameBook(): NameBook {
  const sounds = new Map<string, Map<string, number>>();

  function tally(names: readonly SoundedName[], sign: 1 | -1): void {
    for (const { sound, term } of names) {
      const terms = sounds.get(sound) ?? new Map<string, number>();
      const count = (terms.get(term) ?? 0) + sign;
      if (count > 0) terms.set(term, count);
      else terms.delete(term);
      if (terms.size > 0) sounds.set(sound, terms);
      else sounds.delete(sound);
    }
  }

  return {
    add: (names) => tally(names, 1),
    remove: (names) => tally(names, -1),
    *bySound() {
      for (const [sound, terms] of sounds) yield [sound, [...terms.keys()]];
    },
  };
}
