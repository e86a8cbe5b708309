import { createTermReader } from "./search-terms.ts";
import { createSegmenter, type Segmenter } from "./segment-words.ts";
import { createTokenReader } from "./tokens-of.ts";

/** What a text is filed under: `tokensOf` for a database's text search, `searchTermsOf` for ranked search. */
export type Tokenizer = Segmenter &
  ReturnType<typeof createTokenReader> &
  ReturnType<typeof createTermReader>;

/**
 * A tokenizer over the general Chinese dictionary and the words of your field. It reads the dictionary at first use, which
 * takes about half a second and 5 MB.
 * @param words names of the field; those not written in Han alone are left out
 * @example createTokenizer(() => ["六氟磷酸锂"]).tokensOf("求购六氟磷酸锂")
 */
export function createTokenizer(words: () => Iterable<string> = () => []): Tokenizer {
  const segmenter = createSegmenter(words);
  return { ...segmenter, ...createTokenReader(segmenter), ...createTermReader(segmenter) };
}
