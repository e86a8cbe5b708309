import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainLine, plainText } from "./plain-text.ts";

describe("text that people type", () => {
  it.each([
    ["宁德\u200b时代", "宁德时代"],
    ["99.5 %\u202e5.0", "99.5 %5.0"],
    ["name\r\nBcc: a@b.example", "name Bcc: a@b.example"],
    ["half \ud800 of one", "half  of one"],
    ["\u2066锂\u2069", "锂"],
  ])("[PL7] loses in one line what turns or hides it: %j", (typed, kept) => {
    expect(plainLine().parse(typed)).toBe(kept);
  });

  it("[PL7] is measured after that, so that a mask is no text", () => {
    expect(plainLine().min(4, "tooShort").safeParse("\u200b\u200b\u200b\u200ba").success).toBe(false);
  });

  it("[PL7] keeps its lines where it has several, and joined emoji", () => {
    expect(plainText().parse("a\n\tb 👩‍🔬\u202e")).toBe("a\n\tb 👩‍🔬");
  });

  it("[PL7] can always be stored, and cleaning it twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        for (const schema of [plainLine(), plainText()]) {
          const once = schema.parse(typed);
          expect(schema.parse(once)).toBe(once);
          expect(once).not.toMatch(/[\0\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
        }
      }),
    );
  });
});
