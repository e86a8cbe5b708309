import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { toFaults } from "../fault/to-faults.ts";
import * as contract from "../index.ts";
import { proposeEntrySchema } from "../introduction/introduction.ts";
import { instant, isoDay, toDecimalText } from "./page.ts";

it("a day is a day of the calendar, leap years and all", () => {
  for (const day of [
    "2026-02-30",
    "2026-04-31",
    "2025-02-29",
    "2026-13-01",
    "2026-00-10",
    "9999-99-99",
    "2026-1-1",
  ])
    expect(isoDay.safeParse(day).success, day).toBe(false);
  expect(isoDay.safeParse("2028-02-29").success).toBe(true);
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1900-01-01"), max: new Date("2200-01-01"), noInvalidDate: true }),
      (at) => {
        expect(isoDay.safeParse(at.toISOString().slice(0, 10)).success).toBe(true);
      },
    ),
  );
});

it.each([
  ["", "required"],
  ["soon", "notADate"],
])("says of the date %j what is wrong with it, once", (given, rule) => {
  for (const schema of [z.object({ on: isoDay }), z.object({ on: instant })]) {
    const read = schema.safeParse({ on: given });
    expect(read.success ? [] : toFaults(read.error)).toEqual([{ field: "on", rule }]);
  }
});

it("reads a moment with its offset", () => {
  expect(instant.parse("2026-12-01T10:00:00+08:00")).toEqual(new Date("2026-12-01T02:00:00Z"));
});

it("reads an amount as people type it, and leaves to its rule what is no number", () => {
  expect(["5,000", "１,２００.5", " 2 400 ", "-5", "5,00", "abc"].map(toDecimalText)).toEqual([
    "5000",
    "1200.5",
    "2400",
    "-5",
    "5,00",
    "abc",
  ]);
});

it("[PO2] writes out a power of ten, however it is typed", () => {
  const typed = ["1e-9", "1×10⁻⁹", "1 x 10^-9", "1×10-9", "10⁻⁹", "−2.5E3", "1.50·10⁴", "0e0", "3×10"];
  expect(typed.map(toDecimalText)).toEqual([
    ...Array.from({ length: 5 }, () => "0.000000001"),
    "-2500",
    "15000",
    "0",
    "3×10",
  ]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.integer({ min: -99, max: 99 }),
      (whole, exponent) => {
        const written = toDecimalText(`${whole}e${exponent}`);
        expect(written).toMatch(/^\d+(?:\.\d*[1-9])?$/);
        expect(Number(written)).toBe(Number(`${whole}e${exponent}`));
      },
    ),
  );
});

it("[IN5] an amount that is recorded is greater than 0, and the rule that says so needs no parameter", () => {
  const entry = { publicId: "abcdefgh", step: "volume", occurredOn: "2026-11-24", unit: "t" };
  const rulesOf = (amount: string) => {
    const read = proposeEntrySchema.safeParse({ ...entry, amount });
    return read.success ? [] : toFaults(read.error);
  };
  expect(rulesOf("5")).toEqual([]);
  for (const amount of ["-5", "0"])
    expect(rulesOf(amount)).toEqual([{ field: "amount", rule: "notPositive" }]);
});

it("[RA4] every list takes a cursor with its mark, however long its own key is", () => {
  const lists = Object.entries(contract).flatMap(([name, schema]) =>
    schema instanceof z.ZodObject && "cursor" in schema.shape ? [{ name, cursor: schema.shape.cursor }] : [],
  );
  expect(lists.length).toBeGreaterThan(15);
  const refused = lists.filter(({ cursor }) => !(cursor as z.ZodType).safeParse("x".repeat(600)).success);
  expect(refused.map(({ name }) => name)).toEqual([]);
});
