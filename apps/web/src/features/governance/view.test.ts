import { describe, expect, it } from "vitest";
import { placeOf, toAxis, toPieces } from "./view.ts";

describe("the lanes of policies", () => {
  const spans = [
    { status: "issued_not_in_force", from: "2025-07-02", to: "2026-01-01" },
    { status: "in_force", from: "2026-01-01", to: null },
  ] as const;

  it("[PY5] begin and end with whole years that hold every stretch and the day", () => {
    const axis = toAxis(spans, "2027-03-01");
    expect(axis.years).toEqual([2025, 2026, 2027]);
    expect(placeOf("2025", axis)).toBe(0);
    expect(placeOf("2030-01-01", axis)).toBe(1);
  });

  it("[PY5] draw a stretch as long as it is, and what lasts to the end", () => {
    const axis = toAxis(spans, "2026-03-01");
    const [first, second] = toPieces(spans, axis);
    expect(first?.left).toBeCloseTo(182 / 730, 3);
    expect(first?.width).toBeCloseTo(183 / 730, 3);
    expect((second?.left ?? 0) + (second?.width ?? 0)).toBe(1);
  });
});
