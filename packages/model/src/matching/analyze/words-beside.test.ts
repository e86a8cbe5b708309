import fc from "fast-check";
import { expect, it } from "vitest";
import { wordsBefore, wordsBehind, wordsBeside } from "./words-beside.ts";

it("reads from the last end before a place to the first behind it, and no further than it reaches", () => {
  const text = "one. two, three four, five";
  const three = { start: 10, end: 15 };
  expect(wordsBefore(text, three, /[,.]/, 40)).toBe(" ");
  expect(wordsBefore(text, three, /\./, 40)).toBe(" two, ");
  expect(wordsBefore(text, three, /\./, 3)).toBe("o, ");
  expect(wordsBehind(text, three, /[,.]/, 40)).toBe(" four");
  expect(wordsBehind(text, three, /[,.]/, 3)).toBe(" fo");
});

it("never holds an end, and stands right beside the place", () => {
  const texts = fc.string({ unit: fc.constantFrom("a", "b", ",", " ") });
  fc.assert(
    fc.property(texts, fc.nat(30), fc.nat(30), (text, at, reach) => {
      const place = { start: Math.min(at, text.length), end: Math.min(at, text.length) };
      const [left, right] = [wordsBefore(text, place, /,/, reach), wordsBehind(text, place, /,/, reach)];
      expect(left + right).not.toContain(",");
      expect(text.slice(0, place.start).endsWith(left)).toBe(true);
      expect(text.slice(place.end).startsWith(right)).toBe(true);
      expect(Math.max(left.length, right.length)).toBeLessThanOrEqual(reach);
    }),
  );
});

it("tells both sides of a place in one line", () => {
  expect(wordsBeside("1 t, 2 t of Li, Ni", { start: 5, end: 8 }, /,/, 40)).toBe("   of Li");
});
