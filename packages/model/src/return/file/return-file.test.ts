import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Component } from "../../goals/definition/definition.ts";
import { findFigureDimension, listLeaves } from "../../goals/definition/dimension.ts";
import { readFigure } from "../read-figure.ts";
import { createRowReader, headingOf, readHeading } from "./index.ts";

const component = (code: string, more: Partial<Component> = {}): Component => ({
  code,
  name: { zh: `名 ${code}`, en: `Name ${code}` },
  unit: "t",
  dimensions: [],
  nonNegative: true,
  decimals: 3,
  overTime: "sum",
  ...more,
});
const asked: readonly Component[] = [
  component("plain"),
  component("by_type", { dimensions: ["resource_type", "origin"], range: ["0", "1000"] }),
  component("share", { unit: "%", decimals: 2 }),
];
const dimensions = ["resource_type", "origin"];
const ids = ["component", "name", "site", "resource_type", "origin", "unit", "value", "revision"];
const heading = readHeading(ids, dimensions);
if (!heading) throw new Error("no heading");
const reader = createRowReader(asked, heading.columns);
const read = (cells: Partial<Record<string, string>>, faults: Parameters<typeof reader>[0]["faults"] = []) =>
  reader({ cells: ids.map((id) => cells[id] ?? ""), faults });
const rules = (cells: Partial<Record<string, string>>) => {
  const row = read(cells);
  return row && "faults" in row ? row.faults.map(({ column, rule }) => `${ids[column]} ${rule}`) : row;
};

const leaves = (id: string) => listLeaves(findFigureDimension(id)?.codes ?? []);
const spelled = (code: string, name: { zh: string; en: string }) =>
  fc.constantFrom(code, name.zh, name.en, ` ${name.zh} `, name.en.toUpperCase());

describe("the heading of a return's file", () => {
  it("[RT11] is found by ids or by either language, in any order, with other columns beside", () => {
    for (const name of [
      (id: string) => id,
      (id: string) => headingOf(id).zh,
      (id: string) => headingOf(id).en,
    ])
      expect(readHeading(["备注", ...ids.map(name)], dimensions)).toEqual({
        columns: new Map(ids.map((id, at) => [id, at + 1])),
        twice: null,
      });
    expect(readHeading([" 指标代码", "ＶＡＬＵＥ"], [])?.columns).toEqual(
      new Map([
        ["component", 0],
        ["value", 1],
      ]),
    );
  });

  it("[RT11] needs a component and a value, each column once", () => {
    expect(readHeading(["component", "unit"], [])).toBeNull();
    expect(readHeading(["value", "unit"], [])).toBeNull();
    expect(readHeading([], [])).toBeNull();
    expect(readHeading(["name", "value", "数值"], [])?.twice).toBe("数值");
  });
});

describe("a row of a return's file", () => {
  it("[RT12] is the figure that the form would read, whichever way its codes are spelled", () => {
    const code = (id: string) =>
      fc
        .constantFrom(...leaves(id))
        .chain((leaf) => spelled(leaf.code, leaf.name).map((typed) => [leaf.code, typed] as const));
    fc.assert(
      fc.property(
        code("resource_type"),
        code("origin"),
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom("", "t", "kg"),
        ([type, typedType], [origin, typedOrigin], amount, unit) => {
          const row = read({
            name: "名by_type",
            site: " 一号厂 ",
            resource_type: typedType,
            origin: typedOrigin,
            unit,
            value: String(amount),
            revision: "3",
          });
          const form = readFigure(String(amount), unit, component("by_type"));
          expect(row).toEqual({
            figure: {
              component: "by_type",
              site: "一号厂",
              place: [type, origin],
              raw: String(amount),
              unit,
              value: form.ok ? form.value : "",
              revision: 3,
            },
          });
        },
      ),
    );
  });

  it("[RT12] says nothing without a value, and is skipped", () => {
    expect(read({ component: "nothing like it", site: "x" })).toBeNull();
    expect(read({})).toBeNull();
  });

  it.each([
    [{ value: "1" }, ["name componentMissing"]],
    [{ component: "other", value: "1" }, ["component componentUnknown"]],
    [{ component: "by_type", value: "1" }, ["resource_type codeMissing", "origin codeMissing"]],
    [{ component: "by_type", resource_type: "x", origin: "国内", value: "1" }, ["resource_type codeUnknown"]],
    [
      { component: "by_type", resource_type: "brine", origin: "domestic", value: "1" },
      ["resource_type codeUnknown"],
    ],
    [{ component: "plain", origin: "domestic", value: "1" }, ["origin codeNotAsked"]],
    [{ component: "plain", value: "1,23" }, ["value separators"]],
    [{ component: "plain", value: "-1" }, ["value negative"]],
    [{ component: "plain", unit: "furlong", value: "1" }, ["unit unitUnknown"]],
    [{ component: "plain", value: "1", site: "x".repeat(81) }, ["site tooLong"]],
    [{ component: "by_type", resource_type: "clay", origin: "imported", value: "1001" }, ["value range"]],
    [{ component: "share", unit: "1", value: "37" }, ["value ratioAboveOne"]],
  ] as const)("[RT12] %j is at fault: %j", (cells, expected) => {
    expect(rules(cells)).toEqual(expected);
  });

  it("[RT12] is at fault where a cell that counts could not be read, and nowhere else", () => {
    const value = ids.indexOf("value");
    expect(read({ component: "plain" }, [{ column: value, rule: "formulaWithoutValue" }])).toEqual({
      faults: [{ column: value, rule: "formulaWithoutValue", params: {} }],
    });
    expect(read({ component: "plain", value: "7" }, [{ column: 40, rule: "errorValue" }])).toMatchObject({
      figure: { value: "7" },
    });
  });
});
