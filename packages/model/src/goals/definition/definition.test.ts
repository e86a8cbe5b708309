import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concepts } from "../../chain/index.ts";
import { organizationSizes } from "../../organization/index.ts";
import { findIndicator, indicators } from "../index.ts";
import {
  type Definition,
  definedCodes,
  diffDefinitions,
  dimensionTree,
  evaluateExpression,
  type FigureRow,
  figureDimensions,
  findCodeName,
  findFigureDimension,
  findVersion,
  judgeDefinition,
  listComponents,
  listLeaves,
  listOwedSheets,
  mayBegin,
  measureBreakdowns,
  parseExpression,
  runChecks,
  toFigures,
} from "./index.ts";
import { shippedDefinitions } from "./shipped.ts";

const load = (id: string): Definition => {
  const found = shippedDefinitions.find(({ indicator }) => indicator === id);
  if (!found) throw new Error(id);
  return found;
};
const componentsOf = listComponents(shippedDefinitions);
const othersOf = ({ indicator }: Definition) =>
  listComponents(shippedDefinitions.filter((one) => one.indicator !== indicator));

/** A measure of a definition over plain rows, as a decimal string of so many places. */
function figureOf(id: string, measure: string, rows: readonly FigureRow[], places = 2): string | null {
  const definition = load(id);
  const { expression = "" } = definition.measures.find(({ code }) => code === measure) ?? {};
  const parsed = parseExpression(expression);
  if (!parsed.ok) throw new Error(expression);
  const constants = new Map(definition.constants.map(({ code, value }) => [code, value]));
  const value = evaluateExpression(parsed.expression, toFigures({ rows, definition }), constants);
  return value === null || typeof value === "boolean" ? null : value.toFixed(places);
}
const row = (component: string, value: string, place: Record<string, string> = {}): FigureRow => ({
  component,
  value,
  place,
});

