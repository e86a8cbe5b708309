import { concepts, labelsOf } from "../chain/index.ts";
import { syllablesOf } from "./pinyin-of.ts";
import { segmentWords } from "./segment-words.ts";

const mostReadings = 4;
const hanRuns = /\p{Script=Han}{2,}/gu;

let table: ReadonlyMap<string, readonly string[]> | undefined;

/** The names of the chain, their beginnings, their ends and the words in them, by their sound; the most frequent first. */
function loadTable(): ReadonlyMap<string, readonly string[]> {
  if (table) return table;
  const counts = new Map<string, Map<string, number>>();
  for (const run of concepts.flatMap(labelsOf).flatMap((label) => label.match(hanRuns) ?? [])) {
    // Read as a whole: a character may sound otherwise beside others.
    const syllables = syllablesOf(run);
    for (const part of partsOf(run)) {
      const start = run.indexOf(part);
      const sound = syllables.slice(start, start + part.length).join("");
      const readings = counts.get(sound) ?? new Map<string, number>();
      readings.set(part, (readings.get(part) ?? 0) + 1);
      counts.set(sound, readings);
    }
  }
  table = new Map(
    [...counts].map(([sound, readings]) => [
      sound,
      [...readings]
        .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
        .slice(0, mostReadings)
        .map(([han]) => han),
    ]),
  );
  return table;
}

function partsOf(run: string): ReadonlySet<string> {
  const cuts = Array.from({ length: run.length - 1 }, (_, at) => at + 1);
  const ends = cuts.flatMap((at) => [run.slice(0, at), run.slice(at)]).filter((part) => part.length > 2);
  return new Set([...segmentWords(run).filter((word) => word.length > 1), ...ends, run]);
}

/**
 * What a word of Latin letters may be the pinyin of: a name of the chain or its beginning, written without tones. [TX10]
 * @example hanOfPinyin("tansuanli") // ["碳酸锂"]
 */
export function hanOfPinyin(word: string): readonly string[] {
  return /^[a-z]{4,}$/.test(word) ? (loadTable().get(word) ?? []) : [];
}
