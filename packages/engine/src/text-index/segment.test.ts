import fc from "fast-check";
import { expect, it } from "vitest";
import { SaturationTable } from "./saturation.ts";
import { blockSize, listOf, readList, rowAt, sizeOf } from "./segment.ts";
import { SegmentWriter } from "./segment-writer.ts";

/** A list by the gaps of its documents, of up to so many bits, and the highest row. */
const list = fc
  .tuple(fc.integer({ min: 1, max: 21 }), fc.constantFrom(0, 15, 255, 65_535))
  .chain(([bits, highest]) =>
    fc.array(fc.tuple(fc.integer({ min: 1, max: 2 ** bits }), fc.integer({ min: 0, max: highest })), {
      minLength: 1,
      maxLength: 3 * blockSize,
    }),
  );
const far: fc.Arbitrary<readonly (readonly [number, number])[]> = fc.constantFrom(
  [[2 ** 25 - 1, 0]],
  [[2 ** 25, 0]],
  [
    [2 ** 28, 1],
    [1, 2],
    [2 ** 29, 3],
  ],
);

it("[TI6] lists are read as they were written, whatever their gaps, rows and neighbours", () => {
  const lists = fc.array(fc.tuple(fc.integer({ min: 0, max: 70 }), fc.oneof(list, far)), { maxLength: 5 });
  fc.assert(
    fc.property(lists, (given) => {
      const ofTerm = new Map(given);
      const terms = [...ofTerm.keys()].sort((a, b) => a - b);
      const table = new SaturationTable([], 1);
      const writer = new SegmentWriter(0, 2 ** 30, 80, terms.length, table, new Uint16Array(0));
      const written = terms.map((term) => {
        let document = -1;
        const gaps = ofTerm.get(term) ?? [];
        const documents = Int32Array.from(gaps, ([gap]) => (document += gap));
        const rows = Uint16Array.from(gaps, ([, row]) => row);
        writer.addList(term, documents, rows, 0, gaps.length);
        return { documents, rows };
      });
      const segment = writer.finish();
      for (let term = 0; term < 80; term++) expect(listOf(segment, term)).toBe(terms.indexOf(term));
      for (const [at, { documents, rows }] of written.entries()) {
        const size = sizeOf(segment, at);
        const [found, foundRows] = [new Int32Array(size), new Uint16Array(size)];
        expect([readList(segment, at, found, foundRows), found, foundRows]).toEqual([
          documents.length,
          documents,
          rows,
        ]);
        const last = (segment.firstBlock[at + 1] ?? 0) - 1;
        expect(rowAt(segment, at, last, (size - 1) % blockSize)).toBe(rows.at(-1));
      }
    }),
    { numRuns: 60 },
  );
});
