import fc from "fast-check";
import { describe, expect, it } from "vitest";
import sentences from "../../../testing/golden/sentences.json" with { type: "json" };
import { units } from "../../chain/index.ts";
import { analyzeText } from "../analyze/analyze-text.ts";
import { readUnit } from "./read-unit.ts";

function read(text: string): string {
  return analyzeText(text)
    .quantities.map(({ op, value, unit, doubt }) => (doubt ? `? ${doubt}` : `${op} ${value} ${unit}`))
    .join(" | ");
}

describe("lists and what is left unheard", () => {
  it.each([
    ["Na、K、Fe分别不高于200、50、10ppm", "<= 200 ppm | <= 50 ppm | <= 10 ppm"],
    ["厚度8、10、12μm可选", "= 8 µm | = 10 µm | = 12 µm"],
    ["4.2/9.8/19.6 µm", "= 4.2 µm | = 9.8 µm | = 19.6 µm"],
    ["长宽高330×330×150mm", "= 330 mm | = 330 mm | = 150 mm"],
    ["20MT/month", "= 20 t/month"],
    ["吨产品综合成本下降约1200元", "about 1200 CNY/t"],
    ["at pH 4.8 and 45 °C", "= 4.8 null | = 45 °C"],
    ["ninety per cent (90%) of it", "= 90 %"],
    ["年产2万吨碳酸锂和1万吨氢氧化锂", "= 20000 t/a | = 10000 t/a"],
  ])("[MT51] %s", (text, wanted) => {
    expect(read(text)).toBe(wanted);
  });

  it.each([
    ["不得超过上述合同文本中约定的数量即50吨", "? bound"],
    ["我们不做2.5g/cm³以下的产品", "? bound"],
    ["5 % is too much", "? bound"],
    ["≥5 t or less", "? bound"],
    ["水分每超0.01%扣款", "? bound"],
    ["上次那批12ppm", "? bound"],
    ["限值误写成了500ppm", "? bound"],
    ["吸油值290ml/100g", "? unit_unknown"],
    ["AC380V±10%", "? unit_unknown"],
    ["4 . 5 um", "= 4 null | ? separator"],
    ["捕水6L/24h", "? unit_unknown"],
    ["储量20.5MT", "? unit_ambiguous"],
    ["6系单晶 12.3w", "? unit_ambiguous"],
    ["purity: 99 min", "? unit_ambiguous"],
    ["品位高，每度1850元", "? unit_ambiguous"],
  ])("[MT52] %s is asked about", (text, wanted) => {
    expect(read(text)).toBe(wanted);
  });

  it("[MT5] every unit of the chain is found where it stands alone, as far as its letters go", () => {
    const spelled = units
      .flatMap(({ id, zh }) => [id, zh])
      .filter((unit) => /^[^\d₂]{2,}$/.test(unit) && !unit.includes("标准煤"));
    const cut = spelled.filter((unit) => {
      const found = readUnit(unit, 0);
      return found !== null && found.end < unit.length && !found.doubt;
    });
    expect(cut).toEqual([]);
  });

  it("[MT52] a sentence after another does not change how the first is read", () => {
    const rows = sentences.sets.flatMap((set) => set.rows.map(([text = ""]) => text));
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.constantFrom(...rows), (first, second) => {
        fc.pre(!/\n/.test(first + second));
        const alone = read(first);
        const all = read(`${first}\n\n${second}`);
        expect(all.startsWith(alone)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
