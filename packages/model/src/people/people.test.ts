import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRegister, programme, skillDemand } from "../register/index.ts";
import {
  coverageOf,
  type DemandFiling,
  errorOf,
  forecastDemand,
  mismatchOf,
  rollUpDays,
  sumEmployed,
  sumWanted,
} from "./index.ts";

let made = 0;
const filing = (given: Partial<DemandFiling> = {}): DemandFiling => ({
  filing: `filing ${++made}`,
  firm: "a",
  group: "g",
  skill: "residual-value-testing",
  province: "36",
  year: 2026,
  quarter: 1,
  wanted: 3,
  employed: 10,
  statedOn: "2026-01-10",
  ...given,
});
const value = (rows: readonly { readonly value: number }[]) => rows.reduce((sum, one) => sum + one.value, 0);

describe("demand for people", () => {
  it("[SK3] counts once for each firm, skill, province and quarter, and the last filing wins", () => {
    const filings = [
      filing(),
      filing({ wanted: 5, statedOn: "2026-02-01" }),
      filing({ quarter: 2, wanted: 2 }),
      filing({ firm: "b", wanted: 7 }),
      filing({ year: 2027, wanted: 90 }),
    ];
    expect(sumWanted(filings, [], 2026, "2026-10-01")).toEqual([
      { group: "g", skill: "residual-value-testing", province: "36", value: 14 },
    ]);
    // As known on a day: what was stated later is not known yet.
    expect(value(sumWanted(filings, [], 2026, "2026-01-20"))).toBe(12);
    expect(value(sumEmployed(filings, "2026-10-01"))).toBe(20);
  });

  it("[SK3] counts a live need only where its firm filed nothing", () => {
    const posted = { ...filing({ wanted: 40 }) };
    expect(value(sumWanted([filing()], [posted], 2026, "2026-10-01"))).toBe(3);
    expect(value(sumWanted([filing()], [{ ...posted, province: "44" }], 2026, "2026-10-01"))).toBe(43);
  });

  it("[SK3] counts a filing as its last version says, and on a past day as it said then", () => {
    const first = filing({ employed: 10 });
    const filings = [first, { ...first, province: "51", wanted: 4, statedOn: "2026-02-01" }];
    const at = (before: string) =>
      sumWanted(filings, [], 2026, before).map(({ province, value: wanted }) => [province, wanted]);
    expect(at("2026-10-01")).toEqual([["51", 4]]);
    expect(at("2026-01-20")).toEqual([["36", 3]]);
    expect(value(sumEmployed(filings, "2026-10-01"))).toBe(10);
  });

  it("[SK3] sums as the naive reading does, in whatever order filings come", () => {
    const any = fc.record({
      filing: fc.uuid(),
      firm: fc.constantFrom("a", "b", "c"),
      group: fc.constant("g"),
      skill: fc.constantFrom("x", "y"),
      province: fc.constantFrom("36", "51"),
      year: fc.constantFrom(2026, 2027),
      quarter: fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 3, 4),
      wanted: fc.nat(20),
      employed: fc.option(fc.nat(50), { nil: null }),
      statedOn: fc.integer({ min: 10, max: 28 }).map((day) => `2026-03-${day}`),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(any, { selector: ({ statedOn, firm }) => `${statedOn}${firm}`, maxLength: 25 }),
        (filings) => {
          const places = new Set(
            filings.map((one) => `${one.firm}|${one.skill}|${one.province}|${one.quarter}`),
          );
          let naive = 0;
          for (const place of places) {
            const own = filings
              .filter(
                (one) =>
                  `${one.firm}|${one.skill}|${one.province}|${one.quarter}` === place && one.year === 2026,
              )
              .sort((a, b) => (a.statedOn < b.statedOn ? 1 : -1));
            naive += own[0]?.wanted ?? 0;
          }
          expect(value(sumWanted(filings, [], 2026, "2026-10-01"))).toBe(naive);
          expect(value(sumWanted([...filings].reverse(), [], 2026, "2026-10-01"))).toBe(naive);
        },
      ),
    );
  });
});

