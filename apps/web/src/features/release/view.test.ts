import { Buffer } from "node:buffer";
import { inflateRawSync } from "node:zlib";
import { toCsv, writeWorkbook } from "@lilink/documents";
import { locales } from "@lilink/i18n";
import { shippedDefinitions } from "@lilink/model/goals/definition/shipped";
import { describe, expect, it } from "vitest";
import { countOpen, partTables, toIndicatorRows, totalText } from "./components/overview.ts";
import {
  boundsText,
  figureMark,
  fileColumns,
  isTold,
  measureName,
  placeNames,
  toComponentOptions,
  toFigureSheet,
  toFileRow,
  toTables,
} from "./view.ts";

const indicator = "RES-01";
const definition = shippedDefinitions.find((one) => one.indicator === indicator) ?? null;
const book = new Map([[indicator, { definition, usable: [] }]]);
const words = { withheld: "W", absent: "-", unstated: "not stated", total: "Total" };
const base = { indicator, measure: "lithium_raw_lce", unit: "t LCE" };
const none = { low: null, high: null };
const figures = [
  { ...base, dimensions: [], place: [], status: "published" as const, value: "1234.5", ...none },
  ...(["36", "51", "63", "unstated"] as const).map((code, at) => ({
    ...base,
    dimensions: ["province"],
    place: [code],
    ...(at % 2 === 0
      ? { status: "withheld" as const, value: null, low: "0", high: "980" }
      : { status: "published" as const, value: at === 3 ? "0" : "254.5", ...none }),
  })),
  { ...base, measure: "supply", dimensions: [], place: [], status: "absent" as const, value: null, ...none },
  {
    ...base,
    measure: "share",
    unit: "%",
    dimensions: [],
    place: [],
    status: "published" as const,
    value: "67.7194640945",
    ...none,
  },
];
const at = { period: "2026Q3", edition: 1 };

it("offers each component once, found by its code and by its name in both languages", () => {
  const name = { zh: "碳酸锂产量", en: "Output of carbonate" };
  const items = ["SME-01", "SME-02"].map((of) => ({ indicator: of, component: { code: "output", name } }));
  expect(toComponentOptions(items, "zh-CN")).toEqual([
    { value: "output", label: name.zh, keywords: ["output", name.zh, name.en], hint: "SME-02" },
  ]);
});

describe("one release, one pattern", () => {
  it("[RL8] screen, CSV and XLSX mark the same figures in both languages", async () => {
    const pattern = figures.map((figure) => figureMark(book, figure, words));
    expect(pattern).toEqual(["1234.5", "W", "254.5", "W", "0", "-", "67.72"]);
    for (const locale of locales) {
      const rows = figures.map((figure) => toFileRow(book, figure, at, locale, words));
      const place = fileColumns.indexOf("figure");
      expect(rows.map((row) => row[place])).toEqual(pattern);
      const csv = toCsv([...fileColumns], rows)
        .trimEnd()
        .split("\r\n")
        .slice(1);
      expect(csv.map((line) => line.split(",")[place])).toEqual([
        "1234.5",
        "W",
        "254.5",
        "W",
        "0",
        "'-",
        "67.72",
      ]);
      const sheet = toFigureSheet(
        "x",
        fileColumns,
        book,
        figures.map((figure, row) => [figure, rows[row] ?? []]),
      );
      const text = await unzip(writeWorkbook([sheet]));
      expect(text.match(/>W</g)?.length).toBe(2);
      for (const value of ["1234.5", "254.5", "67.72", "980"]) expect(text).toContain(`<v>${value}</v>`);
      for (const format of ["#,##0.000", "#,##0.00"]) expect(text).toContain(`formatCode="${format}"`);
    }
  });

  it("[RL8] names are the definition's, and no row has the value behind a mark", () => {
    const [total, first] = figures;
    if (!total || !first) throw new Error("two figures");
    expect(measureName(book, total, "en")).toBe(
      definition?.components.find(({ code }) => code === total.measure)?.name.en,
    );
    expect(placeNames(book, first, "zh-CN", words)).toEqual(["江西省"]);
    expect(boundsText(first, "en")).toBe("0–980");
    expect(toFileRow(book, first, at, "en", words)).not.toContain("1234.5");
  });

  it("groups figures by measure and breakdown, and leaves out where nobody reported", () => {
    const tables = toTables(figures, book);
    expect(tables.map(({ dimensions, figures: own }) => [dimensions.join(), own.length])).toEqual([
      ["", 1],
      ["province", 4],
      ["", 1],
      ["", 1],
    ]);
    expect(figures.filter(isTold).length).toBe(5);
  });

  it("shows once what a measure and its component say alike, under one name, and twice where the figures differ", () => {
    const twin = { zh: "产量", en: "Output" };
    const named = definition && {
      ...definition,
      measures: [{ code: "output", name: twin, unit: "t LCE", expression: "made" }],
      components: [...definition.components.slice(0, 1).map((one) => ({ ...one, code: "made", name: twin }))],
    };
    const names = new Map([[indicator, { definition: named, usable: [] }]]);
    const figure = (measure: string, value: string) =>
      ({ ...base, measure, dimensions: [], place: [], status: "published", value, ...none }) as const;
    const count = (made: string) => toTables([figure("output", "12"), figure("made", made)], names).length;
    expect([count("12"), count("13")]).toEqual([1, 2]);
  });
});

