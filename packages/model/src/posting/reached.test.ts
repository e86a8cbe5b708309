import { describe, expect, it } from "vitest";
import { findReached } from "./reached.ts";

describe("[PO16] words that say that a value is reached", () => {
  it.each([
    ["we now reach", "now reach"],
    ["reached so far", "reached so far"],
    ["目前已达到", "目前已达到"],
    ["scale up and to reach", undefined],
    ["the cells must reach", undefined],
    ["a goal", undefined],
  ])("%s", (text, words) => {
    expect(findReached(text)).toBe(words);
  });
});
