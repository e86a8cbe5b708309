import fc from "fast-check";
import { expect, it } from "vitest";
import { splitLong } from "./split-long.ts";

/** Whether no character of two units is torn. */
const isWhole = (text: string) => !/\p{Cs}/u.test(text);

it("[FU29] a long text of a workbook goes on in further columns, and none is cut off", () => {
  const text = fc.string({ unit: "binary", maxLength: 40 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, fc.integer(), text)),
      fc.integer({ min: 2, max: 9 }),
      (rows, most) => {
        const { head, rows: wide } = splitLong({ head: ["a", "n", "b"], rows }, most);
        const [a, n] = [head.indexOf("a"), head.indexOf("n")];
        const join = (cells: readonly unknown[]) => cells.map((cell) => cell ?? "").join("");
        expect(wide).toHaveLength(rows.length);
        for (const [at, row] of wide.entries()) {
          expect(row).toHaveLength(head.length);
          expect(row.every((cell) => typeof cell !== "string" || cell.length <= most)).toBe(true);
          expect(row.every((cell) => typeof cell !== "string" || isWhole(cell))).toBe(
            rows[at]?.every((cell) => typeof cell !== "string" || isWhole(cell)) ?? true,
          );
          expect([join(row.slice(a, n)), row[n], join(row.slice(n + 1))]).toEqual(rows[at]);
        }
      },
    ),
  );
  expect(splitLong({ head: ["id", "text"], rows: [["1", "abcde"]] }, 3)).toEqual({
    head: ["id", "text", "text (2)"],
    rows: [["1", "abc", "de"]],
  });
});
