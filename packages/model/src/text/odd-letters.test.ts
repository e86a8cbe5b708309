import { expect, it } from "vitest";
import { lookPairs } from "./look-pairs.ts";
import { oddLetters } from "./odd-letters.ts";

it("[OR12] names the letters that are neither Chinese nor Latin", () => {
  expect(oddLetters("Nanling 南岭 (36) Co., Ltd. é")).toEqual([]);
  expect(oddLetters("Nаnlіng ΝΝ")).toEqual(["а", "і", "Ν"]);
});

it("[OR12] has one plain character for each that looks like it, none of them plain itself", () => {
  const { from, to } = lookPairs();
  expect([...from]).toHaveLength([...to].length);
  const plain = new Set([...from].filter((one) => /[a-z0-9]/i.test(one)));
  expect(plain).toEqual(new Set());
});
