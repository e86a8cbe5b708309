import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributes } from "../chain/index.ts";
import { isTable, readRows } from "./read-rows.ts";

describe("rows of a pasted table", () => {
  it("[PO15] cells in any order; headings are left out; a limit is hard and a bare value a wish", () => {
    const rows = readRows(
      "指标\t比较\t数值\t单位\nD50\t≤\t5\tµm\n水分\t300\tppm\tKarl Fischer\n振实密度\t1.8-2.2 g/cm3\t硬性",
    );
    expect(rows).toEqual([
      { attribute: "d50", op: "<=", value: "5", high: "", unit: "µm", hard: true, condition: "" },
      {
        attribute: "moisture",
        op: "=",
        value: "300",
        high: "",
        unit: "ppm",
        hard: false,
        condition: "Karl Fischer",
      },
      {
        attribute: "tap_density",
        op: "range",
        value: "1.8",
        high: "2.2",
        unit: "g/cm3",
        hard: true,
        condition: "",
      },
    ]);
  });

  it("[PO15] a name that the chain does not know is kept as words", () => {
    expect(readRows("年溶损\t不高于\t1.5\t%")).toEqual([
      { attribute: "", op: "<=", value: "1.5", high: "", unit: "%", hard: true, condition: "年溶损" },
    ]);
  });

  it("[PO15] every attribute of the chain reads back from its own name", () => {
    for (const { id, en, unit } of attributes) {
      const [row] = readRows(`${en}\t>=\t12\t${unit}`);
      expect([row?.value, row?.op], id).toEqual(["12", ">="]);
      expect(row?.attribute, id).not.toBe("");
    }
  });

  it("[PO15] any text is read without an end, and words alone are no table", () => {
    fc.assert(fc.property(fc.string(), (text) => readRows(text).length <= 40));
    expect(isTable("D50 ≤ 5 µm\n水分 300 ppm")).toBe(false);
    expect(isTable("D50\t5")).toBe(true);
  });
});
