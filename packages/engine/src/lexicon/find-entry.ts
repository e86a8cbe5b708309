import data from "./data/lexicon.json" with { type: "json" };

const { lines } = data;

/** The start of the line that holds a place of the text. */
function lineStart(at: number): number {
  return lines.lastIndexOf("\n", at - 1) + 1;
}

/**
 * The English glosses of a Chinese word in simplified characters, the usual ones first; none when the dictionary lacks it.
 * The dictionary is CC-CEDICT (CC BY-SA 4.0), one sorted text that is searched by halving, so loading costs nothing. [LX1]
 * @example findGlosses("电池") // ["battery", "electric cell"]
 */
export function findGlosses(word: string): readonly string[] {
  const key = `${word}\t`;
  let [low, high] = [0, lines.length];
  while (low < high) {
    const start = lineStart((low + high) >> 1);
    const end = endOfLine(start);
    const line = lines.slice(start, Math.min(end, start + key.length));
    if (line === key) return lines.slice(start + key.length, end).split(";");
    if (line < key) low = end + 1;
    else high = start;
  }
  return [];
}

function endOfLine(start: number): number {
  const end = lines.indexOf("\n", start);
  return end < 0 ? lines.length : end;
}

type Entry = readonly [word: string, glosses: readonly string[], place: number];

/** Every word of the dictionary with its glosses and its place, in one pass. */
export function* listEntries(): Generator<Entry> {
  for (let start = 0; start < lines.length; ) {
    const entry = entryAt(start);
    yield entry;
    start = endOfLine(start) + 1;
  }
}

/** The word at a place that `listEntries` told. */
export function entryAt(place: number): Entry {
  const tab = lines.indexOf("\t", place);
  return [lines.slice(place, tab), lines.slice(tab + 1, endOfLine(tab)).split(";"), place];
}
