export { glancePairs, lookPairs, type Pairs } from "./look-pairs.ts";
export { oddLetters } from "./odd-letters.ts";

import { createSoundBook, createTokenizer } from "@lilink/engine/text";
import { attributes, concepts, labelsOf, labelsOfAttribute } from "../chain/index.ts";

const names = () => concepts.flatMap(labelsOf);

/** The words that a mistyped one may have meant: the names of the chain and of its attributes, and the words of them. [TX10] */
export function listNames(): readonly string[] {
  const all = [...names(), ...attributes.flatMap(labelsOfAttribute)];
  return all.flatMap(
    (name) =>
      name.toLowerCase().match(/^\p{Script=Han}{2,}$|(?<![\p{L}\p{N}])[a-z]{4,}(?![\p{L}\p{N}])/gu) ?? [],
  );
}

/** The tokenizer that knows the names of the chain: 六氟磷酸锂 is one word. */
export const tokenizer = createTokenizer(names);

export const { isHanWord, searchTermsOf, tokensOf } = tokenizer;

/**
 * What a word of Latin letters may be the pinyin of: a name of the chain or its beginning, written without tones. [TX10]
 * @example hanOfPinyin("tansuanli") // ["碳酸锂"]
 */
export const hanOfPinyin = createSoundBook(names, tokenizer);
