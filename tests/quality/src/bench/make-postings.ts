import { createRandom } from "./random.ts";

const vocabulary = 200_000;
const topics = 400;
const topicWords = 300;
const postingTokens = 66;

/** Generated postings of about 50 different words: common words by Zipf's law, words of a topic, some of their own. */
export type Postings = {
  readonly size: number;
  /** The words of a posting; the same for the same seed and place, whatever the size. */
  tokensOf(at: number): readonly string[];
  /** Words from the most common on. */
  commonWord(rank: number): string;
};

/** A word of letters alone, so that every engine reads it as one. */
function wordOf(number: number): string {
  let word = "";
  for (let rest = number + 26; rest > 0; rest = Math.floor(rest / 26))
    word += String.fromCharCode(97 + (rest % 26));
  return `q${word}`;
}

/** Low numbers often: number n about in proportion to 1 / (n + 1). */
function zipf(random: () => number, limit: number): number {
  return Math.min(limit - 1, Math.floor(Math.exp(random() * Math.log(limit + 1))) - 1);
}

export function makePostings(seed: number, size: number): Postings {
  const words = Array.from({ length: vocabulary }, (_, at) => wordOf(at));
  const random = createRandom(seed);
  const wordsOfTopic = Array.from({ length: topics }, () =>
    Array.from({ length: topicWords }, () => words[200 + Math.floor(random() * 20_000)] ?? ""),
  );
  return {
    size,
    commonWord: (rank) => words[rank] ?? "",
    tokensOf: (at) => {
      const own = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b));
      const topic = wordsOfTopic[Math.floor(own() * topics)] ?? [];
      const length = Math.floor(postingTokens * (0.5 + own()));
      return Array.from({ length }, () => {
        const kind = own();
        if (kind < 0.35) return topic[zipf(own, topicWords)] ?? "";
        return words[kind < 0.95 ? zipf(own, vocabulary) : Math.floor(own() * vocabulary)] ?? "";
      });
    },
  };
}

/** Two to five different words of a random posting for each query. */
export function makeQueries(seed: number, postings: Postings, count: number): readonly (readonly string[])[] {
  const random = createRandom(seed ^ 0x51ed270b);
  return Array.from({ length: count }, () => {
    const words = [...new Set(postings.tokensOf(Math.floor(random() * postings.size)))];
    const length = Math.min(words.length, 2 + Math.floor(random() * 4));
    const chosen = new Set<string>();
    while (chosen.size < length) chosen.add(words[Math.floor(random() * words.length)] ?? "");
    return [...chosen];
  });
}

/** Two to four of the twenty most common words, which few documents lack. */
export function makeCommonQueries(
  seed: number,
  postings: Postings,
  count: number,
): readonly (readonly string[])[] {
  const random = createRandom(seed ^ 0x2545f491);
  return Array.from({ length: count }, () => {
    const ranks = new Set<number>();
    for (const length = 2 + Math.floor(random() * 3); ranks.size < length; )
      ranks.add(Math.floor(random() * 20));
    return [...ranks].map((rank) => postings.commonWord(rank));
  });
}
