import type { TableRow } from "@lilink/model/file";
import fc from "fast-check";
import { expect, it } from "vitest";
import { packRows, unpackRows } from "./pack-rows.ts";

const anyRow: fc.Arbitrary<TableRow> = fc.record({
  sheet: fc.nat(9),
  row: fc.nat(1_048_576),
  cells: fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("", "三元\n", "\u0000"))),
  faults: fc.array(fc.record({ column: fc.nat(20), rule: fc.constant("cellTooLong" as const) }), {
    maxLength: 2,
  }),
});

it("[FI5] rows that went from one thread to another are what they were", () => {
  fc.assert(
    fc.property(fc.array(anyRow), (rows) => {
      expect(unpackRows(structuredClone(packRows(rows)))).toEqual(rows);
    }),
  );
});
