import fc from "fast-check";
import superjson from "superjson";
import { expect, it } from "vitest";
import { writeAnswer } from "./write-answer.ts";

const read = (written: ReturnType<typeof writeAnswer>) =>
  superjson.deserialize(JSON.parse(JSON.stringify(written)));

/** Keys as answers have them, and such as are written with care: with points, slashes and of every object. */
const key = fc.oneof(fc.string(), fc.constantFrom("a.b", "a\\b", "a\\.b", "constructor", "0"));
const leaf = fc.oneof(
  ...[fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined), fc.bigInt()],
  ...[fc.date({ noInvalidDate: false }), fc.constant(-0), fc.uint8Array()],
);
const { answer } = fc.letrec((tie) => ({
  answer: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie("answer"), { maxLength: 4 }),
    fc.dictionary(key, tie("answer"), { maxKeys: 4 }),
    fc.array(tie("answer"), { maxLength: 3 }).map((list) => new Set(list)),
  ),
}));

it("is read as what the library writes is read, whatever is answered", () => {
  fc.assert(
    fc.property(answer, (given) => {
      let expected: unknown;
      try {
        expected = read(superjson.serialize(given));
      } catch {
        // The library refuses names that would reach into an object's making; so do we.
        expect(() => read(writeAnswer(given))).toThrow();
        return;
      }
      expect(read(writeAnswer(given))).toEqual(expected);
    }),
  );
});

it("copies nothing of what is JSON and dates, and marks the dates", () => {
  const given = { items: [{ at: new Date(0), "a.b": { at: new Date(1) } }], next: undefined };
  const { json, meta } = writeAnswer(given);
  expect(json).toBe(given);
  expect(meta?.values).toEqual({ "items.0.at": ["Date"], "items.0.a\\.b.at": ["Date"] });
});

it("leaves to the library what goes round in a circle", () => {
  const round: Record<string, unknown> = { name: "a" };
  round.self = round;
  expect(read(writeAnswer(round))).toMatchObject({ name: "a" });
});
