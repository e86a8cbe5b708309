import {
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
});
