import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readerHalf, readerHalves } from "./reader-half.ts";

describe("own words in two languages", () => {
  const both = "低温电解液与界面成膜 / Electrolytes for low temperature and their interphases";

  it("[OW1] are read by the half of the reader", () => {
    expect(readerHalf(both, "en")).toBe("Electrolytes for low temperature and their interphases");
    expect(readerHalf(both, "zh-CN")).toBe("低温电解液与界面成膜");
    expect(readerHalf("800 包/年。\n第二段。 / 800 packs a year.\nA second part.", "zh-CN")).toBe(
      "800 包/年。\n第二段。",
    );
    expect(readerHalf("镁锂质量比 / Ratio of Mg/Li by mass", "en")).toBe("Ratio of Mg/Li by mass");
  });

  it.each([
    "电解液 / LiPF6",
    "电解液 / LiPF6 in EC and DMC",
    "镍钴锰 / Ni Co Mn",
    "宁德时代 / CATL",
    "碳酸锂 / kg",
    "大柴旦 / Da Qaidam",
    "Lithium from brines / 盐湖提锂的三种路线",
    "盐湖提锂/lithium from high brines",
    "正极 / cathode made for 某公司 only",
    "Precursor / cathode / cell in one plant",
    " / three more words",
  ])("[OW1] keeps %s whole: it has no two halves", (text) => {
    expect(readerHalf(text, "en")).toBe(text);
    expect(readerHalf(text, "zh-CN")).toBe(text);
  });

  it("[OW1] lose nothing where there is no divider, and are made of both halves where there is one", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("", "锂盐", " / ", " in three words"),
        (a, b) => {
          const text = `${a}${b}${a}`;
          const [zh, en] = [readerHalf(text, "zh-CN"), readerHalf(text, "en")];
          if (zh === en) expect(zh).toBe(text);
          else expect(`${zh} / ${en}`).toBe(text);
          if (!text.includes(" / ")) expect(zh).toBe(text);
        },
      ),
    );
  });

  it("[OW1] give back what two halves were put together from", () => {
    const chinese = fc.constantFrom("钛系吸附剂成型(虚构)", "2026年 200 次循环", "一、二\n三");
    const english = fc.constantFrom(
      "shaping of titanium sorbents",
      "In 2026, 200 cycles of use",
      "One and two\nand three",
    );
    fc.assert(
      fc.property(chinese, english, (zh, en) => {
        expect(readerHalf(`${zh} / ${en}`, "zh-CN")).toBe(zh);
        expect(readerHalf(`${zh} / ${en}`, "en")).toBe(en);
      }),
    );
  });

  it("[OW1] are found wherever they stand in data", () => {
    const at = new Date(0);
    const data = { at, none: null, items: [{ text: both, count: 2 }] };
    expect(readerHalves(data, "zh-CN")).toEqual({
      at,
      none: null,
      items: [{ text: "低温电解液与界面成膜", count: 2 }],
    });
  });
});
