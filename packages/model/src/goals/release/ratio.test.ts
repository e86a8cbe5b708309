import { loadSolver, releaseTable } from "@lilink/engine/disclosure";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExpression, type FigureRow, toFigures as toRawFigures } from "../definition/index.ts";
import { shippedDefinitions } from "../definition/shipped.ts";
import type { FigureCell } from "./index.ts";
import { combineIntervals, narrow, pointAt, toFigureAnswer } from "./interval.ts";
import {
  type Answer,
  CellBook,
  countedRows,
  listReported,
  measureFigures,
  planTables,
  pruneTrees,
  type Report,
  readMeasure,
  settleAnswers,
  toContributions,
  toFigures,
  toSigner,
  withAnswers,
} from "./making.ts";
import { pairsOf, toAsked } from "./pair-parts.ts";
import { possibleRange } from "./possible-range.ts";

const solver = await loadSolver();
const asked = toAsked(shippedDefinitions);
const components = new Map([...asked].map(([code, { component }]) => [code, component]));
const find = (id: string) => {
  const found = shippedDefinitions.find(({ indicator }) => indicator === id);
  if (!found) throw new Error(id);
  return found;
};

type Given = {
  readonly firm: number;
  readonly component: string;
  readonly place: string[];
  readonly value: number;
};
const salts = ["li2co3-batt", "lioh-batt"];
const routes = ["spodumene", "brine"];
const energy = ["sme_electricity", "sme_fuel", "sme_energy_sold", "lithium_salt_output"];
const auxiliaries = ["sulfuric_acid", "soda_ash"];

/** Each figure of each firm is given or not, and is often 0. */
const givenOf = (all: readonly Omit<Given, "value">[]) =>
  fc
    .array(fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900 }))), {
      minLength: all.length,
      maxLength: all.length,
    })
    .map((values) =>
      all.flatMap((one, at): Given[] => (values[at] == null ? [] : [{ ...one, value: values[at] }])),
    );
const firms = [0, 1, 2];
const ofEnergy = firms.flatMap((firm) =>
  energy.flatMap((component) =>
    salts.flatMap((salt) => routes.map((route) => ({ firm, component, place: [salt, route] }))),
  ),
);
const ofAuxiliaries = firms.flatMap((firm) =>
  routes.flatMap((route) => [
    ...auxiliaries.map((one) => ({ firm, component: "auxiliary_used", place: [one, route] })),
    ...salts.map((salt) => ({ firm, component: "lithium_salt_output", place: [salt, route] })),
  ]),
);

function toReport({ firm, component, place, value }: Given): Report {
  const [organizationId, group] = [`o${firm}`, `g${firm}`];
  const own = { period: "2026Q3", province: firm === 0 ? "36" : "51", size: null, link: "smelting" };
  return { component, place, value: String(value), organizationId, group, ...own };
}

function toRow(one: Given): FigureRow {
  const { province, link, group } = toReport(one);
  const dimensions = components.get(one.component)?.dimensions ?? [];
  const codes = Object.fromEntries(dimensions.map((id, at) => [id, one.place[at] ?? ""]));
  return {
    component: one.component,
    value: String(one.value),
    place: { province: province ?? "", link, ...codes },
    group,
  };
}

/** The measures of an indicator as a release without disclosure control tells them. */
function tell(id: string, given: readonly Given[], parameters = {}): readonly FigureCell[] {
  const definition = find(id);
  const book = new CellBook();
  const answers: readonly Answer[] = given.map(toReport);
  const sums: FigureCell[] = [];
  for (const planned of planTables(shippedDefinitions, [definition])) {
    const asked = withAnswers(planned);
    const sign = toSigner(asked, answers, new Map());
    const reports = given.filter(({ component }) => component === planned.root).map(toReport);
    if (reports.length === 0) continue;
    const signed = reports.map((report) => ({ ...report, answered: sign(report) }));
    const { plan: settled, lists } = settleAnswers(asked, [
      toContributions(asked, signed, { known: new Set(), waived: new Set() }),
    ]);
    const contributions = lists[0] ?? [];
    const plan = { ...settled, dimensions: pruneTrees(settled.dimensions, contributions) };
    const { cells } = releaseTable(solver, { ...plan, contributions, parameters });
    book.add(plan, cells, listReported(plan, contributions));
    sums.push(...plan.faces.flatMap((face) => toFigures(plan, face, cells)));
  }
  return [...measureFigures(definition, components, book, () => null), ...sums];
}

