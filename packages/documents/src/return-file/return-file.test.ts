import { buffer } from "node:stream/consumers";
import type { Component } from "@lilink/model/goals/definition";
import { findFigureDimension, listLeaves } from "@lilink/model/goals/definition";
import { unitsFor } from "@lilink/model/return";
import { createRowReader, type FaultyRow, readHeading, readMetaRows } from "@lilink/model/return/file";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { toCsv } from "../csv/to-csv.ts";
import { fileLimits } from "../intake/limit.ts";
import { openTable } from "../intake/open-table.ts";
import { writeWorkbook } from "../workbook/write-workbook.ts";
import { markFaults } from "./mark-faults.ts";
import type { Figure, FiguresOf, TemplateReturn } from "./template-return.ts";
import { toTemplate } from "./to-template.ts";

const component = (code: string, dimensions: readonly string[], unit: string): Component => ({
  code,
  name: { zh: `指标 ${code}`, en: `Item ${code}` },
  unit,
  dimensions,
  nonNegative: true,
  decimals: 3,
  overTime: "sum",
});
const components = [
  component("whole", [], "t LCE"),
  component("by_origin", ["origin"], "t"),
  component("by_country", ["origin", "country"], "%"),
];
const figures: readonly Figure[] = [
  { component: "whole", site: "", place: [], raw: "12.50", unit: "", revision: 2 },
  { component: "by_origin", site: "一号厂", place: ["domestic"], raw: "1,200", unit: "kg", revision: 1 },
];
const of: TemplateReturn = {
  publicId: "abc123",
  version: 3,
  components: components.map((one) => ({ ...one, units: unitsFor(one) })),
  dimensions: ["origin", "country"].map((id) => ({
    id,
    name: findFigureDimension(id)?.name ?? { zh: "", en: "" },
    codes: listLeaves(findFigureDimension(id)?.codes ?? []),
  })),
  stored: figures.map(({ component: code, place }) => ({ component: code, place, figures: 1 })),
};
const figuresOf: FiguresOf = async function* (code) {
  yield* figures.filter((figure) => figure.component === code);
};
const about = { "zh-CN": "某某公司：2026Q3报表", en: "A firm: return 2026Q3" };

const open = (bytes: Uint8Array, name: string) => async () => ({
  ...(await openTable(bytes, name, fileLimits)),
  close: async () => undefined,
});
async function readAll(bytes: Uint8Array, name = "a.xlsx") {
  const table = await openTable(bytes, name, fileLimits);
  const sheets = table.sheets.map((about) => ({
    ...about,
    rows: [] as { row: number; cells: readonly string[] }[],
  }));
  for await (const piece of table.pieces) for (const row of piece) sheets[row.sheet]?.rows.push(row);
  return sheets;
}

describe("the template of a return", () => {
  it.each(["zh-CN", "en"] as const)(
    "[FI3] has the stored figures, and reads back the same, in %s",
    async (locale) => {
      const [sheet, ...others] = await readAll(
        await buffer(writeWorkbook(toTemplate(of, figuresOf, about, locale))),
      );
      const [head, ...rows] = sheet?.rows ?? [];
      const heading = readHeading(head?.cells ?? [], ["origin", "country"]);
      const read = createRowReader(components, heading?.columns ?? new Map());
      const found = rows.map(({ cells }) => read({ cells, faults: [] })).filter((row) => row !== null);
      expect(found).toEqual([
        { figure: { ...figures[0], unit: "t LCE", value: "12.5" } },
        { figure: { ...figures[1], value: "1.2" } },
      ]);
      const meta = others.find(({ hidden, name }) => hidden && name === "_lilink");
      expect(readMetaRows(meta?.rows.map(({ cells }) => cells) ?? [])).toEqual({
        publicId: "abc123",
        version: 3,
      });
      expect(others.flatMap(({ rows: lines }) => lines.map(({ cells }) => cells[0]))).toContain(
        about[locale],
      );
    },
  );

  it("[FI3] writes down few combinations and offers lists for many", async () => {
    const [sheet] = toTemplate(of, figuresOf, about, "en");
    const rows: (readonly unknown[])[] = [];
    for await (const row of sheet?.rows ?? []) rows.push(row);
    expect(rows.filter(([code]) => code === "by_origin")).toHaveLength(2);
    expect(rows.filter(([code]) => code === "by_country")).toHaveLength(6);
    const lists = sheet?.choices?.map(({ column, options }) => [column, options.length]) ?? [];
    expect(lists).toContainEqual([1, 3]);
    expect(lists).toContainEqual([4, of.dimensions[1]?.codes.length]);
    expect(sheet?.choices?.every(({ rows: [from, to] }) => from <= to && to < rows.length)).toBe(true);
    const parts = unzipSync(await buffer(writeWorkbook(toTemplate(of, figuresOf, about, "en"))));
    expect(strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).toContain("<sheetProtection");
  });
});

describe("a file that comes back", () => {
  const faults: readonly FaultyRow[] = [
    { sheet: 0, row: 2, faults: [{ column: 6, rule: "separators", params: { typed: "1,23" } }] },
    { sheet: 0, row: 3, faults: [{ column: 2, rule: "tooLong", params: { max: "80" } }] },
  ];

  it("[RT12] says in each row, in the person's language, what is wrong and how to correct it", async () => {
    const bytes = await buffer(writeWorkbook(toTemplate(of, figuresOf, about, "zh-CN")));
    const marked = await buffer(writeWorkbook(await markFaults(open(bytes, "a.xlsx"), faults, "zh-CN")));
    const sheets = await readAll(marked);
    const rows = sheets[0]?.rows ?? [];
    expect(rows[0]?.cells.at(-1)).toBe("问题与改法");
    expect(rows[1]?.cells.at(-1)).toMatch(/1,23/);
    expect(rows[2]?.cells.at(-1)).toBe("工厂或矿区: 最多80个字符：请缩短。");
    expect(rows[3]?.cells).toHaveLength((await readAll(bytes))[0]?.rows[3]?.cells.length ?? -1);
    expect(readHeading(rows[0]?.cells ?? [], ["origin", "country"])?.twice).toBeNull();
    const meta = sheets.find(({ name }) => name === "_lilink")?.rows.map(({ cells }) => cells) ?? [];
    expect(readMetaRows(meta)).toEqual({ publicId: "abc123", version: 3 });
  });

  it("[RT12] keeps rows at their numbers, also of a CSV", async () => {
    const csv = Buffer.from(`${toCsv(["component", "value"], [["a", 1]])}\r\nb,=2\r\n`);
    const fault = { column: 1, rule: "notANumber", params: { typed: "=2" } } as const;
    const sheets = await markFaults(open(csv, "a.csv"), [{ sheet: 0, row: 4, faults: [fault] }], "en");
    const rows = (await readAll(await buffer(writeWorkbook(sheets))))[0]?.rows ?? [];
    expect(rows.map(({ row, cells }) => [row, cells.slice(0, 2)])).toEqual([
      [1, ["component", "value"]],
      [2, ["a", "1"]],
      [4, ["b", "=2"]],
    ]);
    expect(rows[2]?.cells[2]).toContain("=2");
  });
});
