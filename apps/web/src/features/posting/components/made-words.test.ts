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

  it("[PO17] any levels: no figure that a closer level or the wall keeps is told", () => {
    const level = fc.constantFrom(...disclosureLevels);
    fc.assert(
      fc.property(level, level, (all, own) => {
        const content = { concept: "lfp", figures: [figure("recovery", "8531"), figure("moq", "7419")] };
        const { title, summary } = makeWords(content, { figures: all, "figures.recovery": own }, "zh", zh);
        expect(`${title}${summary}`.replaceAll(",", "").includes("8531")).toBe(own === "everyone");
        expect(`${title}${summary}`.replaceAll(",", "")).not.toContain("7419");
      }),
    );
  });
});
