import frequencies from "../data/term-frequencies.json" with { type: "json" };
import wordFrequencies from "../data/word-frequencies.json" with { type: "json" };

type Table = typeof frequencies | typeof wordFrequencies;
type Counts = ReadonlyMap<string, number>;

const { documents } = frequencies;
let counts: Counts | undefined;
let wordCounts: Counts | undefined;

function read({ termsByCount }: Table): Counts {
  return new Map(
    Object.entries(termsByCount).flatMap(([count, terms]) =>
      terms.split(" ").map((term) => [term, Number(count)] as const),
    ),
  );
}

/**
 * How much a term tells, from a fixed table of postings of the trade and from no posting of the market: no third posting
 * moves a score. What the table lacks is as rare as what it has once. [MT15]
 */
export function rarityOf(term: string): number {
  counts ??= read(frequencies);
  return rarityOfCount(counts.get(term) ?? 1);
}

/** How much a clause of a search tells that any of its words answers, each counted by its weight; the table of words is as fixed. [MT101] */
export function rarityOfWords(
  members: readonly { readonly term: string; readonly weight: number }[],
): number {
  wordCounts ??= read(wordFrequencies);
  const known = wordCounts;
  const count = members.reduce((sum, { term, weight }) => sum + weight * (known.get(term) ?? 0), 0);
  return rarityOfCount(Math.min(documents, count === 0 ? 1 : count));
}

/** Whether the table has a word: what it lacks stands in one of its postings at most. */
export function isKnownWord(word: string): boolean {
  wordCounts ??= read(wordFrequencies);
  return wordCounts.has(word);
}

function rarityOfCount(count: number): number {
  return Math.log(1 + (documents - count + 0.5) / (count + 0.5));
}
