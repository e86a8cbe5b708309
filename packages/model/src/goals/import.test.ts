import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseOwid, parseTradeAggregates, parseUsgs, shippedSeries } from "./index.ts";

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
