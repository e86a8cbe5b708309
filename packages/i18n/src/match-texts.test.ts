import {
  matchWords,
  questionCodes,
  reasonParams,
  relationCodes,
  relationDirections,
  termCodes,
  verdictValues,
} from "@lilink/model/matching";
import { describe, expect, it } from "vitest";
import { catalog } from "./catalog.ts";

function namesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ""))];
}

describe.each(["zh-CN", "en"] as const)("texts of matches in %s", (locale) => {
  const { match } = catalog[locale];

  it("[MT9] every reason has a text, and no text asks for a param that its reason does not carry", () => {
    expect(Object.keys(match.reason).sort()).toEqual(Object.keys(reasonParams).sort());
    const texts: Readonly<Record<string, string>> = match.reason;
    const params: Readonly<Record<string, readonly string[]>> = reasonParams;
    const strange = Object.keys(texts).filter((code) =>
      namesIn(texts[code] ?? "").some((name) => !params[code]?.includes(name)),
    );
    expect(strange).toEqual([]);
  });

  it("names every relation, direction, verdict and question", () => {
    expect(Object.keys(match.relation).sort()).toEqual([...relationCodes].sort());
    expect(Object.keys(match.direction).sort()).toEqual([...relationDirections].sort());
    expect(Object.keys(match.verdict).sort()).toEqual([...verdictValues].sort());
    expect(Object.keys(match.question).sort()).toEqual([...questionCodes].sort());
    expect(Object.keys(match.term).sort()).toEqual([...termCodes].sort());
  });

  it("[MT70] has a word and its rule for every fit, and none of them is a number", () => {
    expect(Object.keys(match.word).sort()).toEqual([...matchWords].sort());
    expect(Object.keys(match.wordRule).sort()).toEqual([...matchWords].sort());
    for (const text of [...Object.values(match.word), ...Object.values(match.wordRule)])
      expect(text).not.toMatch(/[\d%{]/);
    const shares = Object.entries(match.reason).filter(([, text]) => text.includes("%"));
    expect(shares.map(([code]) => code)).toEqual(["figure_part"]);
  });
});
