import { describe, expect, it } from "vitest";
import { readFaults, readQuery, readSales, readShares } from "./view.ts";

describe("the forecast's address and files", () => {
  it("what the address asks for is read, what cannot be is left out", () => {
    expect(
      readQuery({ chemistry: "lfp", province: "44", shape: "3", scale: "99", observed: "0 10 50" }),
    ).toEqual({
      chemistry: "lfp",
      province: "44",
      shape: 3,
      observed: [0, 0.1, 0.5],
    });
    expect(readQuery({ chemistry: "coal", province: "99" })).toEqual({});
    expect(readShares("0, 120")).toBeNull();
    expect(readFaults({ shape: "-2", scale: "8", observed: "0, 120" })).toEqual({
      shape: "-2",
      observed: "0, 120",
    });
  });

  it("sales are read line by line, and the first line at fault is named", () => {
    expect(readSales("year,province,chemistry,gwh\n2020,44,LFP,12\n2021;11;ternary;3.5")).toEqual({
      rows: [
        { year: 2020, province: "44", chemistry: "lfp", gwh: 12 },
        { year: 2021, province: "11", chemistry: "ternary", gwh: 3.5 },
      ],
      fault: null,
    });
    expect(readSales("2020,44,lfp,12\n2020,44,lfp,much").fault).toBe(2);
  });
});
