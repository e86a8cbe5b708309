import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hsCodes } from "../codes/index.ts";
import {
  checkHsLines,
  compareEditions,
  parseDeposits,
  parseIea,
  parseOwid,
  parseTradeAggregates,
  parseUsgs,
  shippedSeries,
} from "./index.ts";

const owid = (...lines: string[]) => ["Entity,Code,Year,Lithium Production", ...lines].join("\n");
const usgs = (...lines: string[]) => ["Country,Year,USGS_production", ...lines].join("\n");

describe("shipped series", () => {
  it("[GO5] are read without a fault and name source, licence and vintage", () => {
    const { series, rows, faults } = shippedSeries();
    expect(faults).toEqual([]);
    for (const head of series) {
      expect(head.source && head.licence && head.vintage && head.name.zh && head.unit).toBeTruthy();
      expect(head.name.zh).not.toMatch(/[a-z]{3}/);
    }
    const codes = new Set(series.map((head) => head.code));
    expect(new Set(rows.map((row) => row.series))).toEqual(codes);
    expect(rows.filter((row) => row.series === "usgs-lithium-production")).toHaveLength(16);
    expect(rows).toContainEqual({
      series: "TR06-import",
      region: "AU",
      year: 2023,
      period: "2023-01..2023-09",
      value: "263",
    });
    expect(rows).toContainEqual({
      series: "TR04-export",
      region: "WLD",
      year: 2022,
      period: "2022",
      value: "1",
    });
  });
});

describe("importing a file", () => {
  it("[GO6] reads the layouts, with quotes, a byte order mark and CRLF", () => {
    expect(
      parseUsgs('\ufeffCountry,Year,USGS_production\r\nChile,2001,"1,200"\r\nUtopia,2001,0\r\n'),
    ).toMatchObject({
      rows: [
        { region: "CL", year: 2001, period: "2001", value: "1200" },
        { region: "Utopia", value: "0" },
      ],
      faults: [],
    });
    expect(
      parseOwid(owid("World,OWID_WRL,2001,5.5"), { licence: "CC BY 4.0", vintage: "2001" }),
    ).toMatchObject({
      series: [{ code: "owid-lithium-production", licence: "CC BY 4.0", vintage: "2001" }],
      rows: [{ region: "WLD", value: "5.5" }],
      faults: [],
    });
  });

  it("[GO6] names row, column and rule of every fault and keeps the good rows", () => {
    const { rows, faults } = parseOwid(
      owid(
        "Chile,CHL,2001,7",
        "Chile,CHL,20x1,7",
        ",CHL,2002,7",
        "Peru,PER,2001,-3",
        "Peru,PER,2001,many",
        "Peru,PER,2001",
        "Chile,CHL,2001,8",
      ),
    );
    expect(rows).toHaveLength(1);
    expect(faults).toEqual([
      { row: 3, column: "Year", rule: "notADate", params: { found: "20x1" } },
      { row: 4, column: "Entity", rule: "required" },
      { row: 5, column: "Lithium Production", rule: "tooSmall", params: { found: "-3" } },
      { row: 6, column: "Lithium Production", rule: "notANumber", params: { found: "many" } },
      { row: 7, column: "", rule: "badFormat", params: { expected: 4, found: 3 } },
      { row: 8, column: "Entity", rule: "duplicate", params: { found: "CL" } },
    ]);
  });

  it("[GO6] names a missing column, an open quote and an empty file", () => {
    expect(parseUsgs("Country,Year\nChile,2001").faults).toEqual([
      { row: 1, column: "USGS_production", rule: "required" },
    ]);
    expect(parseUsgs(usgs('"Chile,2001,7')).faults).toContainEqual({
      row: 2,
      column: "",
      rule: "badFormat",
      params: { found: '"' },
    });
    expect(parseUsgs("").faults.map((fault) => fault.column)).toEqual(["Country", "Year", "USGS_production"]);
  });

  it("[GO6] every line is either a row or a fault, whatever the file holds", () => {
    const line = fc.tuple(
      fc.constantFrom("Chile", "Peru", ""),
      fc.constantFrom("2001", "2002", "x"),
      fc.constantFrom("1", "-1", "z", ""),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { rows, faults } = parseUsgs(usgs(...lines.map((cells) => cells.join(","))));
        const faulty = new Set(faults.map((fault) => fault.row));
        const filled = lines.filter((cells) => cells.some((cell) => cell !== ""));
        expect(rows.length + faulty.size).toBe(filled.length);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseUsgs(text)));
  });

  it("[GO6] trade aggregates: partners, residual, spans, and faults by record", () => {
    const read = parseTradeAggregates({
      records: [
        {
          id: "X1",
          commodity: "lithium ore (锂矿石)",
          flow: "import",
          period: "2001Q1",
          quantity: 3,
          unit: "t",
          partners: [{ partner: "AU", quantity: 2 }],
          residual: 1,
          source: "https://example.org/a",
        },
        {
          id: "X2",
          commodity: "lithium carbonate",
          flow: "export",
          unit: "t",
          period: "soon",
          quantity: 3,
          source: "s",
        },
        { id: "X3", commodity: "lithium carbonate", source: "" },
        "nothing",
      ],
    });
    expect(read.series).toMatchObject([
      {
        code: "X1-import",
        name: { zh: "锂矿石进口", en: "lithium ore imports" },
        unit: "t",
        address: "https://example.org/a",
      },
    ]);
    expect(read.rows.map((row) => [row.region, row.value])).toEqual([
      ["WLD", "3"],
      ["AU", "2"],
      ["OTHER", "1"],
    ]);
    expect(read.faults).toEqual([
      { row: 2, column: "period", rule: "notADate", params: { found: "soon" } },
      { row: 3, column: "source", rule: "required" },
      ...["id", "commodity", "source"].map((column) => ({ row: 4, column, rule: "required" })),
    ]);
    expect(parseTradeAggregates(null).faults).toEqual([{ row: 0, column: "records", rule: "required" }]);
  });
});

