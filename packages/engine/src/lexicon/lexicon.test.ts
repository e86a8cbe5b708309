import { beforeAll, describe, expect, it } from "vitest";
import { createTokenizer } from "../text/index.ts";
import { listEntries } from "./find-entry.ts";
import { findRenderings } from "./find-renderings.ts";
import {
  findGlosses,
  soundOfLatin,
  translateHan as translate,
  translateLatin,
  type Vocabulary,
} from "./index.ts";
import { likenessOf, soundOfHan } from "./name-sound.ts";
import { contentOf } from "./translate-han.ts";
import { varyStem } from "./vary-stem.ts";

const tokenizer = createTokenizer();
const translateHan = (run: string, vocabulary: Vocabulary) => translate(run, vocabulary, tokenizer);

const everything = { holds: () => true, namesBySound: () => [] };

function vocabularyOf(terms: string, names: readonly string[] = []) {
  const held = new Set(terms.split(" "));
  return {
    holds: (term: string) => held.has(term),
    namesBySound: () =>
      names.map((name): readonly [string, readonly string[]] => [soundOfLatin(name), [name.toLowerCase()]]),
  };
}

function termsOf(clauses: ReturnType<typeof translateHan>): string[] {
  return clauses.map(({ members }) => members.map(({ term }) => term).join("|"));
}

// The table of English glosses is read at the first question.
beforeAll(() => {
  translateLatin(["batteri"], everything);
  translateHan("电池", everything);
}, 60_000);

describe("the dictionary", () => {
  it("[LX1] finds the glosses of a word by halving, for first, last and every thousandth word", () => {
    const entries = [...listEntries()];
    expect(entries.length).toBeGreaterThan(100_000);
    for (const [at, [word, glosses]] of entries.entries()) {
      if (at % 1000 === 0 || at === entries.length - 1) expect(findGlosses(word)).toEqual(glosses);
    }
    expect(findGlosses("电池")).toContain("battery");
    expect(findGlosses("没有这个词条")).toEqual([]);
    expect(findGlosses("")).toEqual([]);
  });
});

describe("Chinese to English", () => {
  it("[LX2] each word is one sense whose members are its glosses, only those that the collection holds", () => {
    expect(termsOf(translateHan("电池回收", vocabularyOf("batteri recycl reclaim")))).toEqual([
      "batteri",
      "recycl|reclaim",
    ]);
  });

  it("[LX2] the usual gloss weighs most, and no member more than one", () => {
    for (const { members } of translateHan("回收锂电池的工厂", everything)) {
      expect(Math.max(...members.map(({ weight }) => weight))).toBe(1);
      expect(new Set(members.map(({ term }) => term)).size).toBe(members.length);
    }
  });

  it("[LX2] question words and particles are not asked; single characters count little", () => {
    expect(translateHan("什么", everything)).toEqual([]);
    expect(translateHan("锂", everything)[0]?.weight).toBeLessThan(1);
  });

  it("[LX3] a word of the same family stands in", () => {
    expect(varyStem("defend")).toContain("defens");
    expect(termsOf(translateHan("防守", vocabularyOf("defens")))).toEqual(["defens"]);
  });

  it("[LX4] a foreign name is found by its sound", () => {
    expect(likenessOf(soundOfHan("皮凯蒂"), soundOfLatin("Piketty"))).toBe(1);
    const named = translateHan("皮凯蒂", vocabularyOf("", ["Piketty", "Johnson"]));
    expect(named[0]?.members.map(({ term }) => term)).toEqual(["piketty"]);
  });
});

describe("English to Chinese", () => {
  it("[LX5] what is kept of the glosses finds each word that they explain, and nothing for other words", () => {
    for (const [at, [word, glosses]] of [...listEntries()].entries()) {
      const terms = contentOf(glosses[0] ?? "");
      if (at % 500 !== 0 || !/^\p{Script=Han}+$/u.test(word) || terms.length === 0 || terms.length > 3)
        continue;
      expect(findRenderings(terms.join(" "))).toContainEqual([word, 1]);
    }
    expect(findRenderings("lipf6 carbonat of nothing")).toEqual([]);
  });

  it("[LX5] the longest gloss is one sense", () => {
    expect(termsOf(translateLatin(["carbon", "dioxid"], vocabularyOf("二氧化碳 碳")))).toEqual(["二氧化碳"]);
    expect(termsOf(translateLatin(["batteri"], vocabularyOf("电池")))).toEqual(["电池"]);
    expect(translateLatin(["lipf6"], everything)).toEqual([]);
  });
});