describe("shipped definitions", () => {
  it("[DF1] are all 55 sheets, in their order, as proposals that hold from the base year on", () => {
    expect(shippedDefinitions.map(({ indicator }) => indicator)).toEqual(indicators.map(({ id }) => id));
    for (const { origin, version, fromPeriod } of shippedDefinitions)
      expect([origin, version, fromPeriod]).toEqual(["proposal", 1, "2020"]);
  });

  it("[DF5] name what exists, in units that agree", () => {
    for (const definition of shippedDefinitions)
      expect(judgeDefinition(definition, othersOf(definition)), definition.indicator).toEqual([]);
  });

  it("[DF1] keep frequency, range, limits to the group and who measures as the sheets say", () => {
    for (const { indicator, frequency, range, audience, measures } of shippedDefinitions) {
      const sheet = findIndicator(indicator);
      const words = {
        monthly: "monthly",
        quarterly: "quarterly",
        semiannual: "semi-annual",
        annual: "annual",
      };
      expect(sheet?.frequency.startsWith(words[frequency]), indicator).toBe(true);
      expect(range?.map(Number), indicator).toEqual(sheet?.validRange);
      expect(audience === "group", indicator).toBe(
        sheet?.disclosure.includes("only") && indicator === "RES-13",
      );
      expect(sheet?.disclosure.startsWith("open") ? audience : "everyone", indicator).toBe("everyone");
      expect(measures.length).toBeGreaterThan(0);
    }
  });

  it("[DF1] speak both languages everywhere", () => {
    for (const { indicator, components, measures, checks, terms, constants } of shippedDefinitions) {
      const names = [...components, ...measures, ...terms, ...constants].map(({ name }) => name);
      for (const { zh, en } of [
        ...names,
        ...checks.map(({ text }) => text),
        ...terms.map(({ text }) => text),
      ]) {
        expect(en, indicator).toMatch(/^[\x20-\x7e]+$/);
        expect(zh.length, indicator).toBeGreaterThan(0);
      }
    }
  });

  it("[DF3] ask for each component once", () => {
    const codes = shippedDefinitions.flatMap(({ components }) => components.map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("[DF4] give every measure a table, and the headline the total where its sheet has one", () => {
    const components = new Map([...componentsOf].map(([code, { component }]) => [code, component]));
    for (const definition of shippedDefinitions) {
      for (const measure of definition.measures)
        expect(measureBreakdowns(definition, measure, components), measure.code).not.toEqual([]);
      const [headline] = definition.measures;
      const hasTotal =
        headline && measureBreakdowns(definition, headline, components).some((one) => one.length === 0);
      expect(hasTotal, definition.indicator).toBe(!["SME-07", "REC-06"].includes(definition.indicator));
    }
  });
});

describe("dimensions", () => {
  it("[RT5] the sizes that enterprises declare are the codes of the dimension of size", () => {
    expect(findFigureDimension("size")?.codes.map(({ code }) => code)).toEqual([...organizationSizes]);
  });

  it("[DF6] name each code once, in both languages, and provinces by GB/T 2260", () => {
    for (const { id, codes, name } of figureDimensions) {
      const leaves = listLeaves(codes);
      expect(leaves.length, id).toBeGreaterThan(1);
      expect(new Set(leaves.map(({ code }) => code)).size, id).toBe(leaves.length);
      for (const one of [name, ...leaves.map((leaf) => leaf.name)]) expect(one.zh && one.en, id).toBeTruthy();
    }
    expect(findCodeName(load("RES-01"), "province", "36")).toEqual({ zh: "江西省", en: "Jiangxi" });
  });

  it("[DF6] name products and processes as the chain does", () => {
    const byId = new Map(concepts.map((concept) => [concept.id, concept]));
    for (const id of ["lithium_salt", "cathode", "ore_type", "brine_type", "cell_format", "second_use"])
      for (const { code, name } of listLeaves(findFigureDimension(id)?.codes ?? [])) {
        const concept = byId.get(code);
        if (concept) expect(name).toEqual({ zh: concept.zh, en: concept.en });
      }
  });

  it("[DF6] hold the terms of a definition as classes over all codes", () => {
    const { high_end, all } = dimensionTree(load("MAT-01"), "cathode");
    expect(high_end).toEqual(["ncm811", "ni90", "ni95", "ni98", "ncm_ge80", "nca", "ncma"]);
    expect(all).toEqual(["high_end", "middle", "low_end"]);
    const every = (codes: ReturnType<typeof definedCodes>) =>
      listLeaves(codes)
        .map(({ code }) => code)
        .sort();
    for (const definition of shippedDefinitions)
      for (const { id, codes } of figureDimensions)
        expect(every(definedCodes(definition, id)), `${definition.indicator} ${id}`).toEqual(every(codes));
  });
});

describe("worked examples of the sheets and baselines of the paper", () => {
  const imports = { AU: "263.0", NG: "17.2", ZW: "16.9", BR: "11.3", OTHER: "7.8" };
  const rows = Object.entries(imports).map(([country, value]) => row("lithium_imports", value, { country }));

  it("[DF4] RES-03: the concentration lies between 0.6989 and 0.6995, the first source has 83.2 %", () => {
    expect(figureOf("RES-03", "hhi_low", rows, 4)).toBe("0.6989");
    expect(figureOf("RES-03", "hhi", rows, 4)).toBe("0.6995");
    expect(figureOf("RES-04", "top1", rows, 1)).toBe("83.2");
  });

  it("[DF4] RES-01 and RES-02: 75,000 t LCE and 32.8 % of 229,000", () => {
    const supply = [row("lithium_raw_lce", "45000"), row("lithium_raw_lce", "30000")];
    expect(figureOf("RES-01", "supply", supply, 0)).toBe("75000");
    const use = [
      row("lithium_salt_output", "229000"),
      row("lithium_salt_net_imports", "0"),
      row("lithium_salt_stock_change", "0"),
    ];
    expect(figureOf("RES-02", "primary", [...supply, ...use], 1)).toBe("32.8");
    expect(figureOf("RES-02", "primary", supply)).toBeNull();
  });

  it("[DF4] MAT-01: 23 % of 210 kt is high-end, and lithium iron phosphate is not in it", () => {
    const cathodes = { ncm811: "40000", nca: "8300", ncm622: "42000", ncm523: "119700" };
    const output = Object.entries(cathodes).map(([cathode, value]) =>
      row("cathode_output", value, { cathode }),
    );
    expect(figureOf("MAT-01", "ternary", output, 1)).toBe("23.0");
  });

  it("[DF4] MAT-04, MAT-09 and REC-01: 38 % of the families, 63.3 GWh, 41 % of 200,000 t", () => {
    const families = [row("families_china", "6550"), row("families_world", "17281")];
    expect(figureOf("MAT-04", "family_share", families, 0)).toBe("38");
    expect(figureOf("MAT-09", "installed", [row("installed_battery", "63.3")], 1)).toBe("63.3");
    const batteries = [row("batteries_received", "82000"), row("batteries_retired", "200000")];
    expect(figureOf("REC-01", "rate", batteries, 0)).toBe("41");
  });
});

describe("owed sheets", () => {
  it("[DF3] are under the first link that the organization works in, and split by who reports what", () => {
    const sheetsOf = (...reporter: Parameters<typeof listOwedSheets>[1]["links"]) =>
      listOwedSheets(shippedDefinitions, { kind: "enterprise", links: reporter });
    const codes = (sheets: ReturnType<typeof sheetsOf>, name: string) =>
      sheets.find(({ sheet }) => sheet === name)?.components.map(({ code }) => code) ?? [];
    expect(codes(sheetsOf("recycling"), "recycling.quarterly")).toContain("batteries_received");
    expect(codes(sheetsOf("recycling"), "recycling.quarterly")).not.toContain("batteries_retired");
    expect(codes(sheetsOf("materials"), "materials.quarterly")).toContain("batteries_retired");
    expect(codes(sheetsOf("smelting", "recycling"), "smelting.annual")).toContain("rd_spend");
    expect(codes(sheetsOf("smelting", "recycling"), "recycling.annual")).not.toContain("rd_spend");
    const group = listOwedSheets(shippedDefinitions, { kind: "coordination_group", links: [] });
    expect(group.flatMap(({ indicators: asked }) => asked)).toContain("RES-03");
    expect(listOwedSheets(shippedDefinitions, { kind: "operator", links: [] })).toEqual([]);
  });
});

describe("checks", () => {
  const place = { lithium_salt: "li2co3-batt", salt_route: "spodumene" };
  const failed = (id: string, rows: readonly FigureRow[], lastYear?: readonly FigureRow[]) =>
    runChecks(load(id), { rows, ...(lastYear ? { lastYear } : {}) }).map(({ check }) => check.code);

  it("[DF9] of RES-01 find gross mass given as LCE, a grade out of bounds, and a leap within a year", () => {
    const at = (value: string, kind = "spodumene") => [
      row("lithium_raw_mass", "1000", { resource_type: kind }),
      row("lithium_raw_lce", value, { resource_type: kind }),
    ];
    expect(failed("RES-01", at("148"))).toEqual([]);
    expect(failed("RES-01", at("201"))).toEqual(["gross_is_not_lce", "grade"]);
    expect(failed("RES-01", at("900", "salt_lake"))).toEqual([]);
    expect(failed("RES-01", at("148"), at("90"))).toEqual(["year_change"]);
    expect(failed("RES-01", at("148"), at("0"))).toEqual([]);
  });

  it("[DF9] of SME-04 are asked at each place apart", () => {
    const rows = [
      row("lithium_salt_output", "111", place),
      row("lithium_salt_mass", "111", place),
      row("lithium_salt_capacity", "100", place),
      row("lithium_salt_output", "10", { ...place, lithium_salt: "lioh-batt" }),
      row("lithium_salt_mass", "10", { ...place, lithium_salt: "lioh-batt" }),
      row("lithium_salt_capacity", "0", { ...place, lithium_salt: "lioh-batt" }),
    ];
    const found = runChecks(load("SME-04"), { rows }).map(({ check, at }) => [check.code, at?.lithium_salt]);
    expect(found).toEqual([
      ["capacity_known", "lioh-batt"],
      ["over_capacity", "li2co3-batt"],
      ["hydroxide_mass", "lioh-batt"],
    ]);
  });
});

describe("versions", () => {
  const versions = [
    { version: 1, fromPeriod: "2020" },
    { version: 2, fromPeriod: "2026Q3" },
    { version: 3, fromPeriod: "2026Q3" },
    { version: 4, fromPeriod: "2027" },
  ];

  it("[DF7] hold from their period on; what was made before keeps its own", () => {
    const at = (period: string) => findVersion(versions, period)?.version ?? null;
    expect(["2019", "2026Q2", "2026Q3", "2026Q4", "2026", "2027", "2027-02"].map(at)).toEqual([
      null,
      1,
      3,
      3,
      1,
      4,
      4,
    ]);
    expect(mayBegin("2026Q3", "2026-09-30")).toBe(true);
    expect(mayBegin("2026Q3", "2026-10-01")).toBe(false);
    expect(mayBegin("soon", "2026-10-01")).toBe(false);
  });

  it("[DF8] differ in exactly what was changed", () => {
    const before = load("MAT-01");
    const after: Definition = {
      ...before,
      version: 2,
      range: ["0", "90"],
      terms: before.terms.map((term) => (term.code === "middle" ? { ...term, codes: ["ncm622"] } : term)),
    };
    expect(diffDefinitions(before, before)).toEqual([]);
    expect(diffDefinitions(before, after)).toEqual([
      { path: "terms.middle.codes", before: "ncm622, ncm712, ncm_60_79", after: "ncm622" },
      { path: "range", before: "0, 100", after: "0, 90" },
    ]);
    fc.assert(
      fc.property(
        fc.constantFrom(...shippedDefinitions),
        fc.constantFrom(...shippedDefinitions),
        (one, two) => {
          const there = diffDefinitions(one, two);
          const back = diffDefinitions(two, one);
          expect(there.length === 0).toBe(one.indicator === two.indicator);
          expect(new Map(back.map(({ path, before: was, after: is }) => [path, [is, was]]))).toEqual(
            new Map(there.map(({ path, before: was, after: is }) => [path, [was, is]])),
          );
        },
      ),
    );
  });
});

describe("faults of a definition", () => {
  const fault = (id: string, change: Partial<Definition>) =>
    judgeDefinition({ ...load(id), ...change }, othersOf(load(id))).map(
      ({ path, rule }) => `${path} ${rule}`,
    );
  const expression = (text: string, unit = "%") =>
    fault("REC-02", {
      checks: [],
      measures: [{ code: "x", name: { zh: "甲", en: "x" }, unit, expression: text }],
    });

  it("[DF5] name the place and the rule", () => {
    const path = "measures.0.expression";
    expect(expression("100 * lithium_recovered / lithium_fed")).toEqual([]);
    expect(expression("lithium_recovered / lithium_fed")).toEqual([`${path} unitsDiffer`]);
    expect(expression("100 * lithium_recovered / lithium_feed")).toEqual([`${path} unknownName`]);
    expect(expression("lithium_recovered <= lithium_fed")).toEqual([`${path} notANumber`]);
    expect(expression("constructor(lithium_fed)")).toEqual([`${path} unknownFunction`]);
    expect(expression("hhi(lithium_fed, country)", "1")).toEqual([`${path} unknownName`]);
    expect(expression("at(lithium_fed, chemistry, lto)", "t")).toEqual([`${path} unknownName`]);
    expect(expression("lithium_fed", "kgce")).toEqual([`${path} unitsDiffer`]);
    expect(fault("REC-02", { breakdowns: [["colour"]] })).toEqual(["breakdowns.0 unknownDimension"]);
    expect(fault("REC-02", { range: ["105", "0"] })).toEqual(["range rangeReversed"]);
    expect(fault("REC-01", { uses: ["lithium_supply"] })).toEqual(["uses.0 tooRare"]);
    const { terms } = load("MAT-01");
    const twice = terms.map((term) => (term.code === "middle" ? { ...term, codes: ["nca"] } : term));
    expect(fault("MAT-01", { terms: twice })).toEqual(["terms.1 overlap"]);
  });
});
