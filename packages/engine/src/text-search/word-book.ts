import { foldText, pinyinOf, simplifyHan, type Tokenizer } from "../text/index.ts";

const typedWord = /\p{Script=Han}+|\p{Script=Latin}+/gu;
const latinWord = /(?<![\p{L}\p{N}])[a-z]{4,24}(?![\p{L}\p{N}])/gu;
const han = /\p{Script=Han}+/gu;
const longestHan = 8;
/** Letters from which on two slips are still one word. */
const longWord = 8;

/** The words of a collection, counted in and out, and what a mistyped word may have meant. [TS8] */
export type WordBook = {
  add(words: readonly string[]): void;
  remove(words: readonly string[]): void;
  /** The query with each word that `isKnown` denies put right; null where nothing is. */
  correct(query: string, isKnown: (word: string) => boolean): string | null;
};

/** The words of a text that others may be put right to, each once: Latin of four letters or more, Han of two. */
export function wordsOf(text: string, { segmentWords }: Pick<Tokenizer, "segmentWords">): readonly string[] {
  const folded = simplifyHan(foldText(text));
  const runs = (folded.match(han) ?? []).flatMap((run) => [...segmentWords(run)]);
  return [...new Set([...(folded.match(latinWord) ?? []), ...runs.filter((word) => [...word].length > 1)])];
}

/** A book that knows the given words from the start. What is counted out altogether leaves no trace. */
export function createWordBook(known: () => Iterable<string>): WordBook {
  const counts = new Map<string, number>();
  const bySound = new Map<string, Set<string>>();
  /** New words whose sound nobody has asked for yet: it costs more than all else of a word. */
  const unheard = new Set<string>();
  let loaded = false;

  function tally(words: readonly string[], sign: 1 | -1): void {
    for (const word of words) {
      const count = (counts.get(word) ?? 0) + sign;
      if (count === sign && sign > 0) unheard.add(word);
      if (count > 0) counts.set(word, count);
      else {
        counts.delete(word);
        if (!unheard.delete(word)) bySound.get(soundOf(word))?.delete(word);
      }
    }
  }

  function file(word: string): void {
    const sound = soundOf(word);
    const alike = bySound.get(sound) ?? new Set();
    bySound.set(sound, alike.add(word));
  }

  const better = (a: string, b: string) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1);

  /** The word of as many characters that sounds alike, or has all but one of at least four characters. */
  function findHan(part: string): string | undefined {
    const alike = [...(bySound.get(soundOf(part)) ?? [])].filter(
      (word) => isHan(word) && word.length === part.length,
    );
    if (alike.length > 0) return alike.sort(better)[0];
    if (part.length < 4) return undefined;
    return [...counts.keys()]
      .filter((word) => isHan(word) && slipsBetween(word, part, 1) === 1)
      .sort(better)[0];
  }

  function correctHan(run: string, isKnown: (word: string) => boolean): string {
    // Two characters inside a longer run sound like too much.
    const shortest = run.length === 2 ? 2 : 3;
    for (let length = Math.min(longestHan, run.length); length >= shortest; length--)
      for (let start = 0; start + length <= run.length; start++) {
        const part = run.slice(start, start + length);
        const meant = isKnown(part) ? undefined : findHan(part);
        if (meant) return `${run.slice(0, start)}${meant}${run.slice(start + length)}`;
      }
    return run;
  }

  /** The nearest word by slips of the fingers, else the Han that sounds so. */
  function correctLatin(word: string): string {
    if (word.length < 4) return word;
    const most = word.length >= longWord ? 2 : 1;
    let best: { word: string; slips: number } | undefined;
    const offer = (meant: string, slips: number) => {
      if (
        slips > 0 &&
        slips <= most &&
        (!best || slips < best.slips || (slips === best.slips && better(meant, best.word) < 0))
      )
        best = { word: meant, slips };
    };
    for (const other of counts.keys()) if (!isHan(other)) offer(other, slipsBetween(other, word, most));
    for (const [sound, words] of bySound) {
      const spoken = [...words].filter(isHan);
      if (spoken.length > 0 && sound.length >= longWord) {
        const slips = slipsBetween(sound, word, most);
        for (const meant of spoken) offer(meant, slips);
      }
    }
    return best?.word ?? word;
  }

  return {
    add: (words) => tally(words, 1),
    remove: (words) => tally(words, -1),
    correct: (query, isKnown) => {
      if (!loaded) tally([...new Set(known())], 1);
      loaded = true;
      for (const word of unheard) file(word);
      unheard.clear();
      const folded = simplifyHan(foldText(query));
      const corrected = folded.replaceAll(typedWord, (word, at: number) => {
        const beside = `${folded[at - 1] ?? ""}${folded[at + word.length] ?? ""}`;
        if (isKnown(word) || /[\p{N}]/u.test(beside)) return word;
        return isHan(word) ? correctHan(word, isKnown) : correctLatin(word);
      });
      return corrected === folded ? null : corrected;
    },
  };
}

const sounds = new Map<string, string>();
const mostSounds = 50_000;

function soundOf(word: string): string {
  const kept = sounds.get(word);
  if (kept !== undefined) return kept;
  const sound = isHan(word) ? pinyinOf(word).full : word;
  if (sounds.size < mostSounds) sounds.set(word, sound);
  return sound;
}

function isHan(word: string): boolean {
  return /^\p{Script=Han}/u.test(word);
}

/** Letters left out, put in, taken for another or swapped with the next one (Damerau), counted up to a limit. */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last] = [
    new Array<number>(other.length + 1).fill(0),
    Array.from({ length: other.length + 1 }, (_, at) => at),
  ];
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      now.push(least);
    }
    if (Math.min(...now) > most) return most + 1;
    [before, last] = [last, now];
  }
  return last[other.length] ?? most + 1;
}
