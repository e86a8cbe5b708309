import { buffer } from "node:stream/consumers";
import { toValuesSchema } from "@lilink/contract";
import { locales } from "@lilink/i18n";
import type { TableRow } from "@lilink/model/file";
import { listRegisters, type Register, type RegisterName, type Values } from "@lilink/model/register";
import { shippedRecords } from "@lilink/model/register/shipped";
import { sampleValues } from "@lilink/model/testing";
import { describe, expect, it } from "vitest";
import { toCsv } from "../csv/to-csv.ts";
import { fileLimits } from "../intake/limit.ts";
import { openTable } from "../intake/open-table.ts";
import { writeWorkbook } from "../workbook/write-workbook.ts";
import { createRecordReader, type RecordRow } from "./read-record-row.ts";
import { foldHeading, recordColumns } from "./record-columns.ts";
import { type FiledRecord, toRecordCells } from "./to-record-cells.ts";
import { toRecordTemplate } from "./to-record-template.ts";

type Filed = Pick<FiledRecord, "values" | "sources" | "readings">;

/** Everything that a record of the register may hold, and everything that the product ships of it. */
function recordsOf(register: Register): readonly Filed[] {
  const schema = toValuesSchema(register);
  const filled = (value: unknown) => (Array.isArray(value) && value.length === 0 ? null : value);
  const clean = (values: Values): Values =>
    Object.fromEntries(
      Object.entries(schema.parse(values) as Values).map(([name, value]) => [name, filled(value)]),
    );
  const odd = clean({
    ...sampleValues(register, "m2x"),
    ...Object.fromEntries(
      Object.entries(register.fields).flatMap(([name, { kind, byStep }]) =>
        kind === "text" && !byStep ? [[name, "=1+1, “two”; 三、四"]] : [],
      ),
    ),
  });
  const plain = clean(sampleValues(register, "m1x"));
  const names = Object.keys(plain).filter((name) => plain[name] !== null);
  const [first = "", second = ""] = names;
  const alike = (source: number | null) =>
    Object.fromEntries(names.map((name) => [name, { reading: "computed", source } as const]));
  const page = { title: "[1] a page", url: "https://page.example/a?b=1,2", licence: "MIT" };
  const book = { title: "2024 年报", date: "2024-05" };
  const made: readonly Filed[] = [
    { values: plain, sources: [], readings: {} },
    { values: odd, sources: [page], readings: alike(0) },
    { values: plain, sources: [], readings: alike(null) },
    {
      values: plain,
      sources: [book, { title: "x" }, page],
      readings: {
        [first]: { reading: "seen", source: 2 },
        [second]: { reading: "withheld", source: null },
      },
    },
  ];
  const shipped = shippedRecords[register.name as RegisterName];
  // What comes with the product names other records by their titles; a file names them by their ids.
  const plainOf = (values: Values): Values =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        register.fields[name]?.kind === "record" ? null : value,
      ]),
    );
  return [...made, ...shipped.map((record) => ({ ...record, values: clean(plainOf(record.values)) }))];
}

/** A source without the parts that say nothing. */
const toSaid = (source: object) =>
  Object.fromEntries(Object.entries(source).filter(([, part]) => part !== null && part !== undefined));

async function readBack(
  register: Register,
  bytes: Uint8Array,
  name: string,
): Promise<readonly (RecordRow | null)[]> {
  const { readRecordHeading, toImportRow } = createRecordReader(register);
  const table = await openTable(bytes, name, fileLimits);
  const rows: TableRow[] = [];
  for await (const piece of table.pieces) rows.push(...piece.filter(({ sheet }) => sheet === 0));
  const heading = readRecordHeading(rows[0]?.cells ?? []);
  if (!heading) throw new Error("no heading");
  expect([heading.unknown, heading.twice]).toEqual([[], []]);
  return rows.slice(1).map((row) => toImportRow(heading, row));
}

