import { disclosureLevels } from "@lilink/model/posting";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phrasesOf } from "../queries.ts";
import { makeWords } from "./made-words.ts";

const { zh, en } = phrasesOf("need");
const figure = (attribute: string, value: string) =>
  ({ attribute, op: ">=", value, unit: "%", hard: true }) as const;

describe("title and summary as the form proposes them", () => {
  it("[PO17] name the concept, and figures that everyone reads", () => {
    const content = { concept: "li2co3-batt", figures: [figure("recovery", "85")] };
    expect(makeWords(content, {}, "zh", zh).title).toBe("寻求电池级碳酸锂");
    expect(makeWords(content, { figures: "everyone" }, "en", en).title).toBe(
      "Looking for battery-grade lithium carbonate: recovery or yield ≥ 85%",
    );
    expect(makeWords({}, {}, "zh", zh)).toEqual({ title: "", summary: "" });
  });

  it("[PO17] take the noun of the text where the chain has no concept, and a clause of a text that members read", () => {
    const content = { description: "We are looking for 20 t a month of NMP solvent, battery grade." };
    expect(makeWords(content, {}, "en", en).title).toBe("Looking for NMP solvent");
    expect(makeWords(content, {}, "en", en).summary).toMatch(/^NMP solvent: wanted/);
    for (const level of ["partner", "own"] as const)
      expect(makeWords(content, { description: level }, "en", en)).toEqual({ title: "", summary: "" });
    const clause = { description: "锂金属保护膜已完成验证，求合作" };
    expect(makeWords(clause, {}, "zh", zh)).toEqual({ title: "锂金属保护膜已完成验证", summary: "" });
    expect(makeWords(clause, { description: "partner" }, "zh", zh).title).toBe("");
  });

  it("[PO17] say how one works together where everyone reads that, and the deciding figure first", () => {
    const wish = { ...figure("recovery", "85"), hard: false };
    const content = {
      concept: "li2co3-batt",
      cooperation: ["supply", "toll"] as const,
      figures: [wish, { ...figure("purity", "99.5"), unit: "mass %" }],
    };
    expect(makeWords(content, {}, "zh", zh).title).toBe("求购电池级碳酸锂");
    expect(makeWords(content, { figures: "everyone" }, "zh", zh).title).toMatch(/^求购电池级碳酸锂，纯度/);
    expect(makeWords(content, { cooperation: "member" }, "zh", zh).title).toBe("寻求电池级碳酸锂");
    const project = phrasesOf("project").en;
    expect(makeWords({ ...content, figures: [] }, {}, "en", project).title).toBe(
      "R&D project: battery-grade lithium carbonate",
    );
  });

  it("[PO17] who buys for a step of making cells buys its machines", () => {
    const content = { concept: "slurry-mixing", cooperation: ["supply"] as const };
    expect(makeWords(content, {}, "zh", zh)).toMatchObject({
      title: "求购匀浆设备",
      summary: expect.stringMatching(/^匀浆设备/),
    });
    expect(makeWords(content, {}, "en", en).title).toMatch(/slurry mixing equipment$/);
    expect(makeWords({ ...content, cooperation: ["joint_development"] }, {}, "zh", zh).title).toBe(
      "寻求联合开发匀浆",
    );
    expect(makeWords({ ...content, concept: "li2co3-batt" }, {}, "zh", zh).title).toBe("求购电池级碳酸锂");
  });

  it("[PO17] a summary begins with what is wanted or offered and its deciding figure, and with no phrase about oneself", () => {
    const content = { concept: "li2co3-batt", figures: [{ ...figure("purity", "99.5"), unit: "mass %" }] };
    const figures = { figures: "everyone" } as const;
    for (const kind of ["need", "capability", "project"] as const) {
      const phrases = phrasesOf(kind);
      expect(makeWords(content, figures, "en", phrases.en).summary).toMatch(
        /^Battery-grade lithium carbonate, \w+.* ≥ 99.5/,
      );
      expect(makeWords(content, {}, "en", phrases.en).summary).toMatch(/^Battery-grade lithium carbonate: /);
      expect(makeWords(content, figures, "zh", phrases.zh).summary).toMatch(/^电池级碳酸锂，.*99.5/);
    }
  });

  it("[PO17] a summary is one line of thing, figures, amount and forms, as far as its own readers may read them", () => {
    const content = {
      concept: "li2co3-batt",
      cooperation: ["supply", "offtake"] as const,
      figures: [{ ...figure("purity", "99.5"), unit: "mass %" }],
      volume: { amount: "120", unit: "t/month" },
    };
    const summary = (levels: Parameters<typeof makeWords>[1], language: "zh" | "en") =>
      makeWords(content, levels, language, language === "en" ? en : zh).summary;
    expect(summary({}, "zh")).toBe("电池级碳酸锂：寻供应方（供货、包销）。更多内容对已核验单位开放。");
    expect(summary({}, "en")).toBe(
      "Battery-grade lithium carbonate: wanted (supply, offtake). Verified organizations see more.",
    );
    expect(summary({ "figures.purity": "everyone" }, "zh")).toBe(
      "电池级碳酸锂，纯度/主含量 ≥ 99.5%（质量）：寻供应方（供货、包销）。",
    );
    // Rivals read what members read, and no amount.
    expect(summary({ summary: "member" }, "en")).toMatch(/main content ≥ 99.5.*: wanted/);
    expect(summary({ summary: "member" }, "en")).not.toContain("120");
    expect(summary({ summary: "partner" }, "zh")).toMatch(/^电池级碳酸锂，.*99.5.*，120吨\/月：/);
    expect(makeWords({ ...content, concepts: ["li2co3-tech"] }, {}, "zh", zh).summary).toMatch(
      /^电池级碳酸锂、工业级碳酸锂：/,
    );
  });

  it("[PO17] any levels: no figure that a closer level or the wall keeps is told", () => {
    const level = fc.constantFrom(...disclosureLevels);
    fc.assert(
      fc.property(level, level, level, level, (all, own, amount, read) => {
        const content = {
          concept: "lfp",
          figures: [figure("recovery", "8531"), figure("moq", "7419")],
          volume: { amount: "6217", unit: "t" },
        };
        const levels = { figures: all, "figures.recovery": own, volume: amount, summary: read };
        const { title, summary } = makeWords(content, levels, "zh", zh);
        const told = (words: string, number: string) => words.replaceAll(",", "").includes(number);
        const narrowness = (one: typeof read) => disclosureLevels.indexOf(one);
        expect(told(title, "8531")).toBe(own === "everyone");
        expect(told(summary, "8531")).toBe(narrowness(own) <= narrowness(read));
        expect(told(`${title}${summary}`, "7419")).toBe(false);
        expect(told(title, "6217")).toBe(false);
        if (told(summary, "6217")) expect(narrowness(read)).toBeGreaterThanOrEqual(narrowness("partner"));
      }),
    );
  });
});
