import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceBy, fitLogistic } from "../../../testing/fit-logistic.ts";
import { sentenceSets } from "../../../testing/golden/sentence-sets.ts";
import { labelThings } from "../../../testing/label-things.ts";
import learnt from "../data/thing-weights.json" with { type: "json" };
import { proposeFields } from "./propose-fields.ts";
import { takenConcepts } from "./read-document.ts";

const subjectsOf = (text: string) => takenConcepts(proposeFields(text));
const names = {
  碳酸锂: "li2co3-batt",
  硫酸镍: "niso4",
  磷酸铁锂: "lfp",
  碳酸二甲酯: "dmc",
};

describe("which things are likely", () => {
  it("[MT100] the stored weights are those that the labelled sentences give", { timeout: 60_000 }, () => {
    const things = Object.keys(sentenceSets).flatMap((name) => labelThings(name));
    const fitted = fitLogistic(things);
    // Names that are added later move a few things; whoever moves more fits anew (npm run quality -- things).
    const moved = things.filter(
      ({ features }) =>
        Math.abs(chanceBy(fitted, features) - chanceBy(learnt as typeof fitted, features)) > 0.1,
    );
    expect(things.length).toBeGreaterThan(1_000);
    expect(moved.length / things.length).toBeLessThan(0.01);
  });

  it.each([
    [
      "I would like to ask for a quotation for battery grade lithium hydroxide for our new line.",
      "lioh-batt",
    ],
    ["Could you send a quote for 20 t of lithium carbonate?", "li2co3-batt"],
    ["标的：三元黑粉，数量300吨。", "black-mass-ncm"],
  ])("[MT100] what is quoted is meant: %s", (text, concept) => {
    expect(subjectsOf(text)).toEqual([concept]);
  });

  it("[MT100] what is right behind a word of the deal is filled in, with its list", () => {
    const list = fc.shuffledSubarray(Object.keys(names) as (keyof typeof names)[], { minLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom("采购", "求购", "供应", "出售"), list, (word, chosen) => {
        expect(new Set(subjectsOf(`${word}${chosen.join("、")}`))).toEqual(
          new Set(chosen.map((name) => names[name])),
        );
      }),
    );
  });

  it("[MT100] what is in doubt stays in sight and is asked", () => {
    const text = "电解液桶回收，装过六氟磷酸锂";
    expect(subjectsOf(text)).toEqual([]);
    expect(proposeFields(text).concepts.map(({ value }) => value)).toContain("electrolyte");
  });
});

describe("a logistic fit", () => {
  it("[MT100] learns what tells the examples apart, whatever their order", () => {
    const example = fc.record({ isSo: fc.boolean(), noise: fc.subarray(["a", "b", "c"]) });
    fc.assert(
      fc.property(fc.array(example, { minLength: 30, maxLength: 60 }), (drawn) => {
        const examples = drawn.map(({ isSo, noise }) => ({
          isSo,
          features: [isSo ? "yes" : "no", ...noise],
        }));
        fc.pre(new Set(drawn.map(({ isSo }) => isSo)).size === 2);
        fc.pre([true, false].every((side) => drawn.filter(({ isSo }) => isSo === side).length >= 10));
        const fitted = fitLogistic(examples);
        for (const { isSo, features } of examples) expect(chanceBy(fitted, features) > 0.5).toBe(isSo);
        const turned = fitLogistic([...examples].reverse());
        for (const { features } of examples)
          expect(chanceBy(turned, features)).toBeCloseTo(chanceBy(fitted, features), 1);
      }),
      { numRuns: 30 },
    );
  });
});
