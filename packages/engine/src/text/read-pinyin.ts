import { syllablesOf } from "./pinyin-of.ts";
import type { Segmenter } from "./segment-words.ts";

const mostReadings = 4;
const hanRuns = /\p{Script=Han}{2,}/gu;

/** Names by their sound: answers which Han a word of Latin letters may be the pinyin of. */
export type SoundBook = (word: string) => readonly string[];

/**
 * A book of names, their beginnings, their ends and the words in them, found by pinyin without tones; the most frequent
 * first. It reads the names at first use. [TX10]
 * @example createSoundBook(() => ["碳酸锂"], createTokenizer())("tansuanli") // ["碳酸锂"]
 */
export function createSoundBook(names: () => Iterable<string>, { segmentWords }: Segmenter): SoundBook {
  let table: ReadonlyMap<string, readonly string[]> | undefined;
  return (word) => {
    if (!/^[a-z]{4,}$/.test(word)) return [];
    table ??= toTable([...names()], segmentWords);
    return table.get(word) ?? [];
  };
}

function toTable(
  names: readonly string[],
  segmentWords: Segmenter["segmentWords"],
): ReadonlyMap<string, readonly string[]> {
  const counts = new Map<string, Map<string, number>>();
  for (const run of names.flatMap((name) => name.match(hanRuns) ?? [])) {
    // Read as a whole: a character may sound otherwise beside others.
    const syllables = syllablesOf(run);
    for (const part of partsOf(run, segmentWords)) {
      const start = run.indexOf(part);
      const sound = syllables.slice(start, start + part.length).join("");
      const readings = counts.get(sound) ?? new Map<string, number>();
      readings.set(part, (readings.get(part) ?? 0) + 1);
      counts.set(sound, readings);
    }
  }
  return new Map(
    [...counts].map(([sound, readings]) => [
      sound,
      [...readings]
        .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
        .slice(0, mostReadings)
        .map(([han]) => han),
    ]),
  );
}

function partsOf(run: string, segmentWords: Segmenter["segmentWords"]): ReadonlySet<string> {
  const cuts = Array.from({ length: run.length - 1 }, (_, at) => at + 1);
  const ends = cuts.flatMap((at) => [run.slice(0, at), run.slice(at)]).filter((part) => part.length > 2);
  return new Set([...segmentWords(run).filter((word) => word.length > 1), ...ends, run]);
}
