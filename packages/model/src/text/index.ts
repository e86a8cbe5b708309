export { type Pinyin, pinyinOf } from "./pinyin-of.ts";
export { hanOfPinyin } from "./read-pinyin.ts";
export * from "./search-terms.ts";
export { cutWords, segmentWords } from "./segment-words.ts";
export { simplifyHan } from "./simplify-han.ts";
export { stemWord } from "./stem-word.ts";
export * from "./to-tsvector-input.ts";
export * from "./tokens-of.ts";
