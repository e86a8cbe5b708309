import { describe, expect, it } from "vitest";
import { listWeakLinks } from "./list-weak-links.ts";

const verdict = (attribute: string, value: "pass" | "fail" | "unknown", hard = true) => ({
  attribute,
  hard,
  verdict: value,
});

describe("weak links", () => {
  it("[AL15] go first, with the missing tonnes and the hard requirement that most often fails", () => {
    const links = listWeakLinks(
      [
        { concept: "lfp", needs: 1, capabilities: 4, projects: 0 },
        { concept: "lipf6", needs: 3, capabilities: 1, projects: 0, asked: "900.5", offered: "300" },
        { concept: "nca", needs: 2, capabilities: 0, projects: 0, asked: "10" },
      ],
      [
        { concept: "lipf6", verdicts: [verdict("purity", "fail"), verdict("d50", "fail")] },
        { concept: "lipf6", verdicts: [verdict("purity", "fail"), verdict("d50", "unknown")] },
        { concept: "lipf6", verdicts: [verdict("magnetic", "fail", false), verdict("d50", "pass")] },
        { concept: "lfp", verdicts: [verdict("purity", "pass")] },
      ],
    );
    expect(links.map(({ concept, state }) => [concept, state])).toEqual([
      ["nca", "weak"],
      ["lipf6", "tight"],
      ["lfp", "answered"],
    ]);
    expect(links[1]).toMatchObject({
      gap: "600.5",
      constraint: { attribute: "purity", failed: 2, alone: 1, judged: 2 },
    });
    expect(links[2]).toMatchObject({ gap: null, constraint: null });
  });

  it("[AL15] more offered than asked is no gap, and among equals the greater gap goes first", () => {
    const counts = { needs: 2, capabilities: 1, projects: 0 };
    const links = listWeakLinks(
      [
        { ...counts, concept: "dtd", asked: "5", offered: "7" },
        { ...counts, concept: "lifsi", asked: "9", offered: "7" },
      ],
      [],
    );
    expect(links.map(({ concept, gap }) => [concept, gap])).toEqual([
      ["lifsi", "2"],
      ["dtd", "0"],
    ]);
  });

  it("[AL15] the balance goes by stated amounts, and offers of kinds leave a shortfall open", () => {
    const counts = { needs: 2, capabilities: 1, projects: 0 };
    const links = listWeakLinks(
      [
        { ...counts, concept: "dtd", asked: "5", offered: "7" },
        { ...counts, concept: "lifsi", asked: "9", offered: "7" },
        { ...counts, concept: "lfp", asked: "9" },
        { ...counts, concept: "high-nickel", asked: "9", offered: "7" },
        { ...counts, concept: "nca" },
      ],
      [],
    );
    expect(Object.fromEntries(links.map(({ concept, balance }) => [concept, balance]))).toEqual({
      dtd: "2",
      lifsi: "-2",
      lfp: null,
      "high-nickel": null,
      nca: null,
    });
  });
});
