import { custodyVerbs } from "@lilink/model/trace/verb";
import fc from "fast-check";
import { expect, it } from "vitest";
import { reportEventSchema } from "./battery.ts";
import { readPlainEvent } from "./read-plain-event.ts";

const word = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "a",
    "2024-02-29",
    "2023-02-29",
    "0000-02-29",
    "2022-05-17",
    "36",
    "366",
    "\u4e09\u5143",
    " V1",
    "V1\n",
  ),
  fc.string({ maxLength: 90 }),
  fc.stringMatching(/^[0-9A-Za-z_-]{1,70}$/),
);
const anything = fc.oneof(
  word,
  fc.double(),
  fc.integer({ min: -1, max: 4 }),
  fc.constantFrom(null, undefined, true, ["a"], []),
);
const others = [
  ...["to", "province", "vehicle", "energyShare", "u", "step", "reason", "batch", "proof", "authority"],
  ...["origins", "children", "filed", "lost", "corrects", "stranger"],
];
const mostly = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 20, arbitrary }, { weight: 1, arbitrary: anything });
const anyRow = fc
  .tuple(
    fc.record(
      {
        verb: mostly(fc.constantFrom(...custodyVerbs)),
        code: mostly(fc.stringMatching(/^[0-9A-Z]{24}$/)),
        at: mostly(fc.constantFrom("2022-05-17", "2024-02-29")),
      },
      { requiredKeys: [] },
    ),
    fc.dictionary(fc.constantFrom(...others), anything, { maxKeys: 3 }),
  )
  .map(([own, other]) => ({ ...own, ...other }));

it("[TR34] a plain row is what the schema makes of it", () => {
  let plain = 0;
  fc.assert(
    fc.property(anyRow, (row) => {
      const read = readPlainEvent(row);
      if (read === null) return;
      plain++;
      expect(reportEventSchema.parse(row)).toEqual(read);
    }),
    { numRuns: 5000 },
  );
  expect(plain).toBeGreaterThan(300);
});
