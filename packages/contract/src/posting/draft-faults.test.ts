import { describe, expect, it } from "vitest";
import { faultsOfDraft } from "./draft-faults.ts";

const figure = (attribute: string, unit: string, value: string) =>
  ({ attribute, op: "<=", value, unit, hard: true }) as const;
const rulesOf = (content: Parameters<typeof faultsOfDraft>[1]) =>
  faultsOfDraft("need", content, {}, "2026-11-24").filter(({ rule }) => rule !== "required");

describe("what no goods can have", () => {
  it("[PO2] a content below zero is refused at submission, a temperature below zero is not", () => {
    expect(rulesOf({ figures: [figure("na", "ppm", "-200"), figure("temp_min", "°C", "-40")] })).toEqual([
      { field: "figures.0.value", rule: "tooSmall", params: { min: 0 } },
    ]);
    expect(rulesOf({ volume: { amount: "-5", unit: "t" } })).toEqual([
      { field: "volume.amount", rule: "tooSmall", params: { min: 0 } },
    ]);
  });

  it("[PO2] a period that is over is refused, one that ends today is not", () => {
    const until = (to: string) => rulesOf({ volume: { amount: "5", unit: "t", from: "2026-01-01", to } });
    expect(until("2026-11-23")).toEqual([{ field: "volume.to", rule: "dateInPast" }]);
    expect(until("2026-11-24")).toEqual([]);
  });

  it.each(["70101-01-01", "1989-12-31", "2101-01-01", "0002-03-01"])(
    "[PO2] the year of %s is named as the fault, with the years that it may be",
    (day) => {
      const fault = { rule: "yearOutOfRange", params: { min: 1990, max: 2100 } };
      const volume = { amount: "5", unit: "t" };
      expect(rulesOf({ volume: { ...volume, from: day } })).toEqual([{ field: "volume.from", ...fault }]);
      expect(rulesOf({ volume: { ...volume, to: day } })).toEqual([{ field: "volume.to", ...fault }]);
    },
  );

  it("[PO2] the first and the last year of a volume are taken, and what is no day is still told so", () => {
    const span = (from: string, to: string) => rulesOf({ volume: { amount: "5", unit: "t", from, to } });
    expect(span("1990-01-01", "2100-12-31")).toEqual([]);
    expect(span("2027-02-30", "2027-12-31")).toEqual([{ field: "volume.from", rule: "notADate" }]);
  });

  it("[PO24] a place is a province or a country, and anything else is named at its field", () => {
    expect(["36", "CN", "ZW"].flatMap((region) => rulesOf({ region }))).toEqual([]);
    expect(["TW", "EU", "99", "Mali"].flatMap((region) => rulesOf({ region }))).toEqual(
      Array.from({ length: 4 }, () => ({ field: "region", rule: "notInList" })),
    );
  });
});