describe("outlook", () => {
  it("[SK7] foretells what is stated, who leaves and who is new, as a band", () => {
    expect(forecastDemand({ low: 10, high: 10 }, { low: 100, high: 100 })).toEqual({ low: 18, high: 37 });
    expect(errorOf({ low: 20, high: 30 }, { low: 20, high: 20 })).toBe(0.25);
    expect(errorOf({ low: 1, high: 1 }, { low: 0, high: 0 })).toBeNull();
  });

  it("[SK6] covers a demand by graduates and seats, between bounds", () => {
    expect(coverageOf(30, { low: 40, high: 60 })).toEqual({ low: 0.5, high: 0.75 });
    expect(coverageOf(30, { low: 0, high: 60 })).toEqual({ low: 0.5, high: Number.POSITIVE_INFINITY });
    expect(coverageOf(5, { low: 0, high: 0 })).toBeNull();
    expect(coverageOf(5, { low: 10, high: Number.POSITIVE_INFINITY })).toEqual({ low: 0, high: 0.5 });
  });

  it("[SK8] is mismatched by half the differences of shares", () => {
    expect(mismatchOf({ a: 1, b: 1 }, { a: 1 })).toBe(0.5);
    expect(mismatchOf({ a: 2 }, { a: 9 })).toBe(0);
    expect(mismatchOf({}, { a: 1 })).toBeNull();
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("a", "b", "c"), fc.nat(9)), (one) => {
        const mismatch = mismatchOf(one, { a: 1, b: 2 });
        expect(mismatch === null || (mismatch >= 0 && mismatch <= 1)).toBe(true);
      }),
    );
  });

  it("[SK4] rolls up as of the first day of a quarter, and of the year that can be judged", () => {
    expect(rollUpDays("2026-11-29")).toEqual(["2025-01-01", "2026-10-01"]);
    expect(rollUpDays("2026-01-01")).toEqual(["2025-01-01", "2026-01-01"]);
  });
});

describe("registers of people", () => {
  const faults = (register: { readonly check?: unknown }, values: object) =>
    (register.check as (values: object) => readonly object[])(values);

  it("[SK5] more graduates than intake, or more intake than seats, is refused by name", () => {
    const told = { seats: 30, intake: 28, graduates: 25, placed: 20 };
    expect(faults(programme, told)).toEqual([]);
    expect(faults(programme, { ...told, graduates: 29 })).toEqual([
      { field: "graduates", rule: "tooLarge", params: { max: 28 } },
    ]);
    expect(faults(programme, { ...told, intake: 31 })).toEqual([
      { field: "intake", rule: "tooLarge", params: { max: 30 } },
    ]);
    expect(faults(programme, { ...told, placed: 26 })).toEqual([
      { field: "placed", rule: "tooLarge", params: { max: 25 } },
    ]);
  });

  it("[SK3] half a person is a full-time equivalent alone", () => {
    const wanted = (value: string, fullTime: boolean | null) => ({
      wanted: { value },
      fullTime,
      year: 2026,
      statedOn: "2026-03-01",
    });
    expect(faults(skillDemand, wanted("0.5", true))).toEqual([]);
    expect(faults(skillDemand, wanted("0.5", null))).toEqual([{ field: "wanted", rule: "unitMismatch" }]);
    expect(faults(skillDemand, { ...wanted("2", null), year: 2036 })).toEqual([
      { field: "year", rule: "implausible", params: { min: 2021, max: 2031 } },
    ]);
    expect(findRegister("skillDemand")?.level).toBe("own");
  });

  it("[SK3] a filing says one number: a range could not be added up", () => {
    const values = {
      wanted: { value: null, low: "2", high: "5" },
      fullTime: null,
      year: 2026,
      statedOn: "2026-03-01",
    };
    expect(faults(skillDemand, values)).toEqual([{ field: "wanted", rule: "required" }]);
  });
});
