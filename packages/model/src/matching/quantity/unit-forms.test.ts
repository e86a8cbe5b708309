import { describe, expect, it } from "vitest";
import forms from "../../../testing/golden/unit-forms.json" with { type: "json" };
import { judgeSentence } from "../../../testing/judge-sentence.ts";
import { composeUnit } from "./chain-units.ts";

type UnitForms = readonly [unit: string, zh: readonly string[], en: readonly string[]];
type Frame = readonly [op: string, text: string];

const isMany = /^(?:t|kg|CNY|USD|m2|m3|L|cycles|km|kWh)/;

/** Each way to write each unit, in a third of the frames, so that every frame meets every unit. */
function missesOf(language: "zh" | "en"): readonly string[] {
  const numbers = language === "zh" ? ["8", "12.5", "十二"] : ["8", "12.5", "twelve"];
  return (forms.units as unknown as readonly UnitForms[]).flatMap(([unit, zh, en], index) =>
    (language === "zh" ? zh : en).flatMap((form, place) =>
      (forms[language] as unknown as readonly Frame[]).flatMap(([op, text], turn) => {
        if ((turn + index + place) % 3 > 0) return [];
        const drawn = numbers[(turn + place) % (isMany.test(unit) ? 2 : 3)] ?? "8";
        const number = unit === "cycles" ? "1200" : drawn;
        const glue = /^[a-z]/.test(number) && !form.startsWith(" ") ? " " : "";
        const sentence = text.replace("{}", `${number}${glue}${form}`);
        const value = number.replace(/十二|twelve/, "12");
        const { missing, wrong } = judgeSentence([sentence, `${op} ${value} ${unit}`]);
        return missing.length + wrong.length > 0 ? [sentence] : [];
      }),
    ),
  );
}

describe("units by their parts", { timeout: 60_000 }, () => {
  it.each(["zh", "en"] as const)("[MT5] every unit is read in every frame of %s: 199 of 200", (language) => {
    const misses = missesOf(language);
    expect(misses.length, misses.slice(0, 40).join("\n")).toBeLessThanOrEqual(20);
  });

  it.each([
    ["grams per cubic centimetre", "g/cm3", undefined],
    ["毫西每厘米", "mS/cm", undefined],
    ["元/MWh", "CNY/kWh", "0.001"],
    ["Pa·s", "mPa·s", "1000"],
    ["kWh/t", null, undefined],
    ["W/(m·K)", null, undefined],
    ["MΩ", null, undefined],
    ["s/100mL", null, undefined],
  ])("[MT5] %s is read whole, as the chain has it or not at all", (text, unit, factor) => {
    const read = composeUnit(text, 0);
    expect([read?.end, read?.unit, read?.factor]).toEqual([text.length, unit, factor]);
  });
});
