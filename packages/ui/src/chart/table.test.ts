import fc from "fast-check";
import { expect, it } from "vitest";
import type { ChartSpec } from "./spec.ts";
import { toTable } from "./table.ts";
import { samples } from "./testing/samples.ts";

const text = fc.string({ minLength: 1 });
const key = fc.nat().map(String);
const datum = fc.record({ value: fc.option(fc.double({ noNaN: true })), text });
const named = fc.record({ key, label: text });
const shade = fc.record({ level: fc.option(fc.double({ min: 0, max: 1, noNaN: true })), text });
const two = { minLength: 2, maxLength: 2 };
const list = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 8 });
const points = fc.uniqueArray(
  fc.record({ x: fc.integer(), y: fc.option(fc.double({ noNaN: true })), text }),
  {
    selector: ({ x }) => x,
  },
);

const specs: fc.Arbitrary<ChartSpec> = fc.oneof(
  fc.record({
    kind: fc.constant("bar" as const),
    head: fc.constant(["a", "b"]),
    bars: list(fc.tuple(named, datum).map(([a, b]) => ({ ...a, ...b }))),
  }),
  fc.record({
    kind: fc.constant("stack" as const),
    head: fc.constant(["a"] as const),
    parts: fc.array(named, two),
    bars: list(fc.record({ key, label: text, data: fc.array(datum, two) })),
  }),
  fc.record({
    kind: fc.constant("spark" as const),
    head: fc.constant(["a"] as const),
    series: list(fc.record({ key, label: text, points })),
  }),
  fc.record({
    kind: fc.constant("heat" as const),
    head: fc.constant(["a"] as const),
    columns: fc.array(named, two),
    rows: list(fc.record({ key, label: text, cells: fc.array(shade, two) })),
  }),
  fc.record({
    kind: fc.constant("sankey" as const),
    head: fc.constant(["a", "b", "c"]),
    nodes: list(named),
    flows: list(fc.tuple(fc.record({ from: key, to: key }), datum).map(([a, b]) => ({ ...a, ...b }))),
  }),
);

/** Every text that a declaration carries as a figure. */
function textsOf(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  const own = "text" in part && typeof part.text === "string" ? [part.text] : [];
  return [...own, ...Object.values(part).flatMap(textsOf)];
}

function expectAll(spec: ChartSpec) {
  const { head, rows } = toTable(spec);
  const cells = rows.flatMap((row) => row.cells);
  const left = [...cells];
  for (const told of textsOf(spec)) {
    const at = left.lastIndexOf(told);
    expect(at, `${told} is not in the table`).toBeGreaterThanOrEqual(0);
    left.splice(at, 1);
  }
  for (const row of rows) expect(row.cells).toHaveLength(head.length);
}

it("the table has each figure of the chart, as often as the chart has it", () => {
  fc.assert(fc.property(specs, expectAll));
});

it.each(samples.map((spec) => [spec.kind, spec] as const))("the table behind a %s is whole", (_, spec) => {
  expectAll(spec);
});
