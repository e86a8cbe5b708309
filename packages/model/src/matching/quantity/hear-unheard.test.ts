import fc from "fast-check";
import { describe, expect, it } from "vitest";
import sentences from "../../../testing/golden/sentences.json" with { type: "json" };
import { units } from "../../chain/index.ts";
import { analyzeText } from "../analyze/analyze-text.ts";
import { readUnit } from "./chain-units.ts";

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
    ["Mg/Li below 60", "<= 60 null"],
    ["水分由300ppm降到150ppm", "= 300 ppm | = 150 ppm"],
    ["回收率提高到95%", "= 95 %"],
    ["no more than a quarter of the volume", "<= 25 %"],
    ["不超过四分之一", "<= 25 %"],
    ["three quarters of a tonne", "? unit_unknown"],
    ["300 t a quarter", "= 300 t/quarter"],
    ["每季度300吨", "= 300 t/quarter"],
    ["季需100吨", "= 100 t/quarter"],
    ["旺季用300吨", "= 300 t"],
    ["三季度采购300吨", "= 300 t"],
    ["300 t a week", "? rate_unknown"],
    ["每两周20吨", "? bound | ? rate_unknown"],
    ["moisture 3 % max. No black mass", "<= 3 %"],
    ["90 days latest", "<= 90 days"],
    ["5 containers a month (20 t each)", "= 20 t"],
    ["PET12μm", "= 12 µm"],
    ["耗时45s", "= 45 s"],
    ["5MWh/台", "= 5 MWh"],
    ["12 USD per kilo plus freight", "= 12 USD/kg"],
    ["600 t of concentrate (5.7 % Li2O) per month", "= 600 t/month | = 5.7 % Li2O"],
    ["cut from 4,000 to 3,000 dollars per tonne", "= 3000 USD/t"],
    ["discharged from 4.2 to 2.5 V", "range 2.5 V"],
    ["四十三吨六，可开票", "= 43.6 t"],
    ["不超过货值七成", "<= 70 %"],
    ["220 N/mm²", "= 220 MPa"],
    ["foils are processed down to 4.5 µm", ">= 4.5 µm"],
    ["达产后年耗电2.1亿度", "= 210 GWh/a"],
    ["恒温库房3000平，可分租", "= 3000 m2"],
    ["持续放电100A，脉冲150A持续10s", "= 100 A | = 150 A | = 10 s"],
    ["预算5万内", "<= 50000 CNY"],
    ["整线转让380万", "= 3800000 CNY"],
    ["60 m³ fresh water per tonne of LCE", "= 60 m3/t LCE"],
    ["月运力8000吨", "= 8000 t/month"],
    ["月采200吨", "= 200 t/month"],
    ["5 V/100 A each", "= 5 V | = 100 A"],
    ["18 t in 1-t bags", "= 18 t | = 1 t"],
    ["年租金不超过40以内，两年起签", "<= 40 null | >= 2 years"],
    [
      "5 t of LFP (D50 0.4 µm, C 2.1 %, BET 16 m²/g) per month",
      "= 5 t/month | = 0.4 µm | = 2.1 % | = 16 m2/g",
    ],
    ["18650 2.6 Ah cells", "= 2.6 Ah"],
    ["fixed for the first 6 months", "= 6 months"],
    ["2.60 g/cm³ @ 3 T", "= 2.6 g/cm3"],
  ])("[MT40] [MT52] %s is read, and no more is asked than is open", (text, wanted) => {
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
    ["克容量≥700", "? unit_missing"],
    ["含水60", "? unit_missing"],
    ["capacity of at least 350", "? unit_missing"],
    ["水分再降50ppm", "? bound"],
    ["reduce moisture by 50 ppm", "? bound"],
    ["回收率提高5%", "? bound"],
    ["SMM均价减500元/吨", "? bound"],
    ["index minus 5%", "? bound"],
    ["gassing fell by 40 %", "? bound"],
    ["shipped in the first nine months", "? bound"],
    ["moisture no worse than 0.15 %", "? direction"],
    ["rather than take 99.5 %", "? bound"],
    ["revise the quotation: quantity from 40 to 64 t", "? bound"],
    ["不足部分按未交货值的5%支付", "? bound"],
    ["penalty per 0.1 %", "? bound"],
    ["日租金6000元", "? rate_unknown"],
    ["吨投资约6000元", "? rate_unknown"],
    ["按月均价上浮100元/吨", "? bound"],
    ["scaling from 5 Ah to 60 Ah", "? bound"],
    ["480元/吨度", "? unit_unknown"],
    ["按提货前一周均价", "? bound"],
    ["8.5 g Li per litre", "= 8.5 g/L"],
    ["品位每±0.1%对应±16美元", "? bound | ? bound"],
    ["Each 1 °C rise adds about 4 ppm", "? unit_unknown | ? bound"],
    ["dropping 1.6 mV per cycle", "? unit_unknown"],
    ["近三年的业绩", "? bound"],
    ["贴水800元", "? bound"],
    ["a premium of 300 USD/t", "? bound"],
    ["月发运100吨", "? rate_unknown"],
    ["年用纯碱7万吨、硫酸6万吨", "= 70000 t/a | ? rate_unknown"],
    ["每月递增50吨", "? bound"],
    ["每Ah 0.9元", "? rate_unknown"],
    ["租金每平每月18元", "? rate_unknown"],
    ["单班处理8吨", "? rate_unknown"],
    ["0.8元/只", "? rate_unknown"],
    ["CNY 28 per m² and month", "? rate_unknown"],
    ["月租不超过22元/平", "? rate_unknown"],
    ["日供2万米", "? rate_unknown"],
    ["人工每月每人7500元", "? rate_unknown"],
    ["365 cycles a year", "? rate_unknown"],
    ["每公斤耗卤水0.6立方，淡水15升", "? rate_unknown | ? rate_unknown"],
    ["每高0.1个百分点加20元/吨", "? bound | ? bound"],
    ["每旬50吨", "? rate_unknown"],
    ["百分之三五", "? vague"],
    ["two thirds of the cells", "? fraction"],
    ["output rose by a fifth", "? fraction"],
  ])("[MT52] %s is asked about", (text, wanted) => {
    expect(read(text)).toBe(wanted);
  });

  it("[MT5] every unit of the chain is found by itself, as far as its letters go", () => {
    const spelled = units
      .flatMap(({ id, zh }) => [id, zh])
      .filter((unit) => /^[^\d₂]{2,}$/.test(unit) && !unit.includes("标准煤"));
    const cut = spelled.filter((unit) => {
      const found = readUnit(unit, 0);
      return found !== null && found.end < unit.length && !found.doubt;
    });
    expect(cut).toEqual([]);
  });

  it.each([
    ["年底前形成6万吨/年产能", "库存只剩15吨了", "= 60000 t/a | = 15 t"],
    ["6万吨/年产能", "水洗比1:2", "= 60000 t/a"],
    ["in lots from 5 t.", "要是降到1.2C，循环还能不能上5000次？", ">= 5 t | ? bound"],
  ])("[MT52] %s ends where its line ends", (first, second, wanted) => {
    expect(read(`${first}\n\n${second}`)).toBe(wanted);
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
