import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedDefinitions } from "../goals/definition/shipped.ts";
import { type AskedReturn, askedChange, checkReturn, type Finding, type GivenFigure } from "./index.ts";

const definitions = shippedDefinitions.filter(({ indicator }) => ["SME-01", "SME-04"].includes(indicator));
const asked: AskedReturn = { definitions, components: definitions.flatMap(({ components }) => components) };
const none = { previous: [], lastYear: [] };
const figure = (component: string, value: string | null, place = ["li2co3-batt", "brine"]): GivenFigure => ({
  component,
  site: "",
  place,
  raw: value ?? "12,34",
  unit: "",
  value,
});
const codes = (findings: readonly Finding[]) => findings.map(({ severity, code }) => `${severity} ${code}`);
const whole = [
  figure("lithium_salt_output", "1000"),
  figure("lithium_salt_mass", "1000"),
  figure("lithium_salt_capacity", "2000"),
  figure("sme_electricity", "1000000"),
  figure("sme_fuel", "500000"),
  figure("sme_energy_sold", "0"),
];
const without = (component: string) => whole.filter((one) => one.component !== component);

describe("checks of a return", () => {
  it("[RT8] an empty return and figures that cannot be read or have no place stop it", () => {
    expect(codes(checkReturn(asked, [], none))).toEqual(["hard empty"]);
    expect(codes(checkReturn(asked, [...without("sme_fuel"), figure("sme_fuel", null)], none))).toContain(
      "hard unread",
    );
    for (const place of [[], ["li2co3-batt"], ["carbonate", "brine"], ["li2co3-batt", "nowhere"]])
      expect(codes(checkReturn(asked, [...whole, figure("sme_fuel", "1", place)], none))).toContain(
        "hard place",
      );
    expect(codes(checkReturn(asked, [...whole, figure("stranger", "1")], none))).toContain("hard place");
  });

  it("[RT8] what is not given is asked about once for all", () => {
    const found = checkReturn(asked, without("sme_energy_sold"), none);
    expect(found.filter(({ code }) => code === "missing")).toMatchObject([
      { severity: "soft", params: { count: "1", codes: "sme_energy_sold" } },
    ]);
  });

  it("[RT8] the definitions' own checks speak with their words at their place: LCE against gross mass", () => {
    const found = checkReturn(
      asked,
      [...without("lithium_salt_mass"), figure("lithium_salt_mass", "300")],
      none,
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        code: "SME-04.carbonate_mass",
        severity: "soft",
        at: { component: "lithium_salt_output", site: "", place: ["li2co3-batt", "brine"] },
        text: expect.objectContaining({ zh: expect.any(String), en: expect.any(String) }),
      }),
    );
    expect(codes(checkReturn(asked, without("lithium_salt_capacity"), none))).not.toContain(
      "hard SME-04.capacity_known",
    );
  });

  it("[RT8] a change against the period before is asked about beyond half, and once", () => {
    const components = asked.components.filter(({ code }) => code === "sme_fuel");
    const plain = { definitions: [], components };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }), (before, now) => {
        const earlier = [
          { component: "sme_fuel", site: "", place: ["li2co3-batt", "brine"], value: String(before) },
        ];
        const found = checkReturn(plain, [figure("sme_fuel", String(now))], {
          previous: earlier,
          lastYear: [],
        });
        const change = before === 0 ? (now === 0 ? 0 : Infinity) : (100 * Math.abs(now - before)) / before;
        expect(found.some(({ code }) => code === "change")).toBe(change > askedChange);
      }),
    );
    const checks = [
      {
        code: "own_change",
        severity: "soft" as const,
        scope: "return" as const,
        text: { zh: "zh", en: "en" },
        expression: "abs(change(sme_fuel, previous(sme_fuel))) <= 0.1",
      },
    ];
    const own = { definitions: definitions.map((one) => ({ ...one, checks })).slice(0, 1), components };
    const previous = [{ component: "sme_fuel", site: "", place: ["li2co3-batt", "brine"], value: "10" }];
    const found = checkReturn(own, [figure("sme_fuel", "30")], { previous, lastYear: [] });
    expect(codes(found)).toEqual(["soft SME-01.own_change"]);
  });

  it("[RT8] a percentage below one is asked about, a ratio that was chosen is not", () => {
    const [first] = asked.components;
    if (!first) throw new Error("no component");
    const share = { ...first, code: "share", unit: "%", dimensions: [] };
    const ask = (unit: string) =>
      codes(
        checkReturn(
          { definitions: [], components: [share] },
          [{ ...figure("share", "0.35", []), unit }],
          none,
        ),
      );
    expect(ask("%")).toEqual(["soft ratio"]);
    expect(ask("")).toEqual(["soft ratio"]);
    expect(ask("1")).toEqual([]);
  });

  it("[RT8] keys are one for each finding, so that each explanation has its own place", () => {
    const found = checkReturn(asked, [...whole, figure("sme_fuel", "7", ["lioh-batt", "brine"])], none);
    expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
  });
});
