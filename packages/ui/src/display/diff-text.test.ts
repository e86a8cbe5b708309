import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffText } from "./diff-text.ts";

const side = (parts: ReturnType<typeof diffText>, dropped: "removed" | "added") =>
  parts
    .filter((part) => part.kind !== dropped)
    .map((part) => part.text)
    .join("");

describe("diffText", () => {
  it("gives back both texts, whatever they are", () => {
    const text = fc
      .array(fc.constantFrom("锂", "镍", "purity ", "99.5", " ", "，"), { maxLength: 30 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffText(before, after);
        expect(side(parts, "added")).toBe(before);
        expect(side(parts, "removed")).toBe(after);
      }),
    );
  });

  it("marks one changed figure and nothing else", () => {
    expect(diffText("纯度 99.5 以上", "纯度 99.9 以上").filter((part) => part.kind !== "same")).toEqual([
      { kind: "removed", text: "5" },
      { kind: "added", text: "9" },
    ]);
  });
});
