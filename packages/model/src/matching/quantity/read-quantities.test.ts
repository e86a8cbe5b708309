import { readDates } from "@lilink/engine/quantity";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFigure } from "../../../testing/match-document.ts";
import { units } from "../../chain/index.ts";
import { comparators } from "../../posting/index.ts";
import { analyzeText } from "../analyze/analyze-text.ts";
import { printFigure } from "../constrain/print-figure.ts";

function read(text: string): string {
  return analyzeText(text)
    .quantities.map(
      ({ op, value, high, unit }) => `${op} ${value}${high === undefined ? "" : `..${high}`} ${unit}`,
    )
    .join(" | ");
}

describe("quantities", () => {
  it.each([
    ["主含量不低于 99.5 %", ">= 99.5 %"],
    ["at least 99.5 % Li2CO3", ">= 99.5 %"],
    ["99.0 % minimum", ">= 99 %"],
    ["99.5%+", ">= 99.5 %"],
    ["循环寿命3000次以上", ">= 3000 cycles"],
    ["磁性异物 ≤ 100 ppb", "<= 100 ppb"],
    ["不超过0.5个百分点", "<= 0.5 % points"],
    ["no more than 20 ppm", "<= 20 ppm"],
    ["up to 20 kt per year", "<= 20 kt/a"],
    ["8~15 µm", "range 8..15 µm"],
    ["8 um - 15 um", "range 8..15 µm"],
    ["between 8 and 15 µm", "range 8..15 µm"],
    ["5±1 ℃", "range 4..6 °C"],
    ["-40 to 60 °C", "range -40..60 °C"],
    ["-20 ℃以下", "<= -20 °C"],
    ["约 3 周", "about 3 weeks"],
    ["年产2万吨", "= 20000 t/a"],
    ["二十万吨", "= 200000 t"],
    ["一点五万吨", "= 15000 t"],
    ["1.2 万吨/年", "= 12000 t/a"],
    ["8,000 tonnes a year", "= 8000 t/a"],
    ["12 000 t/a", "= 12000 t/a"],
    ["百分之九十九点五", "= 99.5 %"],
    ["2 GWh/年", "= 2 GWh/a"],
    ["≥4.5 mS·cm⁻¹", ">= 4.5 mS/cm"],
    ["20 mg/kg", "= 20 ppm"],
    ["3万元/吨", "= 30000 CNY/t"],
    ["十 GWh", "= 10 GWh"],
    ["月需求 200 吨", "= 200 t/month"],
    ["50 t per month", "= 50 t/month"],
  ])("[MT5] %s is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("[MT5] names, standards, dates and unknown rates are no quantities", () => {
    expect(read("NCM811、Ni90、LiPF6、21700、D50、GB/T 34014-2017")).toBe("");
    expect(read("2027年4月起")).toBe("");
  });

  it("[MT5] a form of cell in front of a unit is an amount, in front of pieces it is a form", () => {
    expect(read("18650 t")).toBe("= 18650 t");
    expect(read("不少于 21700 kg")).toBe(">= 21700 kg");
    expect(read("21700 A grade cells, 18650-3000mAh, 18650 pcs")).toBe("= 3000 mAh");
    expect(read("18650高倍率三元，2.5Ah\n\n三元锂电池包（乘用车拆车）320套")).toBe("= 2.5 Ah | = 320 sets");
  });

  it("[MT40] another basis and a day keep their units, and are never taken for plain tonnes a year", () => {
    expect(read("1000t LCE/年")).toBe("= 1000 t LCE/a");
    expect(read("500 kg per day, 3 kg/d")).toBe("= 500 kg/d | = 3 kg/d");
    expect(analyzeText("每周20吨").quantities[0]?.doubt).toBe("rate_unknown");
  });

  it("[MT5] a span of amounts that look like years is a span of amounts", () => {
    expect(read("2035–2035.1 t")).toBe("range 2035..2035.1 t");
    expect(read("2030至2035吨")).toBe("range 2030..2035 t");
    expect(read("2030-2035年扩产")).toBe("");
  });

  it("[MT5] a printed figure reads back as itself", () => {
    fc.assert(
      fc.property(anyFigure, (figure) => {
        const [quantity] = analyzeText(printFigure(figure)).quantities;
        expect(quantity?.op).toBe(figure.op);
        expect(Number(quantity?.value)).toBe(Number(figure.value));
        expect(quantity?.high === undefined ? undefined : Number(quantity.high)).toBe(
          figure.high === undefined ? undefined : Number(figure.high),
        );
        expect(quantity?.unit).toBe(figure.unit);
      }),
    );
  });
});

