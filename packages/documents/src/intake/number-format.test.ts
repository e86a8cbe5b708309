import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { showNumber, toNumberFormat } from "./number-format.ts";

const plain = { kind: "plain" } as const;

describe("a stored number", () => {
  it.each([
    ["General", plain],
    ["#,##0.00", plain],
    ["0.0%", { kind: "percent" }],
    ["yyyy/m/d", { kind: "day" }],
    ['[$-804]yyyy"年"m"月"d"日"', { kind: "day" }],
    ["[h]:mm", { kind: "day" }],
    ['0.00"万吨"', { kind: "word", word: "万吨" }],
    ["0.0\\k\\t", { kind: "word", word: "kt" }],
    ['"¥"#,##0', plain],
    ["0.00_);[Red](0.00)", plain],
    ['0" "', plain],
  ] as const)("[FI5] has the format %s for what it is", (code, format) => {
    expect(toNumberFormat(code)).toEqual(format);
  });

  it("[FI5] is shown with the digits that a person sees, whatever binary fractions added", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 1, max: 3 }),
        (whole, decimals) => {
          const value = whole / 10 ** decimals;
          expect(Number(showNumber(String(value), plain, false))).toBe(value);
          expect(Number(showNumber(String(value * 1.1 - value * 0.1), plain, false))).toBeCloseTo(value, 3);
        },
      ),
    );
    expect(showNumber("0.30000000000000004", plain, false)).toBe("0.3");
    expect(showNumber("1E-7", plain, false)).toBe("0.0000001");
    expect(showNumber("0.57", { kind: "percent" }, false)).toBe("57%");
  });

  it("[FI5] counts days from 1900 or 1904, with the day that never was", () => {
    const day = (serial: string, from1904 = false) => showNumber(serial, { kind: "day" }, from1904);
    expect([day("1"), day("59"), day("61"), day("46350")]).toEqual([
      "1900-01-01",
      "1900-02-28",
      "1900-03-01",
      "2026-11-24",
    ]);
    expect(day("44888", true)).toBe("2026-11-24");
    expect(day("46350.5")).toBe("2026-11-24 12:00:00");
    expect(showNumber("1e9x", plain, false)).toBeNull();
  });
});
