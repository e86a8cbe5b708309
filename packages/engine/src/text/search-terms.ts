import common from "./data/common-words.json" with { type: "json" };
import type { Segmenter } from "./segment-words.ts";
import { simplifyHan } from "./simplify-han.ts";
import { stemWord } from "./stem-word.ts";
import { foldText } from "./tokens-of.ts";

/** A run of one script, folded: Han characters, or letters and digits (a formula or a decimal number is one run). */
export type Run = { readonly script: "han" | "latin"; readonly text: string };

const maxTermLength = 64;
const runs = /\p{Script=Han}+|[\p{L}\p{M}\p{N}]+(?:\.\p{N}+[\p{L}\p{N}]*)*/gu;
const han = /^\p{Script=Han}/u;
const nameThenNumber = /^(\p{L}{2,})(\d{2,})$/u;
const droppedEnglish = new Set(common.rarelyUseful.split(" "));
const commonEnglish = new Set(common.en.split(" "));
const commonChinese = new Set(common.zh.split(" "));

/** Whether a folded word says nothing of a subject: articles, pronouns, question words. */
export function isCommonWord(word: string): boolean {
  return commonEnglish.has(word) || commonChinese.has(word);
}

/**
 * The runs of a text: width, case and traditional characters folded, NCM-811 read as NCM811. [TX6] [TX8]
 * @example runsOf("求購 NCM-811") // [{ script: "han", text: "求购" }, { script: "latin", text: "ncm811" }]
 */
export function runsOf(text: string): readonly Run[] {
  const folded = simplifyHan(foldText(text))
    .replaceAll(/['’]s(?![\p{L}\p{N}])/gu, "")
    .replaceAll(/(?<![\p{L}\p{N}-])([a-z]{2,})-(?=\d{2,}(?![\p{L}\p{N}.-]))/gu, "$1")
    .replaceAll(/\p{Script=Han}+/gu, " $& ");
  return (folded.match(runs) ?? [])
    .filter((run) => run.length <= maxTermLength || han.test(run))
    .map((run) => ({ script: han.test(run) ? "han" : "latin", text: run }));
}

/** A run of letters and digits as terms: its stem, and name and number apart for a grade such as ncm811. [TX7] [TX8] */
export function termsOfLatin(run: string): readonly string[] {
  return [stemWord(run), ...(nameThenNumber.exec(run)?.slice(1) ?? [])];
}

export function createTermReader({ segmentWords }: Pick<Segmenter, "segmentWords">) {
  /** A run of Han as terms: its dictionary words other than pairs, then all its pairs of characters. [TX8] */
  function termsOfHan(run: string): readonly string[] {
    const characters = [...run];
    const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
    return [...segmentWords(run).filter((word) => [...word].length !== 2), ...pairs];
  }

  return {
    termsOfHan,
    /**
     * The terms under which ranked search files a text, in order, with repeats; the thirty-odd words that every English text
     * holds are left out. [TX8]
     * @example searchTermsOf("the batteries of NCM811") // ["batteri", "ncm811", "ncm", "811"]
     */
    searchTermsOf: (text: string): string[] =>
      runsOf(text).flatMap(({ script, text: run }) => {
        if (script === "han") return termsOfHan(run);
        return droppedEnglish.has(run) ? [] : termsOfLatin(run);
      }),
  };
}

/** Neighbouring terms of Latin script as one term each, for phrases: "shock wave" is also "shock_wave". [TX9] */
export function pairTermsOf(terms: readonly string[]): string[] {
  const pairs: string[] = [];
  for (let at = 1; at < terms.length; at++) {
    const [left = "", right = ""] = [terms[at - 1], terms[at]];
    if (!han.test(left) && !han.test(right)) pairs.push(`${left}_${right}`);
  }
  return pairs;
}

/** The share of a text's runs that is Han, by characters against words: 0 for English, 1 for Chinese. */
export function shareOfHan(text: string): number {
  let [chinese, latin] = [0, 0];
  for (const run of runsOf(text)) {
    if (run.script === "han") chinese += [...run.text].length / 2;
    else if (/\p{L}/u.test(run.text)) latin += 1;
  }
  return chinese + latin === 0 ? 0 : chinese / (chinese + latin);
}
