import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { nameSheet } from "./name-sheet.ts";
import type { CellKind, CellValue, Sheet } from "./sheet.ts";
import { writeWorkbook } from "./write-workbook.ts";

const one = (rows: Sheet["rows"], kind: CellKind = "text"): Sheet => ({
  name: "表",
  columns: [{ header: "列", kind }],
  rows,
});

/** The value as a program that is not ours reads it back. */
async function backOf(value: CellValue, kind: CellKind) {
  const rows = await readSheet(await buffer(writeWorkbook([one([[value]], kind)])), { trim: false });
  return rows[1]?.[0];
}

async function partsOf(...sheets: readonly Sheet[]) {
  const parts = unzipSync(await buffer(writeWorkbook(sheets)));
  return (name: string) => strFromU8(parts[`xl/${name}.xml`] ?? new Uint8Array());
}

describe("a workbook", () => {
  it("opens in another program with its names and headings", async () => {
    const columns = [{ header: "名称 <&>", kind: "text", width: 30 } as const];
    const bytes = await buffer(writeWorkbook([one([]), { name: "b & c", columns, rows: [["锂"]] }]));
    expect(await readSheet(bytes, "b & c")).toEqual([["名称 <&>"], ["锂"]]);
  });

  it.each(["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "＝1+1", "＋1", "－1"])(
    "[FI1] holds %j as a text that stays one when its cell is edited",
    async (text) => {
      for (const kind of ["text", "decimal", "integer", "date"] as const) {
        expect(await backOf(text, kind)).toBe(text);
        const part = await partsOf(one([[text]], kind));
        expect(part("worksheets/sheet1")).not.toContain("<f");
        const style = Number(/r="A2" s="(\d+)" t="inlineStr"/.exec(part("worksheets/sheet1"))?.[1]);
        const formats =
          part("styles")
            .split("<cellXfs")[1]
            ?.match(/<xf [^>]*>/g) ?? [];
        expect(formats[style]).toMatch(/numFmtId="49".*quotePrefix="1"/);
      }
    },
  );

  it("[FI2] shows a number in the decimals that it is given, and a notice above the heading", async () => {
    const rows = [
      [{ value: "67.72", look: "plain", decimals: 3 } as const],
      [{ value: "W", look: "plain", decimals: 3 } as const],
    ];
    const sheet: Sheet = { ...one(rows, "decimal"), notice: "=sample" };
    expect(await readSheet(await buffer(writeWorkbook([sheet])))).toEqual([
      ["=sample"],
      ["列"],
      [67.72],
      ["W"],
    ]);
    const part = await partsOf(sheet);
    expect(part("styles")).toContain('formatCode="#,##0.000"');
    expect(part("worksheets/sheet1")).toContain('ySplit="2" topLeftCell="A3"');
    expect(part("worksheets/sheet1")).toContain('<autoFilter ref="A2:A4"/>');
  });

  it("[FI2] keeps numbers numbers, negative ones and their decimals too", async () => {
    expect(await backOf(-12.5, "decimal")).toBe(-12.5);
    expect(await backOf("-12.50", "decimal")).toBe(-12.5);
    expect(await backOf("-7", "integer")).toBe(-7);
    expect(await backOf(0, "decimal")).toBe(0);
    expect(await backOf("123456789012345", "decimal")).toBe(123456789012345);
    expect(await backOf("-12.50", "text")).toBe("-12.50");
    const part = await partsOf(one([["-12.50"]], "decimal"));
    expect(part("worksheets/sheet1")).toContain("<v>-12.50</v>");
    expect(part("styles")).toContain('numFmtId="2"');
  });

  it.each(["1234567890123456.7", "0.12345678901234567", "007", "W", "1,000", "1e5", ""])(
    "[FI2] keeps %j as text: Excel would round it, or it is no number",
    async (text) => {
      expect(await backOf(text, "decimal")).toBe(text || undefined);
    },
  );

  it("[FI2] writes a day as a day, and what is none as it is", async () => {
    expect(await backOf("2026-11-24", "date")).toEqual(new Date("2026-11-24T00:00:00Z"));
    expect(await backOf("2026-02-30", "date")).toBe("2026-02-30");
    expect(await backOf("1899-01-01", "date")).toBe("1899-01-01");
  });

  it("[FI3] locks, hides and offers lists", async () => {
    const refusal = { title: "无此选项", text: '请从"列表"中选择' };
    const options = ["盐湖卤水 brine", "a, b", 'quote "x"'];
    const sheet: Sheet = {
      name: "填报",
      locked: true,
      columns: [
        { header: "code", kind: "text", hidden: true },
        { header: "route", kind: "text" },
      ],
      rows: [["c1", { value: null, look: "input" }]],
      choices: [{ column: 1, rows: [0, 9], options, refusal }],
    };
    const part = await partsOf(sheet);
    expect(part("worksheets/sheet1")).toContain(
      '<col min="1" max="1" width="16" customWidth="1" hidden="1"/>',
    );
    expect(part("worksheets/sheet1")).toContain('<sheetProtection sheet="1"');
    expect(part("worksheets/sheet1")).toMatch(
      /type="list".*error="请从&quot;列表&quot;中选择" sqref="B2:B11"/,
    );
    expect(part("worksheets/sheet1")).toContain("<formula1>'_lists'!$A$2:$A$4</formula1>");
    expect(part("workbook")).toContain('<sheet name="_lists" sheetId="2" state="veryHidden"');
    expect(part("styles").match(/locked="0"/g)).toHaveLength(1);
    const lists = await readSheet(await buffer(writeWorkbook([sheet])), "_lists");
    expect(lists.slice(1)).toEqual(options.map((option) => [option]));
  });

  it("[FI4] makes equal files of equal tables", async () => {
    const make = () => buffer(writeWorkbook([one([["a"], [1], [null]])]));
    expect((await make()).equals(await make())).toBe(true);
  });

  it("[FI4] asks for rows as they are read, and ends them when nobody reads on", async () => {
    let made = 0;
    let ended = false;
    const rows = (async function* () {
      try {
        for (;;) {
          made += 1;
          yield [`${made}`.repeat(50)];
        }
      } finally {
        ended = true;
      }
    })();
    for await (const piece of writeWorkbook([one(rows)])) if (piece.length > 0 && made > 1000) break;
    await expect.poll(() => ended).toBe(true);
    expect(made).toBeLessThan(100_000);
  });

  it("[FI4] hands on what its rows throw", async () => {
    const broken = (function* () {
      yield ["a"];
      throw new Error("no more");
    })();
    await expect(buffer(writeWorkbook([one(broken)]))).rejects.toThrow("no more");
  });

  it("names sheets as every program accepts, each once", () => {
    const taken = new Set<string>();
    const names = ["a/b", "A:B", "'x'", "", "长".repeat(40), "长".repeat(41)].map((name) =>
      nameSheet(name, taken),
    );
    expect(names).toEqual(["a b", "A B 2", "x", "sheet", "长".repeat(31), `${"长".repeat(29)} 2`]);
  });
});

describe("any table", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => !/_x[0-9A-F]{4}_|\p{Cc}/iu.test(text)),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
  );

  it("[FI4] is read by another program as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), async (rows) => {
        const columns = [
          { header: "a", kind: "text" },
          { header: "b", kind: "decimal" },
        ] as const;
        const bytes = await buffer(writeWorkbook([{ name: "t", columns, rows }]));
        const back = await readSheet(bytes, { trim: false });
        expect(back.slice(1)).toEqual(rows);
      }),
      { numRuns: 50 },
    );
  });
});
