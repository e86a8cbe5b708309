import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvCell, toCsv } from "./to-csv.ts";

const one = (value: CsvCell) =>
  toCsv(["h"], [[value]])
    .replace("\uFEFFh\r\n", "")
    .replace(/\r\n$/, "");

/** A reader of its own: quotes doubled, fields by comma, records by CRLF. */
function readCell(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

describe("CSV", () => {
  it("begins with a byte order mark and separates records by CRLF", () => {
    const csv = toCsv(["名称", "b"], [["锂", 2]]);
    expect(csv).toBe("\uFEFF名称,b\r\n锂,2\r\n");
  });

  it.each(["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠x"])(
    "takes the sting out of %j",
    (text) => {
      expect(readCell(one(text)).startsWith("'")).toBe(true);
    },
  );

  it("leaves numbers as they are, negative ones and decimal strings too", () => {
    expect(one(-12.5)).toBe("-12.5");
    expect(one("-12.50")).toBe("-12.50");
    expect(one(0)).toBe("0");
    expect(one("-1-1")).toBe("'-1-1");
    expect(one(new Date("2026-11-24T00:00:00Z"))).toBe("2026-11-24T00:00:00.000Z");
    expect(one(null)).toBe("");
  });

  it("puts a notice into a row of its own above the head, as wide as the others", () => {
    expect(toCsv(["a", "b"], [[1, 2]], "=sample")).toBe("\uFEFF'=sample,\r\na,b\r\n1,2\r\n");
  });

  it("gives back every text, but for the apostrophe", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const back = readCell(one(text));
        expect(back === text || back === `'${text}`).toBe(true);
        expect(back).not.toMatch(/^[=+@\t\r＝＋－＠]/u);
      }),
    );
  });
});
