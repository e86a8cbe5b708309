import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { makeCommonQueries, makePostings, makeQueries, type Postings } from "./make-postings.ts";

/** The postings, queries and filter that every engine of one run is given. */
export type Workload = {
  readonly seed: number;
  readonly postings: Postings;
  readonly queries: readonly (readonly string[])[];
  /** Queries of common words alone: the worst case of a search. */
  readonly common: readonly (readonly string[])[];
  /** The different words of whole postings, as queries. */
  readonly pairs: readonly (readonly string[])[];
  /** Different words of a posting, in the mean of a sample. */
  readonly termsPerPosting: number;
};

const sampled = 200;

export function makeWorkload(seed: number, size: number): Workload {
  const postings = makePostings(seed, size);
  const step = Math.max(1, Math.floor(size / sampled));
  const pairs = Array.from({ length: Math.min(sampled, size) }, (_, at) => [
    ...new Set(postings.tokensOf(at * step)),
  ]);
  const terms = pairs.reduce((sum, words) => sum + words.length, 0);
  return {
    seed,
    postings,
    queries: makeQueries(seed, postings, sampled),
    common: makeCommonQueries(seed, postings, sampled),
    pairs,
    termsPerPosting: terms / pairs.length,
  };
}

export function idOf(at: number): string {
  return `p${String(at).padStart(8, "0")}`;
}

/** Whether the filter that one in a hundred passes lets a posting through. */
export function passes(at: number): boolean {
  return Math.imul(at + 1, 0x9e3779b1) >>> 0 < 2 ** 32 / 100;
}

/** Writes a line a posting: 1 or 0 for the filter, a tab, its words. */
export async function writeCorpus({ postings }: Workload, file: string): Promise<void> {
  const out = createWriteStream(file);
  for (let at = 0; at < postings.size; at++) {
    const line = `${passes(at) ? 1 : 0}\t${postings.tokensOf(at).join(" ")}\n`;
    if (!out.write(line)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}
