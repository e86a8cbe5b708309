import type { TableRow } from "@lilink/model/file";
import { FileRefusal } from "@lilink/model/file";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "../csv/to-csv.ts";
import { detectEncoding, type TextEncoding } from "./decode-text.ts";
import { fileLimits } from "./limit.ts";
import { openTable } from "./open-table.ts";

async function read(bytes: Uint8Array, name = "a.csv"): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  for await (const piece of (await openTable(bytes, name, fileLimits)).pieces) rows.push(...piece);
  return rows;
}
const cellsOf = async (bytes: Uint8Array) => (await read(bytes)).map(({ cells }) => cells);
const refused = (bytes: Uint8Array) =>
  read(bytes).then(
    () => "read",
    (error: unknown) => (error instanceof FileRefusal ? { rule: error.rule, ...error.params } : error),
  );

/** "名称,产量\n碳酸锂,12.5\n" in each encoding, the bytes made elsewhere. */
const gb = Buffer.from("c3fbb3c62cb2fac1bf0accbccbe1efae2c31322e350a", "hex");
const text = "名称,产量\n碳酸锂,12.5\n";
const wide = Buffer.from(text, "utf16le");
const expected = [
  ["名称", "产量"],
  ["碳酸锂", "12.5"],
];

describe("a CSV that comes in", () => {
  it("[FI7] is read right in UTF-8, GB 18030 and UTF-16, marked or not", async () => {
    const cases: readonly [Uint8Array, TextEncoding][] = [
      [Buffer.from(text), "utf-8"],
      [Buffer.from(`\uFEFF${text}`), "utf-8"],
      [gb, "gb18030"],
      [Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), "utf-16le"],
      [wide, "utf-16le"],
      [Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]), "utf-16be"],
      [Buffer.from(wide).swap16(), "utf-16be"],
    ];
    for (const [bytes, encoding] of cases) {
      expect(detectEncoding(bytes)).toBe(encoding);
      expect(await cellsOf(bytes), encoding).toEqual(expected);
    }
  });

  it("[FI7] reads what only GB 18030 holds, in four bytes too", async () => {
    const rare = Buffer.from("8139ee392c9534b235", "hex");
    expect(await cellsOf(rare)).toEqual([["㐀", "𠮷"]]);
  });

  it("[FI7] is refused in any other encoding, never read as rubbish", async () => {
    for (const hex of ["ff", "c3 28 ff ff", "ef bb bf ff", "fe ff 00", "a4 40 ff"])
      expect(await refused(Buffer.from(hex.replaceAll(" ", ""), "hex")), hex).toEqual({ rule: "encoding" });
  });

  it("[FI7] is cut at comma, tab or semicolon, and keeps quoted marks, line ends and quotes", async () => {
    expect(await cellsOf(Buffer.from('a,b\r\n"1,5","x ""y""\nz"\r\n'))).toEqual([
      ["a", "b"],
      ["1,5", 'x "y"\nz'],
    ]);
    expect(await cellsOf(Buffer.from('a;b\n"1;5";2\n'))).toEqual([
      ["a", "b"],
      ["1;5", "2"],
    ]);
    expect(await cellsOf(Buffer.from("a\tb,c\n1\t2\n"))).toEqual([
      ["a", "b,c"],
      ["1", "2"],
    ]);
  });

  it("[FI7] names the place of what cannot be read", async () => {
    expect(await refused(Buffer.from('a,b\n1,"2\n3,4\n'))).toMatchObject({
      rule: "openQuote",
      row: 2,
      column: 2,
    });
    expect(await refused(Buffer.from('a,b\n1,"2"x\n'))).toMatchObject({ rule: "openQuote", row: 2 });
    expect(await refused(Buffer.from(`a\n"${"x".repeat(200_000)}"\n`))).toMatchObject({
      rule: "openQuote",
      row: 2,
    });
    const rows = await read(Buffer.from(`a,b\n\n1,x\u0000y\n${"x".repeat(40_000)},2\n`));
    expect(rows.map(({ row, faults }) => [row, faults])).toEqual([
      [1, []],
      [3, [{ column: 1, rule: "controlCharacter" }]],
      [4, [{ column: 0, rule: "cellTooLong" }]],
    ]);
    expect(await refused(Buffer.from(`${",".repeat(300)}x\n`))).toMatchObject({
      rule: "tooManyColumns",
      row: 1,
    });
  });

  it("[FI7] reads a file the same whether a quote stands in it or not", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "1", " ", "碳", "'", "=", "\r", "\u0007", ";") });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom("\n", "\r\n"), async (rows, lineEnd) => {
        const written = ["a,b,c", ...rows.map((cells) => cells.join(","))].join(lineEnd);
        const [plain, quoted] = await Promise.all(
          [written, `${written}${lineEnd}"a"${lineEnd}`].map((one) => read(Buffer.from(one))),
        );
        expect(quoted?.slice(0, -1)).toEqual(plain);
      }),
      { numRuns: 100 },
    );
    const long = Buffer.from(`a,b\n1,2\n1,${"x".repeat(200_000)}\n`);
    expect(await refused(long)).toMatchObject({ rule: "openQuote", row: 3, column: 2 });
  });

  it("[FI1] [FI7] gives back an exported CSV, without the apostrophe that made it harmless", async () => {
    const cell = fc.string({ unit: "grapheme" }).map((one) => one.replaceAll(/[\r\p{Cc}]/gu, " "));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell)), async (rows) => {
        const marked = rows.map((cells) => [...cells, "."]);
        const back = await cellsOf(Buffer.from(toCsv(["a", "b", "c"], marked)));
        expect(back.slice(1)).toEqual(
          marked.map((cells) => cells.map((one) => one.replace(/^'(?=[=+\-@＝＋－＠])/u, ""))),
        );
      }),
      { numRuns: 60 },
    );
  });
});
