import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeSchedule, readPeriod, readSchedule } from "./read-schedule.ts";
import {
  isAmountUnit,
  nextPeriods,
  parseSchedulePeriod,
  periodsAfter,
  spanOfSchedule,
  sumSchedule,
  windowOf,
} from "./schedule.ts";

describe("a schedule of volumes", () => {
  it("[PO26] its amount is the exact sum of its rows, and its span that of its periods", () => {
    const rows = [
      { period: "2027-03", amount: "0.1" },
      { period: "2027-01", amount: "0.2" },
      { period: "2027-02", amount: "999999999999999.99999999" },
    ];
    expect(sumSchedule(rows)).toBe("1000000000000000.29999999");
    expect(spanOfSchedule(rows)).toEqual({ from: "2027-01-01", to: "2027-03-31" });
    expect(sumSchedule([{ period: "2027-01", amount: "x" }])).toBeNull();
    expect(spanOfSchedule([{ period: "spring", amount: "1" }])).toBeNull();
    expect(windowOf({ schedule: rows })).toEqual({ from: "2027-01-01", to: "2027-03-31" });
    expect(windowOf({ from: "2027-01-15", schedule: rows })).toEqual({ from: "2027-01-15", to: undefined });
  });

  it("[PO26] the sum is that of the amounts in hundred-millionths, in any order", () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 20n });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 20 }), (parts) => {
        const typed = (part: bigint) => `${part / 10n ** 8n}.${String(part % 10n ** 8n).padStart(8, "0")}`;
        const sum = sumSchedule(parts.map((part) => ({ period: "2027-01", amount: typed(part) })));
        const [whole = "0", rest = ""] = (sum ?? "").split(".");
        expect(BigInt(whole + rest.padEnd(8, "0"))).toBe(parts.reduce((total, part) => total + part, 0n));
      }),
    );
  });

  it("[PO26] an amount can be given by month, a rate cannot", () => {
    expect(["t", "GWh", "t LCE", "t/a", "GWh/a"].map(isAmountUnit)).toEqual([true, true, true, false, false]);
  });

  it("[PO26] periods follow one another in the step of what stands there", () => {
    expect(nextPeriods("2026-11-29", 3)).toEqual(["2026-11", "2026-12", "2027-01"]);
    expect(nextPeriods("2026-12-29", 2, "week")).toEqual(["2026-W53", "2027-W01"]);
    expect(periodsAfter([{ period: "2027-W02", amount: "" }], "2026-11-29", 2)).toEqual([
      "2027-W03",
      "2027-W04",
    ]);
    expect(periodsAfter([{ period: "2027-12", amount: "1" }], "2026-11-29", 1)).toEqual(["2028-01"]);
    expect(periodsAfter([], "2026-11-29", 1)).toEqual(["2026-11"]);
  });

  it("[PO27] reads months and weeks as sheets write them", () => {
    const months = [
      "2027-03",
      "2027/3",
      "2027.03",
      "2027年3月",
      "2027 Mar",
      "March 2027",
      "mar-2027",
      "3/2027",
      "2027-03-01",
      "２０２７年３月",
    ];
    expect(months.map(readPeriod)).toEqual(months.map(() => "2027-03"));
    const weeks = ["2027-W05", "2027W5", "2027年第5周", "W5/2027", "wk 5 2027", "2027 CW05"];
    expect(weeks.map(readPeriod)).toEqual(weeks.map(() => "2027-W05"));
    expect(["2027", "2027-13", "2027-W60", "100", "spring 2027", ""].map(readPeriod)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it("[PO27] reads a table down or across, and amounts alone into periods that wait", () => {
    const rows = [
      { period: "2027-01", amount: "1200.5" },
      { period: "2027-02", amount: "" },
      { period: "2027-03", amount: "80" },
    ];
    expect(
      readSchedule("月份\t数量 (t)\n2027年1月\t1,200.5\n2027年2月\t\n2027年3月\t80\n合计\t1,280.5"),
    ).toEqual(rows);
    expect(readSchedule("\t2027-01\t2027-02\t2027-03\nneed\t1,200.5\t–\t80")).toEqual(rows);
    expect(readSchedule("1200.5\n80", ["2027-01", "2027-03"])).toEqual([rows[0], rows[2]]);
    expect(readSchedule("nothing\tof this")).toEqual([]);
  });

  it("[PO27] what is pasted replaces its own months alone and stands in its place in time", () => {
    const rows = [
      { period: "2027-02", amount: "5" },
      { period: "2027-01", amount: "" },
    ];
    const added = [
      { period: "2026-12", amount: "1" },
      { period: "2027-02", amount: "" },
      { period: "2027-01", amount: "7" },
    ];
    expect(mergeSchedule(rows, added)).toEqual([
      { period: "2026-12", amount: "1" },
      { period: "2027-01", amount: "7" },
      { period: "2027-02", amount: "5" },
    ]);
  });

  it("[PO27] every period is read back from its own name", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2150 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const id = `${year}-${String(month).padStart(2, "0")}`;
        expect(parseSchedulePeriod(id)?.id).toBe(id);
        expect(readPeriod(`${year}年${month}月`)).toBe(id);
      }),
    );
  });
});
