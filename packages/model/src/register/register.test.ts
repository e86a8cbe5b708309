import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkValues,
  columnsOf,
  convertFigure,
  count,
  coverageOf,
  day,
  defineRegister,
  deposit,
  findRegister,
  findRegisterAt,
  isAsked,
  levelsOf,
  listRegisters,
  missingOf,
  openingSort,
  proposeValues,
  registerNames,
  reviewed,
  settledStates,
  standardSubjects,
  text,
  watchItem,
} from "./index.ts";
import { shippedRecords } from "./shipped/index.ts";

const given = {
  name: "site",
  owner: "group",
  level: "everyone",
  fields: { name: text({ max: 20, required: true }) },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["name"],
  list: ["name"],
  facets: [],
  rest: { path: "sites", scope: "registers:read" },
} as const;

const opening = (name: string) => openingSort(findRegister(name) ?? deposit);

describe("a register", () => {
  it("[RG1] has at most twelve keys, a path and tables of its own", () => {
    for (const register of listRegisters()) {
      expect(Object.keys(register).length).toBeLessThanOrEqual(12);
      expect(findRegisterAt(register.rest.path)).toBe(register);
      const columns = Object.entries(register.fields).flatMap(([name, field]) => columnsOf(name, field));
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    }
    expect(registerNames.length).toBeGreaterThanOrEqual(3);
    expect(findRegister("toString")).toBeNull();
    expect(findRegisterAt("nowhere")).toBeNull();
  });

  it("[RG7] opens in one order, by a column that every reader of its list sees", () => {
    for (const register of listRegisters()) {
      const name = openingSort(register).replace(/^-/, "");
      expect(register.list).toContain(name);
      expect(levelsOf({ ...register, fields: { [name]: register.fields[name] as never } })).toEqual([
        register.level,
      ]);
    }
    expect(["deposit", "policyEvent", "fundCall", "roadmapItem", "standard"].map(opening)).toEqual([
      "-resource",
      "-happenedOn",
      "-opensOn",
      "targetYear",
      "title",
    ]);
    expect(listRegisters().flatMap((register) => settledStates(register))).toEqual(["closed", "rejected"]);
    const twice = {
      seats: count({ min: 0, max: 9, order: "falling" }),
      year: count({ min: 0, max: 9, order: "rising" }),
    };
    const list = ["name", "seats", "year"] as const;
    expect(() => defineRegister({ ...given, fields: { ...given.fields, ...twice }, list })).toThrow(
      "a list opens in one order",
    );
    const hidden = { seats: count({ min: 0, max: 9, order: "falling", level: "own" }) };
    for (const columns of [["name"], ["name", "seats"]] as const)
      expect(() =>
        defineRegister({ ...given, fields: { ...given.fields, ...hidden }, list: [...columns] }),
      ).toThrow("seats is no column for everybody");
  });

  it("[RG1] asks of a plant what its type makes, and of a recycler what it recycles", () => {
    const plant = findRegister("plant");
    if (!plant) throw new Error("there is no register of plants");
    const asked = (values: Record<string, unknown>) =>
      Object.keys(plant.fields).filter((name) => isAsked(plant, name, values));
    expect(asked({ type: "lithium_salt" })).toContain("energy");
    expect(asked({ type: "lithium_salt" })).not.toContain("cellCycles");
    expect(asked({ type: "lithium_ion", makesTernary: true })).toContain("ternaryCell");
    // A flag of another type, left from before, asks for nothing.
    expect(asked({ type: "lithium_salt", makesTernary: true })).not.toContain("ternaryCell");
    expect(asked({})).not.toContain("energy");
  });

  it.each([
    ["Site", {}, "a register's name is camel case"],
    ["site", { rest: { ...given.rest, path: "Sites" } }, "kebab case"],
    ["site", { fields: { ...given.fields, status: text({ max: 3 }) } }, "status is no name of a field"],
    [
      "site",
      { level: "member", fields: { name: text({ max: 3, level: "everyone" }) } },
      "more open than its register",
    ],
    ["site", { level: "everyone", fields: { name: text({ max: 3, level: "own" }) } }, "name is narrower"],
    [
      "site",
      { fields: { ...given.fields, area: text({ max: 3, when: { field: "name", is: "x" } }) } },
      "area waits for what cannot be",
    ],
    ["site", { list: [] }, "a list needs a title column"],
    ["site", { list: ["nome"] }, "nome is no field"],
    ["site", { due: { nowhere: { duty: "x", workingDays: 1 } } }, "nowhere is no state"],
    ["site", { due: { draft: { duty: "x", field: "name" } } }, "name is no day"],
    [
      "site",
      {
        fields: { ...given.fields, seenOn: day({ partial: true }) },
        due: { draft: { duty: "x", field: "seenOn" } },
      },
      "seenOn is no day",
    ],
  ])("[RG1] %s with %j is refused: %s", (name, change, message) => {
    expect(() => defineRegister({ ...given, ...change, name } as never)).toThrow(message);
  });

  it("[RG2] keeps rows at the levels that its fields use, the most open first", () => {
    expect(levelsOf(deposit)).toEqual(["everyone", "member"]);
    expect(levelsOf(defineRegister(given))).toEqual(["everyone"]);
  });

  it("[RG5] names required fields that say nothing", () => {
    expect(missingOf(deposit, { name: { zh: null, en: null }, type: "brine", country: "" })).toEqual([
      "name",
      "country",
    ]);
  });
});

