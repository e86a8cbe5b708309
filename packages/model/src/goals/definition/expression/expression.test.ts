import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExpression, type FigureRow, parseExpression, toFigures } from "../index.ts";
import { isSameForm, unitForm } from "./unit-of.ts";

const definition = {
  terms: [
    {
      code: "iron",
      name: { zh: "铁", en: "iron" },
      text: { zh: "铁", en: "iron" },
      source: "test",
      dimension: "chemistry",
      codes: ["lfp", "lmfp"],
    },
  ],
};
const rows: readonly FigureRow[] = [
  { component: "a", value: "6", place: { chemistry: "lfp", province: "36" }, group: "g1" },
  { component: "a", value: "2", place: { chemistry: "ncm", province: "36" }, group: "g2" },
  { component: "a", value: "2", place: { chemistry: "lmfp", province: "51" }, group: "g1" },
  { component: "b", value: "0.1", place: { province: "36" }, group: "g1" },
  { component: "b", value: "0.2", place: { province: "51" }, group: "g2" },
];

function run(text: string, at: Record<string, string> = {}, previous?: readonly FigureRow[]) {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault));
  const figures = toFigures({ rows, definition, at, ...(previous ? { previous } : {}) });
  const value = evaluateExpression(parsed.expression, figures, new Map([["k", "0.1229"]]));
  return Decimal.isDecimal(value) ? value.toFixed() : value;
}

describe("expressions", () => {
  it("[DF2] are read by rank, and exactly in decimals", () => {
    expect(run("1 + 2 * 3 - 4 / 2")).toBe("5");
    expect(run("-(1 + 2) * -3")).toBe("9");
    expect(run("0.1 + 0.2 == 0.3")).toBe(true);
    expect(run("b + k")).toBe("0.4229");
    expect(run('"a" / 4 <= 2.5 && !(a < b)')).toBe(true);
  });

  it("[DF4] ask for sums, classes, shares and middles", () => {
    expect(run("a")).toBe("10");
    expect(run("a", { province: "36" })).toBe("8");
    expect(run("at(a, chemistry, iron)")).toBe("8");
    expect(run("at(a, chemistry, nca)")).toBe("0");
    expect(run("at(c, chemistry, nca)")).toBeNull();
    expect(run("total(a) - a", { chemistry: "ncm" })).toBe("8");
    expect(run("hhi(a, chemistry)")).toBe("0.44");
    expect(run("hhi(a, chemistry, lfp)")).toBe("0.08");
    expect(run("max_share(a, chemistry, lfp)")).toBe("0.2");
    expect(run("top_share(a, 1)")).toBe("0.8");
    expect(run("median(a)")).toBe("2");
    expect(run("median(b)")).toBe("0.15");
    expect(run("within(chemistry, iron)", { chemistry: "lmfp" })).toBe(true);
    expect(run("within(chemistry, iron)")).toBeNull();
    expect(run("change(a, previous(a))", {}, [{ component: "a", value: "8", place: {} }])).toBe("0.25");
  });

  it("[DF2] have no figure where something is missing or divided by nothing, unless a side settles it", () => {
    for (const text of [
      "a / 0",
      "a / (b - b)",
      "c",
      "c + a",
      "last_year(a)",
      "median(c)",
      "hhi(c, chemistry)",
    ])
      expect(run(text), text).toBeNull();
    expect(run("c > 1 || a > 1")).toBe(true);
    expect(run("c > 1 && a < 1")).toBe(false);
    expect(run("c > 1 && a > 1")).toBeNull();
    expect(run("a / 0 > 1 || false_name > 1")).toBeNull();
  });

  it("[DF2] name the place where they cannot be read", () => {
    const fault = (text: string) => {
      const parsed = parseExpression(text);
      return parsed.ok ? null : `${parsed.fault.at} ${parsed.fault.rule}`;
    };
    expect(fault("")).toBe("0 unfinished");
    expect(fault("1 +")).toBe("3 unfinished");
    expect(fault("a..b")).toBe("1 unexpected");
    expect(fault("a.constructor")).toBe("1 unexpected");
    expect(fault("a[0]")).toBe("1 unexpected");
    expect(fault("a < b < c")).toBe("6 unexpected");
    expect(fault("a = 1")).toBe("2 unexpected");
    expect(fault("f()")).toBe("2 unexpected");
    expect(fault(`${"(".repeat(50)}1${")".repeat(50)}`)).toBe("41 tooDeep");
    expect(fault(`${"-".repeat(60)}1`)).toBe("41 tooDeep");
    expect(fault("1+".repeat(1001))).toBe("2000 tooLong");
  });

  it("[DF2] never throw, whatever is written", () => {
    const scrap = fc.array(
      fc.constantFrom(
        "a",
        "b",
        "k",
        "1",
        "2.5",
        "0",
        "+",
        "-",
        "*",
        "/",
        "(",
        ")",
        "<=",
        "&&",
        "||",
        "!",
        ",",
        "at",
        '"',
        "é",
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          scrap.map((parts) => parts.join(" ")),
          fc.string({ maxLength: 40 }),
        ),
        (text) => {
          const parsed = parseExpression(text);
          if (!parsed.ok) {
            expect(parsed.fault.at).toBeGreaterThanOrEqual(0);
            expect(parsed.fault.at).toBeLessThanOrEqual(text.length);
            return;
          }
          const value = evaluateExpression(parsed.expression, toFigures({ rows, definition }), new Map());
          if (Decimal.isDecimal(value)) expect(value.isFinite()).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("[DF2] agree with the plain arithmetic of integers", () => {
    type Tree = { readonly text: string; readonly value: bigint };
    const leaf = fc.integer({ min: 0, max: 999 }).map((n): Tree => ({ text: String(n), value: BigInt(n) }));
    const tree = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc
          .tuple(tie("tree"), fc.constantFrom("+", "-", "*"), tie("tree"))
          .map(([left, sign, right]): Tree => {
            const { value: l } = left;
            const { value: r } = right;
            const value = sign === "+" ? l + r : sign === "-" ? l - r : l * r;
            return { text: `(${left.text} ${sign} ${right.text})`, value };
          }),
      ),
    })).tree;
    fc.assert(fc.property(tree, ({ text, value }) => text.length > 1900 || run(text) === String(value)));
  });
});

describe("units", () => {
  it("[DF5] are products of quantities with a size", () => {
    const same = (left: string, right: string) => {
      const [a, b] = [unitForm(left), unitForm(right)];
      return a !== null && b !== null && isSameForm(a, b);
    };
    expect(same("kWh/kg", "MWh/t")).toBe(true);
    expect(same("kWh/kg", "Wh/kg")).toBe(false);
    expect(same("t", "t LCE")).toBe(false);
    expect(same("count", "1")).toBe(true);
    expect(same("%", "1")).toBe(false);
    expect(unitForm("furlongs/t")).toBeNull();
  });
});
