import { describe, expect, it } from "vitest";
import { readRows } from "../../posting/index.ts";
import { proposeFields } from "./propose-fields.ts";

const read = (text: string, kind?: "need" | "capability" | "project") =>
  proposeFields(text, "2026-12-01", kind).figures.map(
    ({ value: { attribute, op, value, high, unit } }) =>
      `${attribute} ${op} ${value}${high === undefined ? "" : `..${high}`} ${unit}`,
  );

describe("[MT102] the contents of what is recycled", () => {
  it.each([
    ["镍钴合计35个点", "mass_ni_co = 35 mass %"],
    ["锂3.5个点", "mass_li = 3.5 mass %"],
    ["Ni+Co ≥ 35 %", "mass_ni_co >= 35 mass %"],
    ["Cu<1.5%", "mass_cu <= 1.5 mass %"],
    ["含氟1个点以内", "mass_f <= 1 mass %"],
    ["钴不低于6%", "mass_co >= 6 mass %"],
    ["锰8%", "mass_mn = 8 mass %"],
    ["铝不超1.2%", "mass_al <= 1.2 mass %"],
  ])("of black mass %s is %s", (words, figure) => {
    expect(read(`出三元黑粉,水分5%,${words}`, "capability")).toContain(figure);
  });

  it("are those of LFP black mass, production scrap and retired batteries as well", () => {
    expect(read("LFP black mass for sale, Li 2.8 %, Cu max 1 %", "capability")).toEqual([
      "mass_li = 2.8 mass %",
      "mass_cu <= 1 mass %",
    ]);
    expect(read("退役三元电池包,整包镍含量约8%,钴3%,200吨", "capability")).toEqual([
      "mass_ni about 8 mass %",
      "mass_co = 3 mass %",
    ]);
    expect(read("NCM cathode scrap wanted, Ni ≥ 25 %, Al ≤ 8 %", "need")).toEqual([
      "mass_ni >= 25 mass %",
      "mass_al <= 8 mass %",
    ]);
  });

  it("are said in one row without a unit, or of several elements at once", () => {
    expect(read("三元黑粉现货60吨,镍23钴8锂4.1", "capability")).toEqual([
      "mass_ni = 23 mass %",
      "mass_co = 8 mass %",
      "mass_li = 4.1 mass %",
    ]);
    expect(read("收三元黑粉,铜、铝各≤1.5%", "need")).toEqual([
      "mass_cu <= 1.5 mass %",
      "mass_al <= 1.5 mass %",
    ]);
  });

  it("are impurities of salts, and nothing of what is recovered or paid for", () => {
    expect(read("求购电池级碳酸锂,Cu≤5ppm,Al≤10ppm", "need")).toEqual(["cu <= 5 ppm", "al <= 10 ppm"]);
    for (const text of [
      "三元黑粉湿法线,锂浸出率97%,镍钴回收率98.5%",
      "The process recovers 96.5 % of the lithium from LFP black mass",
      "黑粉计价:镍72个系数、钴70、锂68",
    ])
      expect(read(text).filter((figure) => figure.startsWith("mass_"))).toEqual([]);
  });

  it("are told from impurities in a row of a sheet by their size", () => {
    expect(readRows("Ni\t≥ 22\t%")[0]).toMatchObject({ attribute: "mass_ni", op: ">=", unit: "%" });
    expect(readRows("Ni\t≤ 10\tppm")[0]).toMatchObject({ attribute: "ni", unit: "ppm" });
    expect(readRows("Cu\t≤ 0.01\t%")[0]).toMatchObject({ attribute: "cu" });
  });
});
