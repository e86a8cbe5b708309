export { findGlosses } from "./find-entry.ts";
export { soundOfLatin } from "./name-sound.ts";
export { translateHan, type Vocabulary } from "./translate-han.ts";
export { translateLatin } from "./translate-latin.ts";
