import { indicators } from "@lilink/model/goals";
import { expect, it } from "vitest";
import { type FormulaLine, readSigns, type Sign, toFormula } from "./formula.ts";

const said = (signs: readonly Sign[]) =>
  signs.map(({ text, at }) => (at === "line" ? text : at === "below" ? `_${text}` : `^${text}`)).join("");
const lineOf = (line: FormulaLine) =>
  line.map((part) =>
    part.kind === "words" ? said(part.signs) : `[${said(part.over)} | ${said(part.under)}]`,
  );

it("prints indices, powers and signs of comparison", () => {
  expect(said(readSigns("s_i^2 <= 5, 100 x max_i s_i, Li2O - NOx"))).toBe(
    "s_i^2 ≤ 5, 100 × max_i s_i, Li_2O − NO_x",
  );
});

it("parts a quotient from its label, its factor and the remark behind it", () => {
  expect(toFormula("headline A: 100 x (a + b) / total imports, all in LCE; also c").map(lineOf)).toEqual([
    ["headline A: 100 ×", "[a + b | total imports]", "all in LCE"],
    ["also c"],
  ]);
  expect(toFormula("energy at 1/3 C (x: state / rate) / cell mass (variant: dry)").map(lineOf)).toEqual([
    ["[energy at 1/3 C (x: state / rate) | cell mass]", "(variant: dry)"],
  ]);
  expect(toFormula("a / b, or c / d").map(lineOf)).toEqual([["[a | b]"], ["[or c | d]"]]);
});

it("reads every sheet in both languages, and loses no word of it", () => {
  const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, "").replaceAll("x", "");
  for (const { formula, zh } of indicators)
    for (const text of [formula, zh.formula]) {
      const shown = toFormula(text).flat();
      const parts = shown.flatMap((part) =>
        part.kind === "words" ? part.signs : [...part.over, ...part.under],
      );
      expect(letters(parts.map((one) => one.text).join(""))).toBe(letters(text));
    }
});
