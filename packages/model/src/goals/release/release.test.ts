import { loadSolver, releaseTable } from "@lilink/engine/disclosure";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePeriod } from "../../calendar/period.ts";
import { evaluateExpression, toFigures as toRawFigures } from "../definition/index.ts";
import { shippedDefinitions } from "../definition/shipped.ts";
import { type FigureCell, toCoverage } from "./index.ts";
import { combineIntervals, type Interval, toFigureAnswer } from "./interval.ts";
import {
  bandFigures,
  CellBook,
  GroupBook,
  isDue,
  listReported,
  measureFigures,
  planTables,
  type Report,
  readMeasure,
  reportRelease,
  toContributions,
  toFigures,
} from "./making.ts";

const solver = await loadSolver();
const find = (id: string) => {
  const found = shippedDefinitions.find(({ indicator }) => indicator === id);
  if (!found) throw new Error(id);
  return found;
};
const components = new Map(shippedDefinitions.flatMap((one) => one.components).map((one) => [one.code, one]));
const digit = fc.integer({ min: -20, max: 20 }).map((value) => new Decimal(value));
const ends = fc
  .tuple(fc.option(digit), fc.option(digit))
  .map(([a, b]): Interval => (a && b && a.gt(b) ? { low: b, high: a } : { low: a, high: b }));
const within = ({ low, high }: Interval, share: number) => {
  const from = low ?? (high ? high.minus(50) : new Decimal(-25));
  const to = high ?? from.plus(50);
  return from.plus(to.minus(from).times(share));
};

