import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyzeText } from "../analyze/analyze-text.ts";

const han = "零一二三四五六七八九";
const ones =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** A number in full Chinese words, by the rule of school: digits with their multipliers, one 零 for a gap. */
function sayHan(number: number): string {
  const section = (part: number): string => {
    const digits = [...String(part)].map(Number);
    return digits
      .map((digit, index) => {
        const unit = ["", "十", "百", "千"][digits.length - 1 - index] ?? "";
        if (digit > 0) return `${han[digit]}${unit}`;
        return digits.slice(index + 1).some((next) => next > 0) && digits[index - 1] !== 0 ? "零" : "";
      })
      .join("");
  };
  if (number < 10_000) return section(number);
  const [high, low] = [Math.floor(number / 10_000), number % 10_000];
  return `${section(high)}万${low === 0 ? "" : `${low < 1000 ? "零" : ""}${section(low)}`}`;
}

function sayEnglish(number: number): string {
  if (number < 20) return ones[number] ?? "";
  if (number < 100)
    return `${tens[Math.floor(number / 10)]}${number % 10 === 0 ? "" : `-${ones[number % 10]}`}`;
  if (number < 1000) {
    const rest = number % 100;
    return `${ones[Math.floor(number / 100)]} hundred${rest === 0 ? "" : ` and ${sayEnglish(rest)}`}`;
  }
  return `${sayEnglish(number / 1000)} thousand`;
}

function read(text: string): string {
  return analyzeText(text)
    .quantities.map(({ op, value, high, unit, doubt }) =>
      doubt
        ? `? ${doubt}`
        : `${op} ${Number(value)}${high === undefined ? "" : `..${Number(high)}`} ${unit ?? "1"}`,
    )
    .join(" | ");
}

const whole = fc.integer({ min: 2, max: 9_999_999 });
const small = fc.integer({ min: 2, max: 9999 });
const digit = fc.integer({ min: 1, max: 9 });
const decimals = fc.array(digit, { minLength: 1, maxLength: 3 });

describe("numerals of speech", () => {
  it("[MT92] a number in Chinese words is that number", () => {
    fc.assert(
      fc.property(whole, (number) => {
        expect(read(`共${sayHan(number)}吨`)).toBe(`= ${number} t`);
      }),
    );
  });

  it("[MT92] with decimals as well, and as a share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 99 }), decimals, (number, tail) => {
        // 六二二 is a cathode.
        fc.pre(!/^(?:111|[568]\d\d)$/.test(tail.join("")));
        const spoken = `${sayHan(number)}点${tail.map((each) => han[each]).join("")}`;
        const value = Number(`${number}.${tail.join("")}`);
        expect(read(`共${spoken}吨`)).toBe(`= ${value} t`);
        expect(read(`锂百分之${spoken}以上`)).toBe(`>= ${value} %`);
      }),
    );
  });

  it("[MT92] a digit behind a multiplier stands one order lower: 一万二, 三千五, 1.2万, 3千5", () => {
    fc.assert(
      fc.property(
        digit,
        fc.integer({ min: 2, max: 9 }),
        fc.constantFrom(["千", 1e3], ["万", 1e4]),
        (high, low, [name, scale]) => {
          const value = high * Number(scale) + (low * Number(scale)) / 10;
          expect(read(`共${han[high]}${name}${han[low]}吨`)).toBe(`= ${value} t`);
          expect(read(`共${high}${name}${low}吨`)).toBe(`= ${value} t`);
          expect(read(`共${high}.${low}万吨`)).toBe(`= ${high * 1e4 + low * 1e3} t`);
        },
      ),
    );
  });

  it("[MT92] two digits in a row are a range: 两三百吨", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(["", 1], ["十", 10], ["百", 100], ["千", 1000], ["万", 1e4]),
        (low, [name, scale]) => {
          const text = `约${low === 2 ? "两" : han[low]}${han[low + 1]}${name}公斤`;
          expect(read(text)).toBe(`range ${low * Number(scale)}..${(low + 1) * Number(scale)} kg`);
        },
      ),
    );
  });

  it("[MT92] a range in words has the unit at its end", () => {
    fc.assert(
      fc.property(small, small, (one, other) => {
        fc.pre(one < other);
        expect(read(`要${sayHan(one)}到${sayHan(other)}吨`)).toBe(`range ${one}..${other} t`);
      }),
    );
  });

  it("[MT92] English words are that number, and a point parts its decimals", () => {
    const spoken = fc.oneof(
      fc.integer({ min: 2, max: 999 }),
      fc.integer({ min: 2, max: 99 }).map((number) => number * 1000),
    );
    fc.assert(
      fc.property(spoken, (number) => {
        expect(read(`we need ${sayEnglish(number)} tonnes`)).toBe(`= ${number} t`);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 21, max: 99 }), decimals, (number, tail) => {
        const value = Number(`${number}.${tail.join("")}`);
        const words = tail.map((each) => ones[each]).join(" ");
        expect(read(`${sayEnglish(number)} point ${words} per cent`)).toBe(`= ${value} %`);
      }),
    );
    // Said alone, these decimals are a grade of cathode.
    expect(read("twenty-one point eight one one per cent")).toBe("= 21.811 %");
  });

  it("[MT92] dozens count twelve, and two or three is a range", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), (number) => {
        expect(read(`${sayEnglish(number)} dozen tonnes`)).toBe(`= ${number * 12} t`);
        expect(read(`${sayEnglish(number)} or ${sayEnglish(number + 1)} tonnes`)).toBe(
          `range ${number}..${number + 1} t`,
        );
      }),
    );
    expect(read("half a dozen tonnes")).toBe("= 6 t");
    expect(read("one and a half tonnes")).toBe("= 1.5 t");
    expect(read("2–3k t")).toBe("range 2000..3000 t");
  });

  it("[MT92] a range may go over its unit: 20 kg up to 1 t", () => {
    const joints = fc.constantFrom(" up to ", " to ", "至", "到");
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 50 }),
        joints,
        (low, high, joint) => {
          expect(read(`${low} kg${joint}${high} t, please`)).toBe(`range ${low / 1000}..${high} t`);
        },
      ),
    );
  });

  it.each([
    ["半吨", "= 0.5 t"],
    ["百来吨", "about 100 t"],
    ["一两吨", "range 1..2 t"],
    ["三五吨", "? vague"],
    ["二十多吨", ">= 20 t"],
    ["twenty-odd tonnes", ">= 20 t"],
    ["百分之三至百分之五", "range 3..5 %"],
    ["八九成", "range 80..90 %"],
    ["价格七八万一吨", "range 70000..80000 CNY/t"],
    ["碳酸锂,73000一吨", "= 73000 CNY/t"],
    ["黑粉 12500/吨", "= 12500 CNY/t"],
    ["电芯0.35元一瓦时", "= 0.35 CNY/Wh"],
    ["铁锂电池包8毛一瓦时", "= 0.8 CNY/Wh"],
    ["电芯三毛五一瓦时", "= 0.35 CNY/Wh"],
  ])("[MT92] %s", (text, wanted) => {
    expect(read(text)).toBe(wanted);
  });
});
