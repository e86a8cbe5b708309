export { glancePairs, lookPairs, type Pairs } from "./look-pairs.ts";
export { oddLetters } from "./odd-letters.ts";

import { createSoundBook, createTokenizer } from "@lilink/engine/text";
import { concepts, labelsOf } from "../chain/index.ts";

const names = () => concepts.flatMap(labelsOf);

/** The tokenizer that knows the names of the chain: 六氟磷酸锂 is one word. */
export const tokenizer = createTokenizer(names);

export const { isHanWord, searchTermsOf, tokensOf } = tokenizer;

/**
 * What a word of Latin letters may be the pinyin of: a name of the chain or its beginning, written without tones. [TX10]
 * @example hanOfPinyin("tansuanli") // ["碳酸锂"]
 */
export const hanOfPinyin = createSoundBook(names, tokenizer);
