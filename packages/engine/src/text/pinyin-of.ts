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
  return join(partsOf(name));
}

/**
 * The pinyin of a name from each of its characters on, the whole first; a run of Latin counts as one. [TX5]
 * @example soundsOf("镍锰NMC").map(({ full }) => full) // ["niemengnmc", "mengnmc", "nmc"]
 */
export function soundsOf(name: string): readonly Pinyin[] {
  const parts = partsOf(name);
  return parts.map((_, at) => join(parts.slice(at)));
}

/** The syllables of a run of Han characters, one a character. */
export function syllablesOf(run: string): readonly string[] {
  return pinyin(run, { toneType: "none", type: "array", v: true });
}

const join = (parts: readonly Pinyin[]): Pinyin => ({
  full: parts.map((part) => part.full).join(""),
  initials: parts.map((part) => part.initials).join(""),
});

/** One part for each Han character and for each run of Latin. */
function partsOf(name: string): readonly Pinyin[] {
  const spaced = foldText(name).replaceAll(/\p{Script=Han}+/gu, " $& ");
  return (spaced.match(runs) ?? []).flatMap((run) =>
    /^\p{Script=Han}/u.test(run)
      ? syllablesOf(run).map((syllable) => ({ full: syllable, initials: syllable.charAt(0) }))
      : [{ full: run, initials: run }],
  );
}