describe("layouts of vehicles and deposits", () => {
  const iea = (...lines: string[]) =>
    ["region,category,parameter,mode,powertrain,year,unit,value", ...lines].join("\n");

  it("[GO6] keeps scenarios apart from history, and one series a combination", () => {
    const { series, rows, faults } = parseIea(
      iea(
        "China,Historical,EV sales,Cars,BEV,2020,Vehicles,920000",
        "World,Historical,EV sales,Cars,BEV,2020,Vehicles,2000000",
        "China,Projection-APS,EV sales,Cars,BEV,2030,Vehicles,1.5e7",
        "China,Historical,EV sales,Cars,BEV,2020,Vehicles,1",
        "China,Historical,EV sales,,BEV,2021,Vehicles,few",
      ),
      { licence: "CC BY 4.0", vintage: "2024" },
    );
    expect(series.map(({ code, name }) => [code, name.zh])).toEqual([
      ["iea-ev-historical-ev-sales-cars-bev", "电动车销量，乘用车，BEV（历史）"],
      ["iea-ev-projection-aps-ev-sales-cars-bev", "电动车销量，乘用车，BEV（承诺目标情景）"],
    ]);
    expect(rows.map(({ region, period, value }) => [region, period, value])).toEqual([
      ["CN", "2020", "920000"],
      ["WLD", "2020", "2000000"],
      ["CN", "2030", "15000000"],
    ]);
    expect(faults.map(({ row, column, rule }) => [row, column, rule])).toEqual([
      [5, "region", "duplicate"],
      [6, "mode", "required"],
      [6, "value", "notANumber"],
    ]);
  });

  it("[GO6] adds deposits up by country, exactly, in the year of their vintage", () => {
    const list = (vintage: string) =>
      parseDeposits(
        [
          "Country,Deposit_Name,reserve,all_resource",
          "Utopia,North,0.1,NA",
          "Utopia,South,0.2,3",
          "China,West,NA,5",
          "China,West,1,5",
          ",East,1,1",
        ].join("\n"),
        { vintage },
      );
    const { rows, faults } = list("2023 model input");
    expect(rows.map(({ series, region, period, value }) => `${series} ${region} ${period} ${value}`)).toEqual(
      ["deposits-reserve Utopia 2023 0.3", "deposits-resource Utopia 2023 3", "deposits-resource CN 2023 5"],
    );
    expect(faults.map(({ row, rule }) => [row, rule])).toEqual([
      [5, "duplicate"],
      [6, "required"],
    ]);
    expect(list("first")).toMatchObject({ rows: [], faults: [{ column: "--vintage" }, {}, {}] });
  });

  it("[GO11] an edition of the HS is compared with the lines that the product holds", () => {
    const lines = hsCodes.map(
      ({ hs6, official }) => `XV,${hs6},"${official.replaceAll('"', '""')}",${hs6.slice(0, 4)},6`,
    );
    const file = (...rows: string[]) =>
      ["section,hscode,description,parent,level", "I,01,Animals; live,TOTAL,2", ...rows].join("\n");
    expect(checkHsLines(file(...lines))).toEqual({
      lines: hsCodes.length,
      absent: [],
      reworded: [],
      faults: [],
    });
    const [first] = hsCodes;
    const without = checkHsLines(
      file(...lines.slice(1), `XV,${hsCodes[1]?.hs6},other words,2615,6`, "XV,1234,short,12,6"),
    );
    expect(without.absent).toEqual([first?.hs6]);
    expect(without.faults.map(({ rule }) => rule)).toEqual(["duplicate", "badFormat"]);
    const reworded = checkHsLines(file(`XV,${first?.hs6},other words,2530,6`, ...lines.slice(1)));
    expect(reworded.reworded).toEqual([{ hs6: first?.hs6, held: first?.official, found: "other words" }]);
  });

  it("[GO10] editions of one statistic that disagree are shown side by side", () => {
    const name = { zh: "锂矿山产量", en: "Lithium mine production" };
    const edition = (vintage: string, unit: string, ...values: [string, string][]) => ({
      name,
      unit,
      source: vintage,
      vintage,
      figures: values.map(([region, value]) => ({ region, period: "2023", value })),
    });
    const one = edition("a", "t Li", ["AU", "86000"], ["CN", "33000"], ["CL", "1.0"]);
    const two = edition("b", "t Li", ["AU", "91700"], ["CN", "33000"], ["CL", "1"]);
    expect(compareEditions([one, two])).toEqual([
      {
        name,
        unit: "t Li",
        region: "AU",
        period: "2023",
        values: [
          { source: "a", vintage: "a", value: "86000" },
          { source: "b", vintage: "b", value: "91700" },
        ],
      },
    ]);
    expect(compareEditions([one, edition("c", "t LCE", ["AU", "1"])])).toEqual([]);
  });
});
