import { pinyin } from "pinyin-pro";
import data from "./data/foreign-names.json" with { type: "json" };

const nameCharacters = new Set(data.characters);

/** Classes of consonants that Chinese keeps apart when it writes a foreign name: 布 and 普 are both P, 尔 and 拉 both L. */
const latinRules: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn)/, "n"],
  [/^wr/, "r"],
  [/^ps/, "s"],
  [/tch|sch|ch|sh|dg/g, "S"],
  [/ph/g, "F"],
  [/th/g, "T"],
  [/gh|ck/g, "K"],
  [/qu/g, "KF"],
  [/x/g, "KS"],
  [/[cg](?=[eiy])|[jsz]/g, "S"],
  [/[bp]/g, "P"],
  [/[fvw]/g, "F"],
  [/[dt]/g, "T"],
  [/[gkcq]/g, "K"],
  [/[lr]/g, "L"],
  [/m/g, "M"],
  [/n/g, "N"],
  [/h/g, "H"],
  [/[aeiouy]+/g, ""],
];

const initials: Readonly<Record<string, string>> = {
  ...{
    b: "P",
    p: "P",
    m: "M",
    f: "F",
    d: "T",
    t: "T",
    n: "N",
    l: "L",
    g: "K",
    k: "K",
    h: "H",
    j: "S",
    q: "S",
  },
  ...{ x: "S", zh: "S", ch: "S", sh: "S", r: "L", z: "S", c: "S", s: "S", w: "F" },
};

const kindred = new Set("HK SK FP LN MN ST FH".split(" "));
const weak: Readonly<Record<string, number>> = { H: 0.5, L: 0.5, F: 0.5, N: 0.6 };

/** How a Latin name sounds, as classes of consonants without vowels. [LX4] @example soundOfLatin("Jackson") // "SKSN" */
export function soundOfLatin(name: string): string {
  const letters = name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "");
  const classes = latinRules.reduce((sound, [from, to]) => sound.replace(from, to), letters);
  return classes.replaceAll(/(.)\1+/g, "$1");
}

/** How Han characters sound when they spell a foreign name. [LX4] @example soundOfHan("杰克逊") // "SKSN" */
export function soundOfHan(name: string): string {
  const syllables = pinyin(name, { toneType: "none", type: "array", v: true });
  const classes = syllables.map((syllable) => {
    if (syllable === "er") return "L";
    const [, initial = "", rest = ""] = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(.*)$/.exec(syllable) ?? [];
    return (initials[initial] ?? "") + (/ng?$/.test(rest) ? "N" : "");
  });
  return classes.join("").replaceAll(/(.)\1+/g, "$1");
}

/** The runs of two and more characters that foreign names are written with. @example foreignRunsOf("杰克逊的城市") // ["杰克逊"] */
export function foreignRunsOf(run: string): readonly string[] {
  const marked = [...run].map((character) => (nameCharacters.has(character) ? character : " ")).join("");
  return marked.split(" ").filter((part) => [...part].length > 1);
}

/** How alike two sounds are, 0 to 1: edits against the longer one, weak consonants at half price. [LX4] */
export function likenessOf(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  let row = [0];
  for (let at = 0; at < b.length; at++) row.push((row[at] ?? 0) + priceOf(b.charAt(at)));
  for (const left of a) {
    const next = [(row[0] ?? 0) + priceOf(left)];
    for (let at = 0; at < b.length; at++) {
      const right = b.charAt(at);
      next.push(
        Math.min(
          (row[at + 1] ?? 0) + priceOf(left),
          (next[at] ?? 0) + priceOf(right),
          (row[at] ?? 0) + exchange(left, right),
        ),
      );
    }
    row = next;
  }
  const alike = 1 - (row[b.length] ?? 0) / Math.max(a.length, b.length);
  return a.charAt(0) === b.charAt(0) ? alike : alike - 0.2;
}

function priceOf(consonant: string): number {
  return weak[consonant] ?? 1;
}

function exchange(left: string, right: string): number {
  if (left === right) return 0;
  return kindred.has(left < right ? left + right : right + left) ? 0.5 : 1;
}
