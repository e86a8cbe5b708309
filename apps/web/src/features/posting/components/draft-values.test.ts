import { faultsOfDraft } from "@lilink/contract";
import { compareContents } from "@lilink/model/posting";
import { plantedPosting } from "@lilink/model/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toContent, toDraftValues, toLevels, toPlaces, withoutUnfilled } from "./draft-values.ts";

describe("the values of the form", () => {
  it("[PO2] hold any content and give it back, with the levels that were chosen", () => {
    fc.assert(
      fc.property(plantedPosting(), ({ kind, content, levels }) => {
        const values = toDraftValues(content, levels, 180);
        expect(compareContents(toContent(values), content)).toEqual([]);
        const again = toDraftValues(toContent(values), toLevels(values), 180);
        expect(again.levels).toEqual(values.levels);
        const faults = faultsOfDraft(kind, toContent(values), toLevels(values), "2000-01-01");
        // A wall may be chosen too open; that is the author's to mend, not the form's.
        expect(faults.filter(({ rule }) => rule !== "levelTooOpen")).toEqual([]);
      }),
    );
  });

  it("[PO2] hold a draft that no rule would accept", () => {
    const values = toDraftValues(
      { title: 7, figures: ["x", { value: "abc" }], volume: null, trl: "y" },
      {},
      30,
    );
    expect([values.title, values.figures.length, values.volume.amount]).toEqual(["7", 2, ""]);
    expect(toDraftValues("nonsense" as never, {}, 30).figures).toEqual([]);
  });

  it("put a fault at its row of the form, past figures that are still empty", () => {
    const values = toDraftValues({ figures: [{}, { attribute: "purity", value: "x" }] }, {}, 30);
    expect(toPlaces(values, [{ field: "figures.0.value" }, { field: "title" }])).toEqual([
      { field: "figures.1.value" },
      { field: "title" },
    ]);
  });

  it("[PO16] leave out a row that nobody filled, and no row with a condition alone", () => {
    const figures = [
      { attribute: "purity" },
      { attribute: "d50", value: "3" },
      { attribute: "fe", condition: "dry" },
    ];
    const values = toDraftValues({ figures }, {}, 30);
    expect(withoutUnfilled(values).figures.map(({ attribute }) => attribute)).toEqual(["d50", "fe"]);
    expect(toPlaces(values, [{ field: "figures.1.value" }])).toEqual([{ field: "figures.2.value" }]);
    // One that the text filled and somebody emptied is still to be mended.
    const read = new Set([0]);
    expect(withoutUnfilled(values, read).figures).toHaveLength(3);
    expect(toPlaces(values, [{ field: "figures.0.value" }], read)).toEqual([{ field: "figures.0.value" }]);
  });

  it("[PO26] what is amiss with a schedule is told of its row, and of no field that follows from it", () => {
    const faultsOf = (schedule: readonly object[]) => {
      const values = toDraftValues({ volume: { unit: "t", schedule } }, {}, 30);
      const faults = toPlaces(values, faultsOfDraft("need", toContent(values), {}, "2026-11-24"));
      return faults
        .filter(({ field }) => field.startsWith("volume"))
        .map(({ field, rule }) => `${field} ${rule}`);
    };
    const [empty, fine] = [{ period: "2027-01" }, { period: "2027-02", amount: "5" }];
    expect(faultsOf([empty, fine])).toEqual([]);
    expect(faultsOf([empty, fine, { period: "2027-03", amount: "2027-03" }])).toEqual([
      "volume.schedule.2.amount periodAsAmount",
    ]);
    expect(faultsOf([empty, fine, { period: "2027-03", amount: "five" }])).toEqual([
      "volume.schedule.2.amount notANumber",
    ]);
    expect(faultsOf([empty, { period: "2027-02", amount: "-5" }])).toEqual([
      "volume.schedule.1.amount tooSmall",
    ]);
    expect(faultsOf([empty, { period: "2026-03", amount: "5" }, { period: "2026-02", amount: "5" }])).toEqual(
      ["volume.schedule.1.period dateInPast"],
    );
    expect(faultsOf([{ period: "2026-02", amount: "5" }, fine])).toEqual([]);
  });

  it("[PO26] months without an amount are not saved; amount and span follow from the others", () => {
    const values = toDraftValues(
      {
        volume: {
          unit: "t",
          amount: "9",
          schedule: [
            { period: "2027-01" },
            { period: "2027年3月", amount: "1,200" },
            { period: "x", amount: "a" },
          ],
        },
      },
      {},
      30,
    );
    expect(values.volume.schedule[0]).toEqual({ period: "2027-01", amount: "" });
    values.volume.schedule.pop();
    expect(toContent(values).volume).toEqual({
      unit: "t",
      amount: "1200",
      from: "2027-03-01",
      to: "2027-03-31",
      schedule: [{ period: "2027-03", amount: "1200" }],
    });
    values.volume.schedule.push({ period: "spring", amount: "-1" });
    const faults = faultsOfDraft("need", toContent(values), {}, "2000-01-01");
    expect(toPlaces(values, faults)).toContainEqual({
      field: "volume.schedule.2.period",
      rule: "notAPeriod",
    });
    expect(toPlaces(values, faults)).toContainEqual(
      expect.objectContaining({ field: "volume.schedule.2.amount", rule: "tooSmall" }),
    );
  });

  it("reads numbers as people type them and leaves the rest to the rule", () => {
    const values = toDraftValues(
      { figures: [{ attribute: "purity", unit: "mass %", value: "９９.５" }] },
      {},
      30,
    );
    values.volume.amount = "12,000";
    expect(toContent(values).volume?.amount).toBe("12000");
    expect(toContent(values).figures?.[0]?.value).toBe("99.5");
    values.volume.amount = "plenty";
    expect(faultsOfDraft("need", toContent(values), {}, "2000-01-01")).toContainEqual(
      expect.objectContaining({ field: "volume.amount", rule: "notANumber" }),
    );
  });
});
