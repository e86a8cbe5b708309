import { expect, it } from "vitest";
import { canBeCondition } from "./can-be-condition.ts";

it("[PO16] a condition is a temperature, a rate, a pressure or hours close behind the figure, and no share, thickness or month", () => {
  const of = (unit: string, source: string, about = "", gap = 4) =>
    canBeCondition({ unit, about }, source, gap);
  expect([of("°C", "25 ℃"), of("", "0.1C"), of("V", "4.3 V"), of("h", "8 h"), of("MPa", "300 MPa")]).toEqual(
    Array(5).fill(true),
  );
  expect([of("%", "50 %", "SOC"), of("%", "98%", "过筛率"), of("%", "10 %")]).toEqual([true, false, false]);
  expect([
    of("µm", "20 µm"),
    of("months", "9 months"),
    of("days", "15天"),
    of("pcs", "18台"),
    of("", "80目"),
  ]).toEqual(Array(5).fill(false));
  expect([of("h", "8 h", "", 200), of("°C", "25 ℃", "", -1)]).toEqual([false, false]);
});
