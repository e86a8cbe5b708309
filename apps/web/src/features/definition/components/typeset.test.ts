import { shippedDefinitions } from "@lilink/model/goals/definition/shipped";
import { expect, it } from "vitest";
import { type TypesetWords, typeset } from "./typeset.ts";

const words: TypesetWords = {
  nameOf: (code) => code.replaceAll("_", " "),
  codeOf: (_, code) => code.replaceAll("_", " "),
  dimensionOf: (dimension) => dimension.replaceAll("_", " "),
  call: (call, { name, code, dimension }) => `${call} ${[name, code, dimension].filter(Boolean).join(", ")}`,
};

it.each([
  [
    "100 * at(a_b, cathode, high_end) / a_b",
    { head: "100 ×", over: "at a b, high end, cathode", under: "a b" },
  ],
  ["100 * (a + b) / (c - d)", { head: "100 ×", over: "a + b", under: "c − d" }],
  ["1 - hhi(a, kind)", { head: "", over: "1 − hhi a, kind", under: null }],
  ["10000 * hhi(a, country)", { head: "10000 ×", over: "hhi a, country", under: null }],
  ["a / (total(b) / c)", { head: "", over: "a", under: "b ÷ c" }],
])("%s is a fraction in words", (text, fraction) => {
  expect(typeset(text, words)).toEqual(fraction);
});

it("no measure of a sheet shows a code", () => {
  const shown = shippedDefinitions.flatMap(({ measures }) =>
    measures.map(({ expression }) => Object.values(typeset(expression, words) ?? { none: "_" }).join(" ")),
  );
  expect(shown.filter((text) => text.includes("_"))).toEqual([]);
});
