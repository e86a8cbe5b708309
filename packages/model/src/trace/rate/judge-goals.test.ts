import { describe, expect, it } from "vitest";
import { judgeGoals, rateDefinitions } from "./index.ts";

const figures = (values: Readonly<Record<string, number>>) =>
  rateDefinitions.map(({ id }) => ({ year: 2025, rate: id, value: values[id] ?? null, bodies: 10 }));
const lineOf = (id: string, values: Readonly<Record<string, number>>, firms: number | null = null) =>
  judgeGoals({
    figures: figures(values),
    returned: [{ indicator: "REC-02", period: "2025", value: 88.5 }],
    conformity: firms === null ? null : { low: firms, high: firms },
  }).find(({ goal }) => goal.id === id);

describe("goals beside the rates", () => {
  it("[TR91] a goal of several elements is a band, and is compared with returns by lithium alone", () => {
    const line = lineOf("G25-18", { Li: 0.911, Ni: 0.983 });
    expect(line).toMatchObject({
      returns: 88.5,
      verdict: "unknown",
      elements: { met: 2, unknown: 2 },
    });
    expect(line?.events).toBeCloseTo(91.1, 6);
    expect(lineOf("G25-18", { Li: 0.89 })).toMatchObject({ verdict: "not_met" });
    const whole = { Li: 0.9, Ni: 0.98, Co: 0.98, Mn: 0.98 };
    // All together meet the limits; whether each firm does is another question.
    expect([null, 90, 100].map((firms) => lineOf("G25-18", whole, firms)?.verdict)).toEqual([
      "unknown",
      "not_met",
      "met",
    ]);
  });

  it("[TR91] limits are counted by returns as well, for returns judge the goal", () => {
    const line = judgeGoals({
      figures: figures({ Li: 0.911, Ni: 0.983, Co: 0.983, Mn: 0.986 }),
      returned: ["REC-02", "REC-03", "REC-04"].map((indicator) => ({
        indicator,
        period: "2025",
        value: indicator === "REC-03" ? 98.1 : 88.5,
      })),
      conformity: null,
    }).find(({ goal }) => goal.id === "G25-18");
    expect(line?.elements).toEqual({ met: 4, unknown: 0 });
    expect(line?.returnedElements).toEqual({ met: 1, unknown: 1 });
  });

  it("[TR91] what is kept back is not judged, and a goal of no rate says so", () => {
    expect(lineOf("G25-17", {})).toMatchObject({ events: null, verdict: "unknown" });
    expect(lineOf("G25-17", { collection: 0.96 })).toMatchObject({ verdict: "met" });
    expect(lineOf("G25-17", { collection: 0.95 })).toMatchObject({ verdict: "not_met" });
    expect(lineOf("G35-17", {})).toMatchObject({ isOfRates: false });
  });

  it("[TR95] a share of what was collected is not set off against a share of what retired", () => {
    expect(lineOf("G25-15", { formal: 0.96 })).toMatchObject({ isComparable: false });
    expect(lineOf("G25-17", { collection: 0.96 })).toMatchObject({ isComparable: true });
  });
});
