import { translateHan, translateLatin, type Vocabulary } from "../lexicon/index.ts";
import { isCommonWord, pairTermsOf, type Run, runsOf, type Tokenizer, termsOfLatin } from "../text/index.ts";
import type { Clause, WeightedTerm } from "../text-index/index.ts";
import type { Language } from "./language.ts";

/** What a phrase of two neighbours adds beside its words. */
const pairWeight = 0.1;
/** What a part or a whole counts where the other is asked too. */
const partWeight = 0.5;

/**
 * A query as clauses for documents of one language. Runs of the same script are asked as they are; Chinese for English
 * documents and English for Chinese ones through the lexicon; names, numbers and formulae pass through. [TS2]
 */
export function toClauses(
  text: string,
  language: Language,
  vocabulary: Vocabulary,
  tokenizer: Tokenizer,
): readonly Clause[] {
  const runs = runsOf(text);
  const telling = runs.filter((run) => run.script === "han" || !isCommonWord(run.text));
  const asked = telling.length > 0 ? telling : runs;
  const counts = new Map<string, number>();
  for (const run of asked) {
    if (run.script === "latin" || language === "zh")
      for (const { term, weight } of termsOfRun(run, tokenizer))
        counts.set(term, (counts.get(term) ?? 0) + weight);
  }
  return [
    ...[...counts].map(([term, weight]) => ({ members: [{ term, weight: 1 }], weight })),
    ...(language === "en" ? phrasesOf(runs) : []),
    ...(language === "en"
      ? asked
          .filter(({ script }) => script === "han")
          .flatMap((run) => translateHan(run.text, vocabulary, tokenizer))
      : translateLatin(latinTermsOf(asked), vocabulary)),
  ];
}

/**
 * The terms of one run with their weights, so that a word of any length counts about as one: a word of two characters
 * whole, a longer one half beside its pairs, a pair across words half. Single characters say too little in a longer run.
 */
function termsOfRun({ script, text }: Run, { segmentWords, termsOfHan }: Tokenizer): readonly WeightedTerm[] {
  if (script === "latin") return termsOfLatin(text).map((term) => ({ term, weight: 1 }));
  const words = new Set(segmentWords(text));
  const alone = [...text].length === 1;
  return termsOfHan(text)
    .filter((term) => alone || ([...term].length > 1 && !saysNothing(term, words)))
    .map((term) => ({ term, weight: alone || ([...term].length === 2 && words.has(term)) ? 1 : partWeight }));
}

function saysNothing(term: string, words: ReadonlySet<string>): boolean {
  return isCommonWord(term) || (!words.has(term) && [...term].every(isCommonWord));
}

function latinTermsOf(runs: readonly Run[]): readonly string[] {
  return runs.filter(({ script }) => script === "latin").map(({ text }) => termsOfLatin(text)[0] ?? text);
}

function phrasesOf(runs: readonly Run[]): readonly Clause[] {
  const pairs = new Set(pairTermsOf(latinTermsOf(runs)));
  return [...pairs].map((term) => ({ members: [{ term, weight: 1 }], weight: pairWeight }));
}
