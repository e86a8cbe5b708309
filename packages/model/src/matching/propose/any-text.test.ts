import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { analyzeText } from "../analyze/analyze-text.ts";
import { proposeFields } from "./propose-fields.ts";

const pieces = [
  "不低于",
  "≥",
  "99.5",
  " %",
  "8~15",
  "µm",
  "-",
  "年产",
  "二十万吨",
  "LiPF6",
  "-free",
  "2027年4月",
  "±",
  "𠮷",
  "１２",
  "℃",
  "。",
  ",",
  "\n",
  "TRL",
  "/年",
  " to ",
  "Li₂CO₃",
  "½",
  "…",
];
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join("")),
);

describe("any text at all", () => {
  it("[MT2] [MT7] is read without failing, and every span quotes the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { mentions, quantities } = analyzeText(text);
        const fields = proposeFields(text);
        const quoted = [...fields.figures, ...fields.concepts, ...fields.unassigned, ...fields.regions];
        for (const { span, source } of quoted) expect(text.slice(span.start, span.end)).toBe(source);
        for (const { start, end } of [...mentions, ...quantities]) {
          expect(start >= 0 && start < end && end <= text.length).toBe(true);
        }
        for (const { value, high } of quantities) {
          expect(value).toMatch(/^-?\d+(\.\d+)?$/);
          if (high !== undefined) expect(Number(high)).toBeGreaterThanOrEqual(Number(value));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("[MT7] costs no more for each of its characters the longer it is", () => {
    const read = (text: string) => {
      const sliced = vi.spyOn(String.prototype, "slice");
      proposeFields(text);
      const steps = sliced.mock.calls.length;
      sliced.mockRestore();
      return steps;
    };
    for (const piece of ["2026年", "9%", "1 ", "8月", "2026年3月和", "1, ", "1吨", "LFP是"])
      expect(read(piece.repeat(600)) / read(piece.repeat(300)), piece).toBeLessThan(2.5);
  });
});