describe("measures from published sums", () => {
  it("[RL7] an interval holds whatever the operation gives for values within", () => {
    const operators = { "+": "plus", "-": "minus", "*": "times", "/": "div" } as const;
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom("+", "-", "*", "/"), ends, ends, share, share, (operator, a, b, x, y) => {
        const [left, right] = [within(a, x), within(b, y)];
        const value = left[operators[operator]](right);
        const told = combineIntervals(operator, a, b);
        fc.pre(value.isFinite() && told !== null);
        const slack = value.abs().times(1e-12).plus(1e-12);
        expect(told.low?.minus(slack).lte(value) ?? true).toBe(true);
        expect(told.high?.plus(slack).gte(value) ?? true).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("[RL7] bounds are rounded outward, a share of nothing is absent", () => {
    const told = toFigureAnswer({ low: new Decimal("-12.34"), high: new Decimal("56.71") });
    expect(told).toMatchObject({ status: "withheld", low: "-13", high: "57" });
    const nothing = { low: new Decimal(0), high: new Decimal(0) };
    expect(toFigureAnswer(combineIntervals("/", nothing, nothing)).status).toBe("absent");
  });

  it("[RL7] with nothing withheld every measure is what its expression gives on the returns themselves", () => {
    for (const id of ["MAT-01", "SME-01", "SME-06"]) {
      const definition = find(id);
      const reports = reportsFor(id);
      const told = release(id, reports);
      const rows = reports.map(({ component, place, value, group, ...own }) => ({
        component,
        value,
        group,
        place: {
          province: own.province ?? "",
          link: own.link,
          ...Object.fromEntries(
            (components.get(component)?.dimensions ?? []).map((one, at) => [one, place[at] ?? ""]),
          ),
        },
      }));
      const constants = new Map(definition.constants.map(({ code, value }) => [code, value]));
      let compared = 0;
      for (const { code, expression } of definition.measures)
        for (const cell of told.filter(({ measure }) => measure === code)) {
          const at = Object.fromEntries(cell.dimensions.map((one, axis) => [one, cell.place[axis] ?? ""]));
          const naive = evaluateExpression(
            readMeasure(expression),
            toRawFigures({ rows, definition, at }),
            constants,
          );
          if (!Decimal.isDecimal(naive)) continue;
          expect(cell.value, `${id} ${code} ${cell.place}`).toBe(naive.toSignificantDigits(12).toFixed());
          compared += 1;
        }
      expect(compared, id).toBeGreaterThan(1);
    }
  });
});

const codes: Readonly<Record<string, readonly string[]>> = {
  cathode: ["ncm811", "ncm523", "lfp"],
  key_product: ["lfp"],
  destination: ["home", "export"],
  chemistry: ["ncm", "lfp"],
  retired_source: ["vehicle"],
  lithium_salt: ["li2co3-batt", "lioh-batt"],
  salt_route: ["spodumene", "brine"],
  auxiliary: ["sulfuric_acid", "lime"],
  ore_type: ["spodumene"],
  feed_grade: [],
};

/** Six firms in two provinces report every component that the indicator's measures name, at several places. */
function reportsFor(id: string): readonly Report[] {
  const named = planTables(shippedDefinitions, [find(id)]);
  return named.flatMap(({ members: [first], dimensions }) =>
    Array.from({ length: 6 }, (_, firm) => firm).flatMap((firm) =>
      [0, 1].map((turn): Report => {
        const component = first?.component;
        const place = (component?.dimensions ?? []).map((dimension) => {
          const tree = dimensions.find((one) => one.id === dimension)?.tree ?? {};
          const leaves = Object.values(tree)
            .flat()
            .filter((code) => !(code in tree));
          const listed = (codes[dimension] ?? []).filter(
            (code) => leaves.length === 0 || leaves.includes(code),
          );
          const choice = listed.length > 0 ? listed : leaves;
          return choice[(firm + turn) % Math.max(1, choice.length)] ?? "x";
        });
        return {
          component: component?.code ?? "",
          organizationId: `o${firm}`,
          group: `g${firm}`,
          period: "2026Q3",
          province: firm % 2 === 0 ? "36" : "51",
          size: "large",
          link: "smelting",
          place,
          value: `${100 + 37 * firm + 11 * turn}.25`,
        };
      }),
    ),
  );
}

function release(id: string, reports: readonly Report[]): readonly FigureCell[] {
  const definition = find(id);
  const book = new CellBook();
  const sums = planTables(shippedDefinitions, [definition]).flatMap((plan) => {
    const own = reports.filter(({ component }) => component === plan.root);
    const contributions = toContributions(plan, own, { known: new Set(), waived: new Set() });
    const { cells } = releaseTable(solver, { ...plan, contributions, parameters: {} });
    book.add(plan, cells, listReported(plan, contributions));
    return plan.faces.flatMap((face) => toFigures(plan, face, cells));
  });
  return [...measureFigures(definition, components, book, () => null), ...sums];
}

describe("tables and what is said of them", () => {
  it("[RL1] every shipped indicator can be planned, with three dimensions at most", () => {
    for (const frequency of ["monthly", "quarterly", "semiannual", "annual"]) {
      const shown = shippedDefinitions.filter((one) => one.frequency === frequency);
      for (const { root, dimensions, faces } of planTables(shippedDefinitions, shown)) {
        expect(dimensions.length, root).toBeLessThanOrEqual(3);
        for (const { breakdowns } of faces) expect(breakdowns.length, root).toBeGreaterThan(0);
      }
    }
  });

  it("[RL1] components in a fixed ratio are one table, and a figure and its multiple one pattern", () => {
    const base = find("RES-08");
    const [first] = base.components;
    if (!first) throw new Error("a component");
    const twice = { ...first, code: "twice", sameAs: { component: first.code, factor: "2.5" } };
    const other = {
      ...base,
      indicator: "TST-01",
      components: [twice],
      uses: [],
      measures: [{ code: "m", name: first.name, unit: "t", expression: "twice" }],
    };
    const plans = planTables([base, other], [base, other]);
    const plan = plans.find(({ root }) => root === first.code);
    expect(plan?.faces.map(({ component, factor }) => [component.code, factor])).toContainEqual([
      "twice",
      "2.5",
    ]);
    expect(plans.map(({ root }) => root)).not.toContain("twice");
  });

  it("[RL3] a group has waived only where each of its firms in the table has", () => {
    const [plan] = planTables(shippedDefinitions, [find("RES-08")]);
    if (!plan) throw new Error("a plan");
    const [one, two] = reportsFor("RES-08").filter(({ component }) => component === plan.root);
    if (!one || !two) throw new Error("two reports");
    const both = [one, { ...two, organizationId: "other", group: one.group }];
    const waivedBy = (...waived: string[]) =>
      toContributions(plan, both, { known: new Set(), waived: new Set(waived) }).some((row) => row.waived);
    expect(waivedBy(one.organizationId)).toBe(false);
    expect(waivedBy(one.organizationId, "other")).toBe(true);
  });

  it("[RL5] a quarter is due in the next by the calendar of Shanghai, and not an instant before", () => {
    const period = parsePeriod("2026Q3");
    if (!period) throw new Error("a period");
    const lag = { releaseLagQuarters: 1 };
    expect(isDue(lag, period, new Date("2026-09-30T15:59:59.999Z"))).toBe(false);
    expect(isDue(lag, period, new Date("2026-09-30T16:00:00Z"))).toBe(true);
    expect(isDue({ releaseLagQuarters: 2 }, period, new Date("2026-12-31T00:00:00Z"))).toBe(false);
  });

  it("[RL9] coverage is shown in tens, and as all only when it is complete", () => {
    expect([toCoverage(0, 0), toCoverage(3, 2), toCoverage(200, 199), toCoverage(7, 7)]).toEqual([
      null,
      60,
      90,
      100,
    ]);
  });

  it("[RL9] the report counts what is seen", () => {
    const cell = (place: string[], value: string | null): FigureCell => ({
      indicator: "RES-01",
      measure: "x",
      unit: "t",
      dimensions: place.length > 0 ? ["province"] : [],
      place,
      ...(value === null
        ? { status: "withheld", value, low: "0", high: "9" }
        : { status: "published", value, low: null, high: null }),
    });
    const cells = [cell([], "100"), cell(["36"], "60"), cell(["51"], null), cell(["63"], null)];
    expect(
      reportRelease(
        cells,
        () => true,
        () => true,
      ),
    ).toEqual({
      cells: 4,
      published: 2,
      withheld: 2,
      absent: 0,
      untoldPercent: 40,
    });
  });
});

describe("what is no sum", () => {
  const definition = find("SME-04");
  const usual = { minContributors: 3, pPercent: 10 };
  const bookOf = (outputs: readonly number[], parameters = usual, changed: number | null = null) => {
    const book = new GroupBook(parameters, changed);
    for (const plan of planTables(shippedDefinitions, [definition])) {
      const reports = outputs.map(
        (value, at): Report => ({
          component: plan.root,
          organizationId: `o${at}`,
          group: `g${at}`,
          period: "2026Q3",
          province: "36",
          size: null,
          link: "smelting",
          place: ["li2co3-batt", "brine"],
          value: plan.root === "lithium_salt_capacity" ? "1000" : String(value),
        }),
      );
      const contributions = toContributions(plan, reports, { known: new Set(), waived: new Set() });
      book.keep(plan, contributions);
    }
    return book;
  };
  const steady = [900, 910, 920, 930, 940, 950, 960, 970, 980];

  it("[RL10] a band needs three times as many groups as a cell, and is rounded outward", () => {
    expect(bandFigures(definition, bookOf(steady.slice(1)))).toEqual([]);
    const [band] = bandFigures(definition, bookOf(steady));
    expect(band).toMatchObject({ measure: "utilization", low: "92", middle: "94", high: "96" });
  });

  it("[RL10] a group that rules a point leaves no band, and none moves it far", () => {
    const giants = [1, 1, 1, 1, 1, 1, 5000, 1, 5000];
    expect(bandFigures(definition, bookOf(giants))).toEqual([]);
    const moved = bandFigures(definition, bookOf([...steady.slice(0, 8), 99999]));
    expect(moved[0]).toMatchObject({ low: "92", middle: "94", high: "96" });
  });

  it("[RL10] nothing is published where the difference of two editions would reveal one changed group", () => {
    expect(bandFigures(definition, bookOf(steady, undefined, 1))).toEqual([]);
    expect(bandFigures(definition, bookOf(steady, undefined, 3)).length).toBe(2);
    expect(bookOf(steady, undefined, 2).topShare("lithium_salt_output", {}, 5)?.low?.toFixed()).toBe("0");
  });

  it("[RL10] a share of the largest is published where they and the rest are safe, in whole percent", () => {
    const top = (outputs: readonly number[], count: number) =>
      bookOf(outputs).topShare("lithium_salt_output", {}, count)?.low?.toFixed();
    expect(top([300, 290, 280, 50, 40, 30], 3)).toBe("0.88");
    expect(top([300, 290, 280, 50, 40], 3)).toBe("0");
    expect(top([9000, 20, 10, 50, 40, 30], 3)).toBe("0");
  });
});
