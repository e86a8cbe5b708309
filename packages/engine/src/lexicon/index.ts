export { findGlosses } from "./find-entry.ts";
export { soundOfLatin } from "./name-sound.ts";
export { translateHan, type Vocabulary } from "./translate-han.ts";
export { readLatinSenses, translateLatin } from "./translate-latin.ts";