/** The text of every part of a workbook. */
async function unzip(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  const texts: string[] = [];
  for (
    let start = bytes.lastIndexOf("PK\u0005\u0006"), entry = bytes.readUInt32LE(start + 16);
    entry < start;
  ) {
    const [size, name, extra, note] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? bytes.readUInt32LE(entry + offset) : bytes.readUInt16LE(entry + offset),
    ) as [number, number, number, number];
    const local = bytes.readUInt32LE(entry + 42);
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    texts.push(inflateRawSync(bytes.subarray(data, data + size)).toString());
    entry += 46 + name + extra + note;
  }
  return texts.join("\n");
}

describe("what a release opens with", () => {
  const of = (given: string, measure: string, dimensions: readonly string[], published: number) => ({
    indicator: given,
    measure,
    unit: "t LCE",
    dimensions,
    published,
    withheld: 1,
    absent: 0,
  });

  it("is a row for each indicator: its first total that is measured, or that there is none, and the figures of all its tables", () => {
    const tables = [
      of(indicator, "lithium_raw_lce", [], 1),
      of(indicator, "lithium_raw_lce", ["province"], 3),
    ];
    const made = definition?.measures[0]?.code ?? "";
    const total = { ...base, measure: made, dimensions: [], place: [], ...none };
    const rows = toIndicatorRows(
      [...tables, of("RES-15", "supply", ["province"], 2)],
      [
        ...figures,
        { ...total, status: "absent" as const, value: null },
        { ...total, status: "published" as const, value: "7" },
      ],
      book,
    );
    expect(rows.map(({ published, withheld }) => [published, withheld])).toEqual([
      [4, 2],
      [2, 1],
    ]);
    expect(rows.map(({ total }) => total?.value ?? null)).toEqual(["7", null]);
  });

  it("writes a total with its unit, and a withheld one as its mark and bounds", () => {
    const [total, withheld] = figures;
    if (!total || !withheld) throw new Error("two figures");
    expect(totalText(book, total, words, "en")).toMatchObject({ value: "1,234.5 t LCE", bounds: null });
    expect(totalText(book, withheld, words, "en")).toMatchObject({ value: "W", bounds: "0–980 t LCE" });
  });

  it("[RL8] counts what its reader sees, and says how many figures more are open to others", () => {
    const tables = [of(indicator, "supply", [], 1), of(indicator, "supply", ["province"], 3)];
    const report = { published: 9, withheld: 4 } as NonNullable<Parameters<typeof countOpen>[0]["report"]>;
    expect(countOpen({ tables, report })).toEqual({ published: 4, withheld: 2, others: 7 });
    expect(countOpen({ tables, report: null })).toEqual({ published: 4, withheld: 2, others: 0 });
  });

  it("keeps apart what only serves to compute ratios again", () => {
    const again = figures.slice(0, 1).map((one) => ({ ...one, dimensions: ["answered"], place: ["x"] }));
    const { read, again: folded } = partTables(toTables([...figures, ...again], book));
    expect([read.length, folded.map(({ dimensions }) => dimensions)]).toEqual([4, [["answered"]]]);
  });
});
