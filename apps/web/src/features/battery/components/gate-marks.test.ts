import fc from "fast-check";
import { expect, it } from "vitest";
import { gateMarks } from "./gate-marks.ts";

it("steps wider where a test lies far from the gate", () => {
  expect(gateMarks(0.75, 0.85)).toEqual([0.76, 0.78, 0.8, 0.82, 0.84]);
  expect(gateMarks(0.66, 0.85)).toEqual([0.7, 0.75, 0.8, 0.85]);
});

it("gives two to seven marks within the bounds for whatever range a test needs", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.75, noNaN: true }),
      fc.double({ min: 0.85, max: 1.1, noNaN: true }),
      (low, high) => {
        const marks = gateMarks(low, high);
        expect(marks.length).toBeGreaterThanOrEqual(2);
        expect(marks.length).toBeLessThanOrEqual(7);
        expect(marks.every((mark) => mark >= low - 1e-6 && mark <= high + 1e-6)).toBe(true);
      },
    ),
  );
});
