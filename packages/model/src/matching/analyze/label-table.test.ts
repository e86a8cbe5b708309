import { describe, expect, it } from "vitest";
import { concepts } from "../../chain/index.ts";
import wordsJson from "../data/labels.json" with { type: "json" };
import { findLabels } from "./find-labels.ts";
import { foldLabel, listLabels } from "./label-table.ts";

const declared = new Map<string, ReadonlySet<string>[]>();
for (const { labels, concepts: meant } of wordsJson)
  for (const label of labels) {
    const form = foldLabel(label).toLowerCase();
    declared.set(form, [...(declared.get(form) ?? []), new Set(meant)]);
  }

describe("[MT110] the words of a concept", () => {
  it("mean one thing, or stand with all that they mean in the list of trade words", () => {
    const loose = listLabels().filter(({ text, concepts: meant }) => {
      const whole = declared.get(text.toLowerCase()) ?? [];
      return meant.length > 1 && !whole.some((one) => meant.every((id) => one.has(id)));
    });
    expect(loose.map(({ text, concepts: meant }) => `${text}: ${meant.join(", ")}`)).toEqual([]);
  });

  it("lead to concepts that exist, and each word is found as it stands", () => {
    const known = new Set(concepts.map(({ id }) => id));
    for (const { text, concepts: meant } of listLabels()) {
      for (const id of meant.flatMap((each) => each.split("+")))
        expect(known.has(id), `${text}: ${id}`).toBe(true);
      const [hit] = findLabels(text);
      if (meant.length > 0) expect([hit?.start, hit?.end], text).toEqual([0, text.length]);
    }
  });

  it("hold no measure: it would be lost as a figure", () => {
    const words = wordsJson.flatMap(({ labels }) => labels);
    expect(words.filter((word) => /\d ?(?:Ah|μm|um)(?![A-Za-z])/.test(word))).toEqual([]);
  });

  it.each([
    ["求购六系单晶粉", "ncm622"],
    ["nickel-60 powder", "ncm622"],
    ["NMC 6-2-2 for pouch cells", "ncm622"],
    ["碳酸锂工碳", "li2co3-tech"],
    ["准电碳", "li2co3-tech"],
    ["lithium carb BG", "li2co3-batt"],
    ["copper granulate", "recovered-cu-al"],
    ["铜米", "recovered-cu-al"],
    ["spent NMC pouch cells", "eol-ncm"],
    ["nitrogen-blanketed shredder", "eq-crusher"],
    ["沉锂釜", "carbonate-precipitation"],
    ["Glauber's salt", "sodium-sulfate"],
    ["LiCl brine concentrate", "brine-concentrated"],
    ["博士工作站", "svc-joint-phd"],
    ["patent family", "svc-ip-licence"],
  ])("%s is %s", (text, concept) => {
    expect(findLabels(text).flatMap((hit) => hit.concepts)).toContain(concept);
  });
});