/** What the rule says, told by a plain walk over firms. */
function naive(id: string, code: string, at: Readonly<Record<string, string>>, rows: readonly FigureRow[]) {
  const definition = find(id);
  const expression = definition.measures.find((one) => one.code === code)?.expression ?? "";
  const constants = new Map(definition.constants.map(({ code: name, value }) => [name, value]));
  const figures = toRawFigures({ rows, definition, at });
  const figure = evaluateExpression(readMeasure(expression), figures, constants);
  return Decimal.isDecimal(figure) ? figure.toSignificantDigits(12).toFixed() : null;
}

function compare(id: string, given: readonly Given[], counted: readonly Given[]) {
  const rows = counted.map(toRow);
  for (const { code } of find(id).measures)
    for (const { measure, dimensions, place, value, status } of tell(id, given)) {
      if (measure !== code) continue;
      const at = Object.fromEntries(dimensions.map((one, axis) => [one, place[axis] ?? ""]));
      const expected = naive(id, code, at, rows);
      expect([code, place, value]).toEqual([code, place, expected]);
      expect(status).toBe(expected === null ? "absent" : "published");
    }
}

describe("ratios of what was reported", () => {
  it("[RL15] a ratio of two published wholes in which everybody counts is published, whatever its parts hide", () => {
    const cell = (code: string, value: string | null) =>
      value === null
        ? ({ at: [code], status: "withheld", why: "secondary", low: "0", high: "60" } as const)
        : ({ at: [code], status: "published", value } as const);
    const dimensions = [{ id: "answered", tree: { all: ["a", "a+b", "none"] } }];
    const plan = {
      dimensions,
      members: [],
      breakdowns: [[], ["answered"]],
      basis: "returns",
      pairs: [],
    } as const;
    const look = (none: string | null, byPartsAlone = false) => {
      const book = new CellBook(byPartsAlone);
      const members = [{ component: { code: "made" }, factor: "1" }] as never;
      const cells = [cell("all", "100"), cell("a", null), cell("a+b", null), cell("none", none)];
      book.add({ ...plan, members }, cells, { has: () => true });
      const sum = book.find("made", {}, "a")?.sum;
      return [sum?.low?.toFixed(), sum?.high?.toFixed()];
    };
    expect(look("0")).toEqual(["100", "100"]);
    expect(look("30")).toEqual(["70", "70"]);
    // What does not count is withheld too: the whole bounds what its parts leave open.
    expect(look(null)).toEqual(["40", "100"]);
    expect(look("0", true)).toEqual(["0", "120"]);
  });

  it("[RL15] counts a firm where it reported all parts, and has no figure where nobody did", () => {
    const isWhole = (given: readonly Given[], { firm, place }: Given) =>
      energy.every((component) =>
        given.some(
          (one) => one.firm === firm && one.component === component && one.place.join() === place.join(),
        ),
      );
    fc.assert(
      fc.property(givenOf(ofEnergy), (given) => {
        compare(
          "SME-01",
          given,
          given.filter((one) => isWhole(given, one)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it("[RL15] parts meet in the dimensions that both have, and a code left out beside others is nothing", () => {
    const isGiven = (given: readonly Given[], { firm, place }: Given, component: string) =>
      given.some((one) => one.firm === firm && one.component === component && one.place[1] === place[1]);
    fc.assert(
      fc.property(givenOf(ofAuxiliaries), (given) => {
        const counted = given.filter((one) =>
          ["auxiliary_used", "lithium_salt_output"].every((component) => isGiven(given, one, component)),
        );
        // The naive sum knows no nought of those who left out one code of theirs alone.
        const filled = auxiliaries.flatMap((code) =>
          counted.flatMap((one) =>
            one.component === "auxiliary_used"
              ? [{ ...one, place: [code, one.place[1] ?? ""], value: 0 }]
              : [],
          ),
        );
        compare("SME-06", given, [...counted, ...filled]);
      }),
      { numRuns: 40 },
    );
  });

  const whole = (firm: number, output: number, fuel: number): Given[] =>
    energy.map((component) => ({
      firm,
      component,
      place: ["li2co3-batt", "brine"],
      value: component === "lithium_salt_output" ? output : component === "sme_fuel" ? fuel : 0,
    }));
  const output: Given = {
    firm: 2,
    component: "lithium_salt_output",
    place: ["lioh-batt", "brine"],
    value: 50,
  };
  const total = (cells: readonly FigureCell[], measure: string, dimensions = 0) =>
    cells.find((one) => one.measure === measure && one.dimensions.length === dimensions);

  it("[RL15] a reported 0 stays 0, and production without energy changes no intensity", () => {
    expect(total(tell("SME-01", [...whole(0, 10, 0), ...whole(1, 10, 0)]), "intensity")?.value).toBe("0");
    const both = tell("SME-01", [...whole(0, 10, 30), ...whole(1, 10, 50), output]);
    expect(total(both, "intensity")?.value).toBe("4");
    expect(
      both.find(({ place, measure }) => measure === "intensity" && place[0] === "lioh-batt"),
    ).toMatchObject({
      status: "absent",
    });
    expect(total(tell("SME-01", [output]), "intensity")).toBeUndefined();
  });

  it("[RL15] no difference reveals the firm that left a part out", () => {
    const given = [0, 1, 2, 3, 4].flatMap((firm) => whole(firm, 100 + firm, 40 * firm + 7));
    const cells = tell("SME-01", [...given, { ...output, firm: 5 }], { minContributors: 3, pPercent: 10 });
    expect(total(cells, "intensity")).toMatchObject({ status: "withheld", value: null });
  });

  it("[RL15] rows of one body follow the same rule", () => {
    const rows = [...whole(0, 10, 30), output].map(toRow);
    const counted = countedRows(find("SME-01"), shippedDefinitions, "intensity", rows);
    expect(counted).toEqual(rows.slice(0, 4));
  });

  it("[RL15] parts of other reporters, of the office and of the exchange make no pair", () => {
    const named = (id: string) => pairsOf(find(id), asked).map(({ key }) => key);
    for (const id of ["REC-01", "REC-10", "RES-02", "MAT-06", "CHN-07", "SME-02"])
      expect(named(id), id).toEqual([]);
    expect(named("SME-06")).toEqual(["SME-06.acid"]);
    expect(named("RES-09")).toEqual(["RES-09.plant", "RES-09.pond"]);
  });
});

describe("what a measure can be", () => {
  const rangeOf = (id: string, code: string) => {
    const measure = find(id).measures.find((one) => one.code === code);
    if (!measure) throw new Error(code);
    const { low, high } = possibleRange(find(id), measure, components);
    return [low?.toFixed() ?? null, high?.toFixed() ?? null];
  };

  it("[RL7] shares end at their whole, amounts at nothing", () => {
    expect(rangeOf("SME-02", "plants")).toEqual(["0", "100"]);
    expect(rangeOf("SME-01", "intensity")).toEqual(["0", null]);
    expect(rangeOf("RES-06", "rate")).toEqual(["0", "100"]);
    expect(rangeOf("REC-02", "rate")).toEqual(["0", null]);
    expect(rangeOf("RES-15", "tension")).toEqual([null, null]);
    expect(rangeOf("CHN-08", "answered")).toEqual(["0", "1"]);
  });

  it("[RL7] bounds within the range hold whatever the wider ones held of it, and a figure stays as it is", () => {
    const end = fc.integer({ min: -300, max: 300 });
    fc.assert(
      fc.property(end, end, fc.integer({ min: 0, max: 100 }), (a, b, truth) => {
        const wide = { low: new Decimal(Math.min(a, b, truth)), high: new Decimal(Math.max(a, b, truth)) };
        const told = toFigureAnswer(narrow(wide, { low: new Decimal(0), high: new Decimal(100) }));
        if (told.status !== "withheld") return;
        expect(Number(told.low)).toBeGreaterThanOrEqual(0);
        expect(Number(told.high)).toBeLessThanOrEqual(100);
        // Outside the range nobody thought it possible: nothing possible is lost.
        expect(Number(told.low)).toBeLessThanOrEqual(Math.max(0, wide.low.toNumber()));
        expect(Number(told.high)).toBeGreaterThanOrEqual(Math.min(100, wide.high.toNumber()));
        expect(truth >= Number(told.low) && truth <= Number(told.high)).toBe(true);
      }),
    );
    expect(narrow(pointAt(120), { low: new Decimal(0), high: new Decimal(100) })).toEqual(pointAt(120));
    expect(combineIntervals("-", pointAt(1), pointAt(1))).toEqual(pointAt(0));
  });
});