describe.each(listRegisters().map((register) => [register.name, register] as const))(
  "files of the register %s",
  (_name, register) => {
    it.each(locales)("no two columns have one heading in %s", (locale) => {
      const names = recordColumns(register, locale).flatMap(({ id, names: all }) =>
        [...new Set(all.map(foldHeading))].map((name) => [name, id] as const),
      );
      expect(new Map(names).size).toBe(names.length);
    });

    it.each(locales)(
      "[RG8] what was written in %s is read again as it was, by XLSX and by CSV",
      async (locale) => {
        const columns = recordColumns(register, locale);
        const schema = toValuesSchema(register);
        const records = recordsOf(register);
        const head = columns.map(({ header }) => header);
        const rows = records.map((record) =>
          toRecordCells(register, columns, { publicId: "Abcdefghijk2", state: "draft", ...record }),
        );
        const mark = head.map((_header, at) => (at === 0 ? "a mark" : null));
        const csv = new TextEncoder().encode(toCsv(head, [...rows, mark]));
        const xlsx = await buffer(
          writeWorkbook([
            { name: "records", columns: head.map((header) => ({ header, kind: "decimal" as const })), rows },
          ]),
        );
        for (const [bytes, name] of [
          [csv, "records.csv"],
          [xlsx, "records.xlsx"],
        ] as const) {
          const found = (await readBack(register, bytes, name)).filter((row) => row !== null);
          expect(found).toHaveLength(records.length);
          for (const [at, { values, faults, sources, readings }] of found.entries()) {
            const record = records[at];
            expect([name, at, schema.parse(values), faults]).toEqual([name, at, record?.values, []]);
            expect([name, at, sources, readings]).toEqual([
              name,
              at,
              record?.sources.map(toSaid),
              record?.readings,
            ]);
          }
        }
      },
    );

    it.each(locales)("the template in %s has every heading and no record", async (locale) => {
      const bytes = await buffer(writeWorkbook(toRecordTemplate(register, locale)));
      expect(await readBack(register, bytes, "template.xlsx")).toEqual([]);
    });
  },
);

describe("a row of a file", () => {
  const register = listRegisters().find(({ name }) => name === "standard") as Register;
  const { readRecordHeading, toImportRow } = createRecordReader(register);
  const heading = readRecordHeading(["number", "Links", "Subjects covered", "来源：标题", "Known from"]);
  const read = (cells: readonly string[]) =>
    heading && toImportRow(heading, { sheet: 0, row: 2, cells, faults: [] });

  it("takes choices as codes or as words of either language, kept apart by 、 ; or a comma", () => {
    expect(read(["GB 1-2020", "资源端、Smelting; recycling", "电池编码, removal"])?.values).toMatchObject({
      number: "GB 1-2020",
      links: ["resource", "smelting", "recycling"],
      covers: ["battery_code", "removal"],
    });
  });

  it("takes sources, and how all values or each of them were read", () => {
    expect(read(["GB 1-2020", "资源端", "", "a page", "报道"])).toMatchObject({
      sources: [{ title: "a page" }],
      readings: {
        number: { reading: "reported", source: 0 },
        links: { reading: "reported", source: 0 },
      },
    });
    const lines = read([
      "GB 1-2020",
      "资源端",
      "",
      "[1] a page\n[2] a book",
      "编号：原文 [2]\nlinks: estimated",
    ]);
    expect(lines).toMatchObject({
      sources: [{ title: "a page" }, { title: "a book" }],
      readings: { number: { reading: "seen", source: 1 }, links: { reading: "estimated", source: null } },
      faults: [],
    });
  });

  it.each([
    ["guessed", "notInList"],
    ["colour: seen", "notInList"],
    ["Seen [2]", "badFormat"],
  ])("does not take %s as a reading", (typed, rule) => {
    expect(read(["GB 1-2020", "", "", "a page", typed])?.faults).toEqual([{ field: "reading", rule }]);
  });

  it("says which headings name nothing and which stand twice", () => {
    expect(readRecordHeading(["Number", "number", "colour"])).toMatchObject({
      unknown: [{ column: 2, heading: "colour" }],
      twice: ["Number"],
    });
    expect(readRecordHeading(["colour"])).toBeNull();
  });
});

it.each([["错误"], ["Faults"]])(
  "[RG8] the column %s of a file that came back marked is no stranger",
  (own) => {
    const [register] = listRegisters();
    if (!register) throw new Error("no register");
    const headings = recordColumns(register, "en").map(({ header }) => header);
    const { readRecordHeading } = createRecordReader(register);
    expect(readRecordHeading([...headings, own])?.unknown).toEqual([]);
    expect(readRecordHeading([...headings, "Colour"])?.unknown).toHaveLength(1);
  },
);
