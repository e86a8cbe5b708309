import { describe, expect, it } from "vitest";
import type { Figure, MatchDocument, Verdict } from "../document.ts";
import { compileDemands, compileOffers } from "./compile-figures.ts";
import { judgeFigure } from "./judge-figure.ts";

const base: MatchDocument = {
  id: "x",
  kind: "need",
  concepts: [],
  title: "",
  body: "",
  lang: "zh",
  figures: [],
};

/** "purity >= 99.5 mass %" */
function figure(text: string): Figure {
  const [attribute = "", op = "", value = "", ...unit] = text.split(" ");
  const [low = "", high] = value.split("..");
  const kind = high === undefined ? (op as Figure["op"]) : "range";
  return {
    attribute,
    op: kind,
    value: low,
    ...(high === undefined ? {} : { high }),
    unit: unit.join(" "),
    hard: true,
  };
}

function judge(need: string, ...offers: readonly string[]): Verdict {
  const [demand] = compileDemands({ ...base, figures: [figure(need)] });
  if (!demand) throw new Error("no demand");
  return judgeFigure(demand, compileOffers({ ...base, kind: "capability", figures: offers.map(figure) }));
}

describe("one figure against another", () => {
  it.each([
    ["purity >= 99.5 mass %", "purity >= 99.5 mass %", "pass"],
    ["purity >= 99.5 mass %", "purity = 99.6 %", "pass"],
    ["purity >= 99.5 mass %", "purity >= 99.0 mass %", "fail"],
    ["purity = 99.5 mass %", "purity = 99.9 mass %", "pass"],
    ["purity >= 99.5 mass %", "purity = 99.0..99.9 mass %", "unknown"],
    ["magnetic <= 100 ppb", "magnetic <= 0.1 ppm", "pass"],
    ["magnetic <= 100 ppb", "magnetic <= 200 ppb", "fail"],
    ["moisture <= 0.02 %", "moisture <= 150 ppm", "pass"],
    ["moisture <= 0.07 %", "moisture = 700 ppm", "pass"],
    ["capacity_ta >= 8000 t/a", "capacity_ta <= 20 kt/a", "pass"],
    ["capacity_ta = 8000 t/a", "capacity_ta = 1.2 万吨/年", "pass"],
    ["capacity_ta >= 8000 t/a", "capacity_ta >= 5000 t/a", "fail"],
    ["d50 = 9..13 µm", "d50 = 10.5 µm", "pass"],
    ["d50 = 9..13 µm", "d50 = 3..15 µm", "pass"],
    ["d50 = 9..13 µm", "d50 = 15..20 µm", "fail"],
    ["d50 = 9..13 µm", "d50 = 9000..13000 nm", "pass"],
    ["temp_min <= -35 °C", "temp_min = -40 °C", "pass"],
    ["temp_min <= -35 °C", "temp_min <= -20 °C", "fail"],
    ["lead_time <= 3 weeks", "lead_time = 20 days", "pass"],
    ["energy_use <= 500 kgce/t LCE", "energy_use = 600 t/h", "unknown"],
  ])("[MT11] %s against %s: %s", (need, offer, verdict) => {
    expect(judge(need, offer).verdict).toBe(verdict);
  });

  it("[MT12] a missing figure is unknown, not failed", () => {
    expect(judge("purity >= 99.5 mass %")).toMatchObject({ verdict: "unknown", attribute: "purity" });
    expect(judge("purity >= 99.5 mass %", "magnetic <= 100 ppb").offer).toBeUndefined();
  });

  it("[MT11] of several statements the best counts", () => {
    expect(judge("purity >= 99.5 mass %", "purity >= 99.0 mass %", "purity >= 99.9 mass %").verdict).toBe(
      "pass",
    );
  });

  it("[MT11] the margin of a purity is measured in impurity, of others in the limit", () => {
    expect(judge("purity >= 99.5 mass %", "purity >= 99.0 mass %").margin).toBeCloseTo(-1, 6);
    expect(judge("purity >= 99.5 mass %", "purity >= 99.6 mass %").margin).toBeCloseTo(0.2, 6);
    expect(judge("capacity_ta >= 8000 t/a", "capacity_ta = 6000 t/a").margin).toBeCloseTo(-0.25, 6);
  });

  it("[MT42] an amount is held against the amount on offer, and a capacity against the capacity", () => {
    const volume = (amount: string) => ({ volume: { amount, unit: "t/a" } });
    const capacity = { figures: [figure("capacity_ta = 15000 t/a")] };
    const judged = (need: Partial<MatchDocument>, offer: Partial<MatchDocument>) => {
      const [demand] = compileDemands({ ...base, ...need });
      if (!demand) throw new Error("no demand");
      const { verdict, offer: stated } = judgeFigure(demand, compileOffers({ ...base, ...offer }));
      return `${verdict} ${stated?.value}`;
    };
    expect(judged(volume("4000"), { ...volume("5000"), ...capacity })).toBe("pass 5000");
    expect(judged(volume("8000"), { ...volume("5000"), ...capacity })).toBe("fail 5000");
    const able = { figures: [figure("capacity_ta >= 10000 t/a")] };
    expect(judged(able, { ...volume("5000"), ...capacity })).toBe("pass 15000");
    // Where only one of the two is stated, that is what it is held against.
    expect(judged(volume("8000"), capacity)).toBe("pass 15000");
    expect(judged(able, volume("5000"))).toBe("fail 5000");
  });

  it("[MT11] volume is a wish, readiness a requirement, and steps are read as levels", () => {
    const need: MatchDocument = { ...base, volume: { amount: "800", unit: "t" }, maturity: "bulk" };
    const offers = compileOffers({ ...base, volume: { amount: "1", unit: "kt/a" }, trl: 9 });
    const verdicts = compileDemands(need).map((demand) => judgeFigure(demand, offers));
    expect(verdicts.map(({ attribute, verdict, hard }) => [attribute, verdict, hard])).toEqual([
      ["capacity_ta", "pass", false],
      ["trl", "pass", true],
    ]);
    const pilot = compileOffers({ ...base, maturity: "verification" });
    expect(compileDemands(need).map((demand) => judgeFigure(demand, pilot).verdict)).toEqual([
      "unknown",
      "fail",
    ]);
  });
});