describe("printing", () => {
  const plain = fc
    .record({
      unit: fc.constantFrom(...units.map(({ id }) => id).filter((id) => !/^(?:1|TRL 1-9)$/.test(id))),
      op: fc.constantFrom(...comparators),
      low: fc.integer({ min: 1, max: 99_999 }),
      width: fc.integer({ min: 1, max: 999 }),
      places: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ unit, op, low, width, places }) => {
      const text = (number: number) => new Decimal(number).div(10 ** places).toFixed();
      return { unit, op, value: text(low), ...(op === "range" ? { high: text(low + width) } : {}) };
    })
    // 1900 years are a date, 2017 to 2036 10kt are 10 kt in those years, 18650 pcs are cells of that form.
    .filter(
      ({ unit, value }) => !/^(?:years|\d.*)$/.test(unit) || Number(value) < 1900 || Number(value) >= 2100,
    )
    .filter(({ unit, value }) => unit !== "pcs" || analyzeText(value).mentions.length === 0);

  it("[MT5] [MT40] in every unit of the chain what is printed reads back as itself", () => {
    fc.assert(
      fc.property(plain, (figure) => {
        const [quantity] = analyzeText(printFigure(figure)).quantities;
        const { op, value, high, unit } = quantity ?? {};
        expect({ op, value, unit, ...(high === undefined ? {} : { high }) }).toEqual(figure);
      }),
      { numRuns: 400 },
    );
  });
});

describe("dates", () => {
  it.each([
    ["2027年4月起供货", "2027-04-01", undefined],
    ["from April 2027", "2027-04-01", undefined],
    ["2027 年一季度起", "2027-01-01", undefined],
    ["deliveries by Q3 2027", undefined, "2027-09-30"],
    ["2027年底前", undefined, "2027-12-31"],
    ["2026-07 至 2027-02", "2026-07-01", "2027-02-28"],
    ["2028年2月交付", "2028-02-01", "2028-02-29"],
    ["2027年1月至12月", "2027-01-01", "2027-12-31"],
    ["2027年1-12月", "2027-01-01", "2027-12-31"],
    ["2027 H1", "2027-01-01", "2027-06-30"],
    ["by end of March 2027", undefined, "2027-03-31"],
    ["before April 2027", undefined, "2027-03-31"],
    ["2027-2028", "2027-01-01", "2028-12-31"],
    ["自2027年4月1日起至2028年3月31日止", "2027-04-01", "2028-03-31"],
    ["2027年10月至次年3月", "2027-10-01", "2028-03-31"],
    ["2027/04/01-2027/09/30", "2027-04-01", "2027-09-30"],
    ["April to September 2027", "2027-04-01", "2027-09-30"],
    ["Q1-Q3 2027", "2027-01-01", "2027-09-30"],
    ["2027年二、三季度", "2027-04-01", "2027-09-30"],
    ["二〇二七年三月", "2027-03-01", "2027-03-31"],
    ["不晚于2027年6月", undefined, "2027-06-30"],
    ["公司成立于2015年,2027年二季度开始供货", "2027-04-01", undefined],
    ["合同签订日期2026-11-01,交货2027年2月", "2027-02-01", "2027-02-28"],
    ["2027年3月10日-12日交货", "2027-03-10", "2027-03-12"],
    ["wanted for spring 2028 (1 March to 15 May)", "2028-03-01", "2028-05-15"],
    ["from the second half of 2027 (1 July to 31 December)", "2027-07-01", "2027-12-31"],
    ["needed from week 10 to week 35 of 2028", "2028-03-06", "2028-09-03"],
    ["至 2027-12-31 可用，从 2027-02-15 开始", "2027-02-15", "2027-12-31"],
    ["shipment in March and May 2027", undefined, undefined],
  ])("[MT6] %s opens %s and closes %s", (text, from, to) => {
    const { window } = readDates(text.replaceAll(" 年", "年").replaceAll(" 至 ", "至"));
    expect([window?.from, window?.to]).toEqual([from, to]);
  });

  it("[MT41] what cannot be dated without asking is named, and no window is made of it", () => {
    const open = (text: string) => readDates(text).open.map(({ doubt }) => doubt);
    expect([readDates("未来三年").window, open("未来三年")]).toEqual([null, ["relative_time"]]);
    expect([readDates("4月起").window, open("4月起")]).toEqual([null, ["no_year"]]);
    expect(open("2027年4月起")).toEqual([]);
  });
});
