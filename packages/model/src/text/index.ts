export * from "./pinyin-of.ts";
export { segmentWords } from "./segment-words.ts";
export * from "./to-tsvector-input.ts";
export * from "./tokens-of.ts";
