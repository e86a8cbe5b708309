import { pinyin } from "pinyin-pro";
import { foldText } from "./tokens-of.ts";

/** `full` and `initials` are lower-case letters and digits without blanks; runs of Latin stay whole in both. */
export type Pinyin = { readonly full: string; readonly initials: string };

const runs = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;

/**
 * The pinyin under which a name is found, without tones; ü is written v as people type it. [TX5]
 * @example pinyinOf("宁德时代CATL") // { full: "ningdeshidaicatl", initials: "ndsdcatl" }
 */
export function pinyinOf(name: string): Pinyin {
  const spaced = foldText(name).replaceAll(/\p{Script=Han}+/gu, " $& ");
  const parts = (spaced.match(runs) ?? []).map(readRun);
  return {
    full: parts.map((part) => part.full).join(""),
    initials: parts.map((part) => part.initials).join(""),
  };
}

/** The syllables of a run of Han characters, one a character. */
export function syllablesOf(run: string): readonly string[] {
  return pinyin(run, { toneType: "none", type: "array", v: true });
}

function readRun(run: string): Pinyin {
  if (!/^\p{Script=Han}/u.test(run)) return { full: run, initials: run };
  const syllables = syllablesOf(run);
  return { full: syllables.join(""), initials: syllables.map((syllable) => syllable.charAt(0)).join("") };
}
