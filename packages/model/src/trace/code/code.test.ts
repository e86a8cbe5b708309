import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBatteryCode } from "../../codes/index.ts";
import { explainCode, readCodes } from "../index.ts";

const good = "ZZ1PE01A1B2C3DC5H0000001";

describe("a code, field by field", () => {
  it("[TR5] says what every place means", () => {
    const { segments, verdict } = explainCode("001cb240000003b3c0221953");
    expect(verdict).toBe("accept");
    expect(segments.map(({ field, from, text, meaning }) => [field, from, text, meaning])).toEqual([
      ["vendor", 1, "001", null],
      ["product", 4, "C", "C"],
      ["batteryType", 5, "B", "B"],
      ["specification", 6, "24", null],
      ["trace", 8, "0000003", null],
      ["year", 15, "B", "2021"],
      ["month", 16, "3", "3"],
      ["day", 17, "C", "12"],
      ["serial", 18, "0221953", "221953"],
    ]);
    expect(explainCode("ZZ2PB07D380004512RP").segments.at(-1)).toMatchObject({
      field: "secondUse",
      from: 19,
    });
  });

  it.each([
    ["ZZ1PE01A1B2C3DI5H0000001", "character", 15],
    ["ZZ1XE01A1B2C3DC5H0000001", "character", 4],
    ["ZZ1PE01A1B2C3DC5H00O0001", "character", 20],
    ["ZZ1PE01A1B2C3DC2Y0000001", "notADate", 15],
    ["ZZ1PE01A1B2C3DC5H000001", "length", null],
    ["ZZ2PB07D380004512P", "length", null],
    ["", "length", null],
  ])("[TR5] %s: %s at %s", (code, fault, place) => {
    expect(explainCode(code)).toMatchObject({ verdict: "reject", fault, place, parts: null });
  });

  it("[TR5] a printed code of 25 characters is kept as an alias of the first 24, with a flag", () => {
    expect(explainCode(`${good}7`)).toMatchObject({ verdict: "warn", aliasOf: good, flags: ["alias"] });
    expect(explainCode(`${good}77`).verdict).toBe("reject");
  });

  it("[TR5] never disagrees with the parser about what is a code, and its pieces are the code", () => {
    const near = fc
      .array(fc.constantFrom(..."ZZ1PE0A1B2C3D5H0RIOQ "), { minLength: 0, maxLength: 26 })
      .map((all) => all.join(""));
    const broken = fc
      .tuple(fc.nat(23), fc.constantFrom(..."0IOQZ9R"))
      .map(([at, letter]) => good.slice(0, at) + letter + good.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(near, broken), (typed) => {
        const reading = explainCode(typed);
        const check = parseBatteryCode(typed);
        expect(reading.verdict !== "reject" && reading.aliasOf === null).toBe(check.ok);
        expect(reading.code.startsWith(reading.segments.map(({ text }) => text).join(""))).toBe(true);
        if (!check.ok && reading.fault === "character") expect(reading.place).toBeGreaterThan(0);
      }),
    );
  });
});

describe("codes as people paste them", () => {
  it("[TR6] one a line, in cells, behind one another, in groups or on two lines", () => {
    const codes = (text: string) => readCodes(text).readings.map(({ code, verdict }) => [code, verdict]);
    expect(codes(`${good}\r\n\r\nZZ2PB07D380004512RP`)).toEqual([
      [good, "accept"],
      ["ZZ2PB07D380004512RP", "accept"],
    ]);
    expect(codes(`${good}\t${good}`)).toHaveLength(2);
    expect(codes(`${good} ${good}`)).toHaveLength(2);
    expect(codes("zz1pe01a1b2 c3dc5h 0000001")).toEqual([[good, "accept"]]);
    expect(codes("ZZ1PE01A1B2C3D\nC5H0000001\nnonsense")).toEqual([
      [good, "accept"],
      ["NONSENSE", "reject"],
    ]);
    expect(readCodes(`${good}\n${good}`).repeated.get(good)).toBe(2);
  });
});
