import { explainCode } from "@lilink/model/trace/code";
import { describe, expect, it } from "vitest";
import {
  exampleCodes,
  groupsOf,
  nextVerbOf,
  readUnits,
  toReport,
  toReportStart,
  toStrip,
  valuesOf,
} from "./view.ts";

describe("what the pages of batteries make of what is typed", () => {
  it("[TR5] a code is shown with one date, and every place once", () => {
    const strip = toStrip(explainCode("ZZ1PE01A1B2C3DC5H0000001"));
    expect(strip.map(({ field, from, to }) => [field, from, to])).toEqual([
      ["vendor", 1, 3],
      ["product", 4, 4],
      ["batteryType", 5, 5],
      ["specification", 6, 7],
      ["trace", 8, 14],
      ["date", 15, 17],
      ["serial", 18, 24],
    ]);
    expect(exampleCodes.split("\n")).toHaveLength(6);
  });

  it("a form begins with an event that leads on from the state, or with the vehicle of a battery that has ended", () => {
    expect((["none", "made", "fitted", "retired", "scrapped", "recovered"] as const).map(nextVerbOf)).toEqual(
      ["make", "fit", "remove", "collect", "batch_in", "vehicle_scrap"],
    );
  });

  it("a code breaks between its parts and loses none of its letters", () => {
    expect(groupsOf("ZZ9PB01SIM00018451004026")).toEqual([
      "ZZ9",
      "P",
      "B",
      "01",
      "SIM0001",
      "845",
      "1004026",
    ]);
    expect(groupsOf("short").join("")).toBe("short");
  });

  it("a link names the event to report; what is no event or has not come is not taken", () => {
    const start = (verb: unknown, on: unknown) => toReportStart({ verb, on }, "2026-11-30");
    expect(start("collect", "2020-09-24")).toEqual({ verb: "collect", on: "2020-09-24" });
    expect([
      start("correct", "2020-09-24"),
      start("collect", "2026-12-01"),
      start("collect", "2020-02-30"),
      start(undefined, undefined),
    ]).toEqual([null, null, null, null]);
  });

  it("[TR8] lines become batteries, headings and empty lines none", () => {
    expect(readUnits("code,parent,kWh,kg\nA1B2,,52.5,375\n\nC3D4；A1B2")).toEqual([
      { line: 1, unit: { code: "A1B2", kwh: 52.5, kg: 375 }, fault: null },
      { line: 3, unit: { code: "C3D4", parent: "A1B2" }, fault: null },
    ]);
  });

  it("[TR8] a line whose energy or mass is no number above nought says so", () => {
    const faults = readUnits("A1B2,,about 52\nC3D4,,52.5,-1").map(({ fault }) => fault);
    expect(faults).toEqual([
      { field: "kwh", rule: "notANumber" },
      { field: "kg", rule: "notPositive" },
    ]);
  });

  it("[TR10] a recode is told of the new code, a test in shares", () => {
    expect(toReport("OLD", "recode", "2026-07-02", { code: " NEW ", reason: "", vehicle: "V1" })).toEqual({
      verb: "recode",
      code: "NEW",
      at: "2026-07-02",
      origins: ["OLD"],
    });
    expect(toReport("OLD", "test", "2026-07-02", { energyShare: "79.1 %" })).toMatchObject({
      energyShare: 0.791,
    });
    expect(toReport("OLD", "test", "2026-07-02", { energyShare: "some" })).toMatchObject({
      energyShare: Number.NaN,
    });
    expect(toReport("OLD", "dismantle", "2026-07-02", { children: "A\nB, C" })).toMatchObject({
      children: ["A", "B", "C"],
    });
  });

  it("[TR16] a correction starts from what was said, and sends it again as it was", () => {
    const event = {
      ...({ hash: "h", verb: "recode", code: "NEW", on: "2026-07-02", recordedOn: "2026-07-02" } as const),
      ...{ to: null, province: "35", energyShare: null, reason: null, corrects: null, correctedBy: null },
      said: { origins: ["OLD", "OTHER"] },
    } as const;
    expect(toReport("OLD", "recode", event.on, valuesOf(event))).toEqual({
      ...{ verb: "recode", code: "NEW", at: "2026-07-02", province: "35" },
      origins: ["OLD", "OTHER"],
    });
    const test = { ...event, verb: "test", code: "OLD", energyShare: 0.785, said: { u: 0.02 } } as const;
    expect(toReport("OLD", "test", test.on, valuesOf(test))).toMatchObject({ energyShare: 0.785, u: 0.02 });
  });
});
