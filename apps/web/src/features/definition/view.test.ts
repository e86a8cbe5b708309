import { shippedDefinitions } from "@lilink/model/goals/definition/shipped";
import { describe, expect, it } from "vitest";
import { breakdownText, codesOf, expressionWords, namesOf, readBreakdowns, stateOf } from "./view.ts";

describe("definitions on a page", () => {
  it("breakdowns come back from their text as they were, whatever parts them", () => {
    for (const { breakdowns } of shippedDefinitions)
      expect(readBreakdowns(breakdownText(breakdowns))).toEqual(breakdowns);
    expect(readBreakdowns("\ntotal\n province ,salt_route\n\n")).toEqual([[], ["province", "salt_route"]]);
  });

  it("dimensions and codes are told in the reader's words, unknown ones as they are", () => {
    expect(namesOf(["province", "salt_route"], "en")).toBe("province × route to the salt");
    expect(namesOf(["colour"], "en")).toBe("colour");
    expect(codesOf({ terms: [] }, "salt_route", ["brine", "magic"], "en")).toBe("brine, magic");
  });

  it("a version holds now, later, held before, or is proposed", () => {
    const state = (version: number, adopted: boolean) => {
      const [definition] = shippedDefinitions;
      return definition ? stateOf({ definition: { ...definition, version }, adopted }, 2) : null;
    };
    expect([state(2, true), state(3, true), state(1, true), state(4, false)]).toEqual([
      "inForce",
      "later",
      "earlier",
      "proposed",
    ]);
  });

  it("an expression is told with names in place of codes", () => {
    const names: Record<string, string> = { co_recovered: "recovered", co_contained: "contained" };
    const told = (text: string) => expressionWords(text, (code) => names[code]);
    expect(told("100 * co_recovered / co_contained")).toBe("100 × recovered ÷ contained");
    expect(told("co_recovered<=co_contained")).toBe("recovered ≤ contained");
    expect(told("max(co_recovered, 1.5)")).toBe("max(recovered, 1.5)");
  });
});
