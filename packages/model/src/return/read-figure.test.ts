import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FigureTarget, readFigure, unitsFor } from "./index.ts";

const tonnes: FigureTarget = { unit: "t", decimals: 3, nonNegative: true };
const lce: FigureTarget = { ...tonnes, unit: "t LCE" };
const percent: FigureTarget = { unit: "%", decimals: 2, nonNegative: true };
const energy: FigureTarget = { unit: "GWh", decimals: 6, nonNegative: true };
const money: FigureTarget = { unit: "10k CNY", decimals: 4, nonNegative: true };
const count: FigureTarget = { unit: "count", decimals: 0, nonNegative: true };
const read = (raw: string, target: FigureTarget, unit = "") => {
  const found = readFigure(raw, unit, target);
  return found.ok ? found.value : found.rule;
};

const decimals = fc
  .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 999 }))
  .map(([whole, part]) => (part === 0 ? `${whole}` : `${whole}.${String(part).padStart(3, "0")}`));

describe("reading figures", () => {
  it("[RT6] reads what is written, digit by digit, in each spelling of the same number", () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const exact = new Decimal(text).toFixed();
        const [whole = "", part] = text.split(".");
        const group = (mark: string) =>
          whole.replaceAll(/\B(?=(\d{3})+$)/g, mark) + (part === undefined ? "" : `.${part}`);
        const wide = text.replaceAll(/[\d.]/g, (one) => String.fromCodePoint(one.charCodeAt(0) + 0xfee0));
        for (const spelled of [text, ` ${text} `, group(","), group("，"), group(" "), group("\u00a0"), wide])
          expect(read(spelled, tonnes), spelled).toBe(exact);
      }),
    );
  });

  it("[RT6] converts exactly and back, whatever the unit offered", () => {
    for (const target of [tonnes, lce, energy, money])
      for (const unit of unitsFor(target))
        fc.assert(
          fc.property(decimals, (text) => {
            const found = readFigure(text, unit, target);
            expect(found.ok).toBe(true);
            if (!found.ok) return;
            const again = readFigure(found.value, target.unit, target);
            expect(again.ok && again.value).toBe(found.value);
          }),
          { numRuns: 20 },
        );
  });

  it("[RT6] takes no text for a number that is none, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...[..."0123456789.,-+ eE万亿吨tkg%'/()~约"]) }),
        (text) => {
          const found = readFigure(text, "", tonnes);
          if (found.ok) expect(new Decimal(found.value).isNegative()).toBe(false);
          expect(readFigure(text, "", tonnes)).toEqual(found);
        },
      ),
    );
  });

  it.each([
    ["3.2万吨", tonnes, "", "32000"],
    ["３．２万吨", tonnes, "", "32000"],
    ["3.2万", tonnes, "t", "32000"],
    ["3.2", tonnes, "10kt", "32000"],
    ["3.2", tonnes, "万吨", "32000"],
    ["0.5 kt", tonnes, "", "500"],
    ["12,500 kg", tonnes, "", "12.5"],
    ["1.5万吨LCE", lce, "", "15000"],
    ["37.4%", percent, "", "37.4"],
    ["37.4％", percent, "", "37.4"],
    ["0.374", percent, "1", "37.4"],
    ["1500 MWh", energy, "", "1.5"],
    ["1500000", energy, "kWh", "1.5"],
    ["2.5", money, "亿元", "25000"],
    ["2.5亿元", money, "", "25000"],
    ["1,234", count, "", "1234"],
    ["1.2E+5", tonnes, "", "120000"],
    ["-0", tonnes, "", "0"],
  ] as const)("[RT6] %s is read", (raw, target, unit, value) => {
    expect(read(raw, target, unit)).toBe(value);
  });

  it.each([
    ["1,234.5.6", tonnes, "", "separators"],
    ["1.234,5", tonnes, "", "separators"],
    ["12,34", tonnes, "", "separators"],
    ["99,5", tonnes, "", "separators"],
    ["0,123", tonnes, "", "separators"],
    ["1,234 567", tonnes, "", "separators"],
    ["1 2", tonnes, "", "separators"],
    ["", tonnes, "", "empty"],
    ["约3", tonnes, "", "notANumber"],
    ["(120)", tonnes, "", "notANumber"],
    ["3-5", tonnes, "", "unitUnknown"],
    ["三万", tonnes, "", "notANumber"],
    ["12 t LCE", tonnes, "", "unitMismatch"],
    ["12 t", lce, "", "unitMismatch"],
    ["12 GWh", tonnes, "", "unitMismatch"],
    ["12 kg", tonnes, "kt", "unitTwice"],
    ["3.2万", tonnes, "10kt", "unitTwice"],
    ["12 mt", tonnes, "", "unitUnknown"],
    ["12 mWh", energy, "", "unitUnknown"],
    ["37.4", percent, "1", "ratioAboveOne"],
    ["-3", tonnes, "", "negative"],
    ["1.5", count, "", "notWhole"],
    ["1e15 kt", tonnes, "", "tooLarge"],
    ["12", tonnes, "furlong", "unitUnknown"],
    ["9".repeat(80), tonnes, "", "notANumber"],
  ] as const)("[RT6] %s is refused", (raw, target, unit, rule) => {
    expect(read(raw, target, unit)).toBe(rule);
  });
});