describe("figures of contained lithium", () => {
  it.each([
    ["1", "kt Li", "kt LCE", "5.3233"],
    ["1", "kt Li2O", "kt Li", "0.46454"],
    ["2", "Mt LCE", "kt LCE", "2000"],
    ["1", "% Li2O", "% Li", "0.46454"],
    ["10000", "ppm Li", "% Li", "1"],
    ["1.5", "USD/t", "USD/t", "1.5"],
  ])("[DE1] %s %s is %s: %s", (value, from, to, expected) => {
    const converted = convertFigure(value, from, to);
    expect(converted.ok && converted.value.toSignificantDigits(5).toFixed()).toBe(expected);
  });

  it.each([
    ["1", "kt", "kt Li"],
    ["1", "mg/L", "% Li"],
    ["x", "kt Li", "kt Li"],
  ])("[DE1] %s %s does not convert to %s", (value, from, to) => {
    expect(convertFigure(value, from, to).ok).toBe(false);
  });

  it("[DE1] there and back is where it began", () => {
    const units = ["t Li", "kt Li2O", "Mt LCE", "kt LCE"];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom(...units),
        fc.constantFrom(...units),
        (amount, from, to) => {
          const there = convertFigure(String(amount), from, to);
          const back = there.ok ? convertFigure(there.value.toFixed(), to, from) : there;
          expect(back.ok && Math.abs(back.value.div(amount).minus(1).toNumber())).toBeLessThan(1e-12);
        },
      ),
    );
  });
});

describe("what comes with the product", () => {
  it.each(listRegisters().map((register) => [register.name, register] as const))(
    "[RG9] the records of %s are complete and keep its rules",
    (name, register) => {
      const records = shippedRecords[name as "deposit"];
      // What an organization files comes from it alone; who sits in the group and what it runs, from the group.
      const isShipped =
        register.owner === "group" &&
        ![
          "seat",
          "mandate",
          "keyPlatform",
          "protectedArea",
          "miningRight",
          "importPlan",
          "exchangeEvent",
          "laboratoryChange",
          "weakLink",
          "oreReserve",
          "fundCall",
          "incentiveProgramme",
        ].includes(name);
      expect(records.length > 5).toBe(isShipped);
      for (const { values, sources, readings } of records) {
        expect([values, missingOf(register, values), checkValues(register, values)]).toEqual([
          values,
          [],
          [],
        ]);
        expect(sources.length).toBeGreaterThan(0);
        // No source stands twice.
        expect(new Set(sources.map((one) => JSON.stringify(one))).size).toBe(sources.length);
        for (const [field, { source }] of Object.entries(readings)) {
          expect(register.fields).toHaveProperty(field);
          if (source !== null) expect(source).toBeLessThan(sources.length);
        }
      }
    },
  );

  it("[DE1] 163 deposits: 160 of the data set, 14 in China, and the paper's ratios", () => {
    const { deposit: rows } = shippedRecords;
    expect(rows).toHaveLength(163);
    expect(rows.filter(({ values }) => values.country === "CN")).toHaveLength(14);
    const ratios = rows.flatMap(({ values }) =>
      values.magnesium ? [(values.magnesium as { value: string }).value] : [],
    );
    expect(ratios.toSorted()).toEqual(["134", "1577", "18.6", "6.4", "90.5"]);
  });

  it("[WA1] the seven items from abroad, each with its day", () => {
    const { watchItem: rows } = shippedRecords;
    expect(rows).toHaveLength(7);
    expect(rows.filter(({ values }) => !values.happenedOn)).toEqual([]);
    expect(rows.every(({ values }) => values.country !== "CN")).toBe(true);
  });

  it("[ST1] coverage counts a subject once for each standard that names it", () => {
    const coverage = coverageOf(
      shippedRecords.standard.map(({ values }) => ({
        stage: values.stage as string,
        covers: values.covers as readonly string[],
      })),
    );
    expect(coverage.map(({ subject }) => subject)).toEqual([...standardSubjects]);
    expect(coverage.find(({ subject }) => subject === "project_evaluation")?.inForce).toBe(4);
    expect(coverage.find(({ subject }) => subject === "chain_of_custody")).toMatchObject({
      inForce: 0,
      other: 3,
    });
    expect(coverage.filter(({ inForce, other }) => inForce + other === 0)).toHaveLength(5);
  });
});

describe("a proposed day", () => {
  const propose = (before: object, after: object) =>
    proposeValues(watchItem, { ...before }, { ...after }, "2026-11-20");

  it("[WA2] follows the value that proposes it, over the end of a month too", () => {
    expect(propose({}, { severity: "3" })).toEqual({ severity: "3", dueOn: "2026-12-04" });
    const moved = propose({ severity: "3", dueOn: "2026-12-04" }, { severity: "2", dueOn: "2026-12-04" });
    expect(moved).toEqual({ severity: "2", dueOn: "2026-12-20" });
  });

  it("stays as a person chose it, and is none without its value", () => {
    expect(propose({ severity: "3" }, { severity: "2", dueOn: "2027-01-01" }).dueOn).toBe("2027-01-01");
    expect(propose({}, { finding: "It matters." })).toEqual({ finding: "It matters." });
  });

  it("names a field that there is", () => {
    const fields = { ...given.fields, dueOn: day({ propose: { by: "grade", days: {} } }) };
    expect(() => defineRegister({ ...given, fields })).toThrow("proposed by grade");
  });
});
