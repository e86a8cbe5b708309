import { buffer } from "node:stream/consumers";
import type { TableRow } from "@lilink/model/file";
import { FileRefusal } from "@lilink/model/file";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forgeWorkbook, partsOf, relation, relations } from "../../testing/forge-workbook.ts";
import type { CellKind } from "../workbook/sheet.ts";
import { writeWorkbook } from "../workbook/write-workbook.ts";
import { fileLimits } from "./limit.ts";
import { openTable } from "./open-table.ts";

async function read(bytes: Uint8Array, name = "a.xlsx", limits = fileLimits): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  for await (const piece of (await openTable(bytes, name, limits)).pieces) rows.push(...piece);
  return rows;
}

/** By which rule a file is refused. */
const refused = (bytes: Uint8Array, name = "a.xlsx", limits = fileLimits) =>
  read(bytes, name, limits).then(
    () => "read",
    (error: unknown) => (error instanceof FileRefusal ? error.rule : error),
  );

const cellsOf = async (sheet: string, styles = "", strings: readonly string[] = []) =>
  (await read(forgeWorkbook(partsOf(sheet, styles, strings))))[0]?.cells;
const one = partsOf('<row r="1"><c r="A1"><v>1</v></c></row>');
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

describe("a workbook that comes in", () => {
  it("[FI5] is read as it is shown: texts, numbers, formulas by their stored value, days, percentages and units", async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.0&quot;万吨&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="170"/></cellXfs></styleSheet>';
    const row =
      '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3"><v>1234.5600000000001</v></c><c r="C3"><f>1+1</f><v>2</v></c>' +
      '<c r="D3" s="1"><v>46350</v></c><c r="E3" s="2"><v>0.374</v></c><c r="F3" s="3"><v>3.2</v></c>' +
      '<c r="G3" t="b"><v>1</v></c><c r="H3" t="str"><f>"a"</f><v>a</v></c><c r="J3"><v>1.5E-3</v></c></row>';
    const rich = "<r><t>锂</t></r><rPh><t>li</t></rPh><r><t> 矿</t></r>";
    expect(await cellsOf(row, styles, [rich])).toEqual([
      "锂 矿",
      "1234.56",
      "2",
      "2026-11-24",
      "37.4%",
      "3.2万吨",
      "TRUE",
      "a",
      "",
      "0.0015",
    ]);
  });

  it("[FI5] names the cell of a formula without a value, an error, and a text that is too long", async () => {
    const long = "x".repeat(40_000);
    const sheet =
      '<row r="2"><c r="A2"><f>B2</f></c><c r="B2" t="e"><v>#DIV/0!</v></c>' +
      `<c r="C2" t="inlineStr"><is><t>${long}</t></is></c><c r="D2"><v>7</v></c></row>`;
    const [row] = await read(forgeWorkbook(partsOf(sheet)));
    expect(row?.faults).toEqual([
      { column: 0, rule: "formulaWithoutValue" },
      { column: 1, rule: "errorValue" },
      { column: 2, rule: "cellTooLong" },
    ]);
    expect(row?.cells[3]).toBe("7");
  });

  it("[FI6] is refused for what it carries, whatever it is called", async () => {
    const outside = relations(
      relation("rId1", "oleObject", "http://evil.example/x", ' TargetMode="External"'),
    );
    const link = relations(relation("rId1", "hyperlink", "mailto:a@b.c", ' TargetMode="External"'));
    const types = one["[Content_Types].xml"] ?? "";
    const cases: readonly [Record<string, string | null>, string][] = [
      [{ "xl/vbaProject.bin": "x" }, "macros"],
      [
        {
          "[Content_Types].xml": types.replace(
            "spreadsheetml.sheet.main",
            "ms-excel.sheet.macroEnabled.main",
          ),
        },
        "macros",
      ],
      [{ "xl/externalLinks/externalLink1.xml": "<externalLink/>" }, "externalLinks"],
      [{ "xl/connections.xml": "<connections/>" }, "externalLinks"],
      [{ "xl/embeddings/oleObject1.bin": "x" }, "externalLinks"],
      [{ "xl/worksheets/_rels/sheet1.xml.rels": outside }, "externalLinks"],
      [{ "xl/worksheets/_rels/sheet1.xml.rels": link }, "read"],
      [
        { "[Content_Types].xml": types.replace("spreadsheetml.sheet", "wordprocessingml.document") },
        "renamed",
      ],
      [{ "[Content_Types].xml": null }, "unknownKind"],
      [{ "xl/workbook.xml": "<workbook><sheets>" }, "damaged"],
      [{ "xl/worksheets/sheet1.xml": null }, "damaged"],
      [{ "xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>' }, "entities"],
      [{ "../../etc/passwd": "x" }, "damaged"],
    ];
    for (const [more, rule] of cases) expect(await refused(forgeWorkbook(one, more)), rule).toBe(rule);
  });

  it("[FI6] is refused before it is unfolded where it would unfold too far", async () => {
    const blank = forgeWorkbook(one, { "xl/media/a.bin": " ".repeat(30_000_000) });
    expect(blank.length).toBeLessThan(100_000);
    expect(await refused(blank)).toBe("unfoldsTooFar");
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`xl/x${at}.xml`, "<a/>"]));
    expect(await refused(forgeWorkbook(one, many))).toBe("unfoldsTooFar");
    expect(await refused(forgeWorkbook(one), "a.xlsx", { ...fileLimits, unfolded: 1000 })).toBe(
      "unfoldsTooFar",
    );
  });

  it("[FI6] unfolds no further than its list claims, where the list lies", async () => {
    const bytes = forgeWorkbook(one, {
      "xl/worksheets/sheet1.xml": `<worksheet>${" ".repeat(900_000)}</worksheet>`,
    });
    const raw = Buffer.from(bytes);
    const name = Buffer.from("xl/worksheets/sheet1.xml");
    const inList = raw.lastIndexOf(name) - 46;
    raw.writeUInt32LE(1000, inList + 24);
    expect(await refused(raw)).toBe("damaged");
  });

  it("[FI6] is refused when it is locked, old, or something else under its name", async () => {
    const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]);
    const locked = Buffer.concat([ole, Buffer.from("EncryptedPackage", "utf16le")]);
    const encrypted = Buffer.from(forgeWorkbook(one));
    for (
      let at = encrypted.indexOf("PK\u0001\u0002");
      at !== -1;
      at = encrypted.indexOf("PK\u0001\u0002", at + 1)
    )
      encrypted.writeUInt16LE(encrypted.readUInt16LE(at + 8) | 1, at + 8);
    const cases: readonly [Uint8Array, string, string][] = [
      [locked, "a.xlsx", "encrypted"],
      [encrypted, "a.xlsx", "encrypted"],
      [ole, "a.xls", "oldKind"],
      [forgeWorkbook(one), "a.csv", "renamed"],
      [bytesOf("a,b\n1,2\n"), "a.xlsx", "renamed"],
      [bytesOf("<html><table>"), "a.xlsx", "unknownKind"],
      [bytesOf("%PDF-1.7"), "a.xlsx", "unknownKind"],
      [new Uint8Array(), "a.xlsx", "empty"],
      [forgeWorkbook(one).slice(0, 300), "a.xlsx", "damaged"],
    ];
    for (const [bytes, name, rule] of cases) expect(await refused(bytes, name), rule).toBe(rule);
    expect(await refused(forgeWorkbook(one), "a.xlsx", { ...fileLimits, bytes: 100 })).toBe("tooLarge");
  });

  it("[FI6] holds no more rows, columns or nesting than its limits", async () => {
    const rows = Array.from(
      { length: 30 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
    );
    const bytes = forgeWorkbook(partsOf(rows.join("")));
    expect(await refused(bytes, "a.xlsx", { ...fileLimits, rows: 29 })).toBe("tooManyRows");
    expect(await refused(bytes, "a.xlsx", { ...fileLimits, rows: 30 })).toBe("read");
    expect(await refused(forgeWorkbook(partsOf('<row r="1"><c r="ZZ1"><v>1</v></c></row>')))).toBe(
      "tooManyColumns",
    );
    expect(await refused(forgeWorkbook(partsOf("<a>".repeat(100) + "</a>".repeat(100))))).toBe("damaged");
  });
});

describe("any table", () => {
  const text = fc.string({ unit: "grapheme" });
  const decimal = fc
    .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 99_999 }))
    .map(([whole, part]) => (part === 0 ? `${whole}` : `${whole}.${part}`))
    .filter((digits) => !digits.startsWith("-0"));
  const kinds: readonly CellKind[] = ["text", "decimal", "date"];
  const row = fc.tuple(text, fc.oneof(decimal, text), fc.constantFrom("2026-11-24", "1999-12-31", "x", ""));

  it("[FI4] comes back as it was written, whatever its texts begin with", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
        const columns = kinds.map((kind) => ({ header: kind, kind }));
        const bytes = await buffer(writeWorkbook([{ name: "t", columns, rows }]));
        const back = new Map((await read(bytes)).map((found) => [found.row, found.cells]));
        const expected = rows.map((cells) => [...cells, "."].slice(0, 3));
        const found = rows.map((_, at) => [...(back.get(at + 2) ?? []), "", "", ""].slice(0, 3));
        expect(found).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
