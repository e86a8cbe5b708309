import { describe, expect, it } from "vitest";
import type { BatteryLife } from "../queries.ts";
import { toAxis } from "./life-axis.ts";
import { clockOf, daysByProvince, daysOfKnowledge, toDay } from "./life-days.ts";

const told = (verb: string, on: string, province: string | null, other: object = {}) =>
  ({ verb, on, province, correctedBy: null, verdict: "ok", ...other }) as BatteryLife["events"][number];
const lived = [
  told("make", "2020-01-01", null),
  told("fit", "2020-01-11", "44"),
  told("retire", "2020-01-31", null),
  told("collect", "2020-02-10", "43", { correctedBy: "h" }),
  told("collect", "2020-02-20", "36"),
];

describe("the time of a life", () => {
  it("[TR11] a long time without an event is cut, the rest is to scale, and the cut says its days", () => {
    const days = ["2020-05-17", "2020-06-16", "2020-07-16", "2025-07-01", "2025-07-31"].map(toDay);
    const { xOf, cuts, ticks } = toAxis(days, { left: 100, right: 980 });
    const [a, b, c, d, e] = days.map(xOf) as [number, number, number, number, number];
    expect(a).toBe(100);
    expect(e).toBeCloseTo(980, 9);
    expect(b - a).toBeCloseTo(c - b, 9);
    expect(e - d).toBeCloseTo(c - b, 9);
    expect(cuts).toEqual([{ from: c, to: d, days: 1811 }]);
    expect(ticks.map(({ text }) => text)).toEqual(["2020-05", "2025-07"]);
    expect(xOf(toDay("2023-01-01"))).toBeGreaterThan(c);
    expect(xOf(toDay("2030-01-01"))).toBeCloseTo(980, 9);
  });

  it("[TR11] years stand where nothing is cut, none upon another", () => {
    const days = Array.from({ length: 30 }, (_, at) => toDay("2019-06-01") + at * 100);
    const { cuts, ticks } = toAxis(days, { left: 0, right: 900 });
    expect(cuts).toEqual([]);
    expect(ticks.map(({ text }) => text)).toEqual([
      "2019-06",
      "2020",
      "2021",
      "2022",
      "2023",
      "2024",
      "2025",
      "2026",
      "2027",
    ]);
    expect(toAxis([5], { left: 10, right: 20 })).toMatchObject({ cuts: [], ticks: [{ x: 10 }] });
  });

  it("[TR22] a battery is where its last event says until another says otherwise, and nowhere after its end", () => {
    expect(daysByProvince({ events: lived, state: "collected" }, "2020-03-01")).toEqual({
      days: { 44: 40, 36: 10 },
      unknown: 10,
    });
    expect(daysByProvince({ events: lived, state: "destroyed" }, "2020-03-01").days).toEqual({ 44: 40 });
  });

  it("[TR17] the time for an item passes from its event to its last day", () => {
    const item = { occurredOn: "2026-01-01", dueOn: "2026-01-21" };
    expect(clockOf(item, "2026-01-06")).toEqual({ passed: 0.25, left: 15 });
    expect(clockOf(item, "2026-02-01")).toEqual({ passed: 1, left: -11 });
    expect(clockOf({ ...item, dueOn: null }, "2026-01-06")).toBeNull();
  });

  it("[TR22] days of knowledge lead to the one before and the one after", () => {
    const days = ["2026-01-05", "2026-02-01", "2026-03-01"].map((on) => ({ on, events: 1 }));
    expect(daysOfKnowledge(days, undefined)).toEqual({
      shown: "2026-03-01",
      before: "2026-02-01",
      after: null,
    });
    expect(daysOfKnowledge(days, "2026-02-15")).toEqual({
      shown: "2026-02-01",
      before: "2026-01-05",
      after: "2026-03-01",
    });
    expect(daysOfKnowledge(days, "2025-12-31")).toEqual({ shown: null, before: null, after: "2026-01-05" });
  });
});
