import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDoubts } from "./doubt.ts";
import { cutTold, replaceName, restAround, takeOut } from "./take-out.ts";

it("[PO11] shows how a text reads around what went, in whole words, and nothing where all went", () => {
  const text = "We look for black mass of NCM cells, about 40 t per month from April, delivered to Antwerp.";
  expect(restAround(text, takeOut(text, "about 40 t per month from April"))).toBe(
    "…for black mass of NCM cells, delivered to Antwerp.",
  );
  expect(restAround("碳酸锂，价格 8.5 万元，月付", "碳酸锂，月付")).toBe("碳酸锂，月付");
  expect(restAround("40 t", "")).toBe("");
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.nat(), fc.nat(), (given, from, length) => {
      const start = from % (given.length + 1);
      const rest = given.slice(0, start) + given.slice(start + length);
      const shown = restAround(given, rest).replaceAll("…", "");
      expect(rest.replaceAll("…", "").replace(/\s+/g, " ")).toContain(shown);
    }),
  );
});

describe("words that are taken out", () => {
  it.each([
    ["碳酸锂，价格不超过 8.5 万元/吨，月付", "8.5 万元", "碳酸锂，月付"],
    [
      "500 kg big bags, CIF Busan. We paid 9.8 USD/kg last time and can go up to 10.2. Packed dry.",
      "9.8 USD/kg",
      "500 kg big bags, CIF Busan. Packed dry.",
    ],
    [
      "Dear team. We need 12 t until the end of the year, in 250 kg drums. Thanks.",
      "12 t",
      "Dear team. In 250 kg drums. Thanks.",
    ],
    [
      "LiFSI. Our budget is CNY 62,000 per tonne delivered, VAT included.",
      "CNY 62,000 per tonne",
      "LiFSI. VAT included.",
    ],
    ["LiFSI. Lead time after order should not exceed 6 weeks. In drums.", "6 weeks", "LiFSI. In drums."],
    [
      "The project is planned for 24 months with a budget of 3 million yuan, half of which is secured. We look for a maker.",
      "3 million yuan",
      "The project is planned for 24 months. We look for a maker.",
    ],
    ["4. 按月交货。\n5. 年采购量3600吨。\n6. 样品2kg。", "年采购量3600吨", "4. 按月交货。\n6. 样品2kg。"],
    [
      "采购氢氧化锂。1. 主含量高。3. 最高限价 7.8 万元/吨。4. 付款从速。",
      "7.8 万元/吨",
      "采购氢氧化锂。1. 主含量高。4. 付款从速。",
    ],
    [
      "We can offer 25 MT PVDF per month CIF Shanghai, with a discount.",
      "25 MT",
      "We can offer PVDF CIF Shanghai, with a discount.",
    ],
    [
      "LiPF6. Our target price is CNY 62,000 per tonne excluding VAT, payment 30 days net.",
      "62,000",
      "LiPF6. Payment 30 days net.",
    ],
    [
      "氢氧化锂。3.4 最高限价 7.8 万元/吨（含13%增值税），超过限价的投标作废。",
      "7.8 万元/吨",
      "氢氧化锂。3.4 超过限价的投标作废。",
    ],
    ["氢氧化锂，数量 120 吨（允许 ±5%），分三批。", "120 吨", "氢氧化锂。"],
    [
      "氢氧化锂，分三批。首批 40 吨须于 2027 年 1 月 20 日前送达宁德。按月付款。",
      "40 吨",
      "氢氧化锂，分三批。按月付款。",
    ],
    ["首批 120 吨，再 120 吨，按月", "120 吨", "按月"],
    ["首批 １２０ 吨", "120 吨", "首批"],
    ["电话 138 0000 0000。", "138 0000 0000", "电话。"],
    ["LFP cells, price at most 8.5 CNY/t. Monthly.", "8.5 CNY", "LFP cells. Monthly."],
    [
      "Battery-grade monohydrate, 450 t in 2027, then 600 t in 2028.",
      "450 t",
      "Battery-grade monohydrate, then 600 t in 2028.",
    ],
    ["Battery-grade monohydrate, then 600 t in 2028.", "600 t", "Battery-grade monohydrate."],
    [
      "We need 450 t of lithium hydroxide a year, monthly.",
      "450 t",
      "We need lithium hydroxide a year, monthly.",
    ],
    ["450 t of lithium hydroxide, monthly.", "450 t", "Lithium hydroxide, monthly."],
    ["采购电池级氢氧化锂 3600 吨/年，按月交货。", "3600 吨", "采购电池级氢氧化锂，按月交货。"],
    ["3.1 氢氧化锂。3.4 年采购量3600吨，按月交货。", "3600吨", "3.1 氢氧化锂。3.4 按月交货。"],
    [
      "3.1 氢氧化锂。3.3 年采购量3600吨。3.4 样品2kg。",
      "3600吨",
      "3.1 氢氧化锂。3.3 年采购量。3.4 样品2kg。",
    ],
    ["循环 3000 次，收率 85% 以上，年溶损最好不超过 1.5%。", "85%", "循环 3000 次，年溶损最好不超过 1.5%。"],
    ["LFP (450 t) for cells.", "450 t", "LFP for cells."],
    ["首批 120 吨，2027 年 6 月底前到厂。", "120 吨", "2027 年 6 月底前到厂。"],
    ["125 t, then 5 t more", "5 t", "125 t, then more"],
    // Of a list of amounts none stays behind.
    ["求购碳酸锂，一季度50吨、二季度60吨、三季度70吨，到厂山东。", "60吨", "求购碳酸锂，到厂山东。"],
    [
      "We need LFP: 50 t in Q1, 60 t in Q2 and 70 t in Q3, delivered to Shandong.",
      "50 t",
      "We need LFP, delivered to Shandong.",
    ],
    ["碳酸锂，1月20吨，2月30吨，3月40吨，月付。", "20吨", "碳酸锂，月付。"],
    ["三种规格，月供货分别为20吨、30吨和40吨。", "30吨", "三种规格，月供货。"],
    ["纯度≥99.5%；数量：首批20吨、之后每月50吨、全年600吨；月付。", "600吨", "纯度≥99.5%；月付。"],
    ["碳酸锂，每月不少于90吨，不超过120吨，月付。", "120吨", "碳酸锂，月付。"],
    [
      "- LFP, dry\n- Quantity: between 40 and 60 t a month, from June\n- CIF",
      "40 and 60 t",
      "- LFP, dry\n- from June\n- CIF",
    ],
    ["- CIF\n- Minimum order 20 t, lead time short", "20 t", "- CIF\n- lead time short"],
    ["- CIF\n- Quantity 20 t\n- Dry", "20 t", "- CIF\n- Dry"],
    ["Lots of 20, 30 and 40 t in January, February and March. CIF.", "40 t", "Lots. CIF."],
    ["碳酸锂（50吨）、氢氧化锂（20吨）长期求购。", "50吨", "碳酸锂、氢氧化锂（20吨）长期求购。"],
    ["Needs:\n- LFP, 600 t a year\n- NCM811, 200 t a year", "600 t", "Needs:\n- LFP\n- NCM811, 200 t a year"],
    ["一、碳酸锂\n二、单价：不高于8.5万元/吨\n三、月付", "8.5万元/吨", "一、碳酸锂\n二、单价：\n三、月付"],
    ["nothing of it", "120 t", "nothing of it"],
  ])("[PO11] %s", (text, quote, rest) => {
    expect(takeOut(text, quote)).toBe(rest);
  });

  it.each([
    ["Beichuan seeks LFP cathode, 20 t.", "Beichuan", "Our company seeks LFP cathode, 20 t."],
    ["LFP for Beichuan, monthly.", "Beichuan", "LFP for our company, monthly."],
    ["南岭正极材料有限公司求购碳酸锂，月付", "南岭正极材料有限公司", "我司求购碳酸锂，月付"],
    ["nothing of it", "Beichuan", "nothing of it"],
    ["at the Beichuan company, monthly", "Beichuan", "at our company, monthly"],
  ])("[PO11] only the own name goes: %s", (text, quote, rest) => {
    expect(replaceName(text, quote)).toBe(rest);
  });

  it.each([
    ["手上现货三元黑粉80吨,镍钴合计32个点", "80吨", "手上现货三元黑粉,镍钴合计32个点", "80吨"],
    ["后面每月还能出20吨,想找长期的下家", "20吨", "想找长期的下家", "后面每月还能出20吨"],
    ["三元黑粉,加微信heifen888,随时看样", "加微信heifen888", "三元黑粉,随时看样", "加微信heifen888"],
    [
      "电池级氢氧化锂,全年1800吨,分12个月,每批次附第三方检测报告。",
      "1800吨",
      "电池级氢氧化锂,每批次附第三方检测报告。",
      "全年1800吨,分12个月",
    ],
    ["氢氧化锂全年1800吨,现款", "1800吨", "氢氧化锂,现款", "全年1800吨"],
    ["纯度99.5%,每批次30吨并附第三方检测报告", "30吨", "纯度99.5%,附第三方检测报告", "每批次30吨并"],
    [
      "We want to reach TRL 6. Please write to Prof. Xu Jing, xujing@university.example.",
      "Prof. Xu Jing, xujing@university.example",
      "We want to reach TRL 6.",
      "Please write to Prof. Xu Jing, xujing@university.example",
    ],
    [
      "lithium hydroxide加微信heifen888. 现货",
      "加微信heifen888",
      "lithium hydroxide. 现货",
      "加微信heifen888",
    ],
    ["We need about 40 tonnes of LiPF6 per month.", "40 t", "We need LiPF6.", "about 40 tonnes of"],
    [
      "Samples first. Our target price is around 62,000 yuan per tonne including VAT. Please quote.",
      "62,000 yuan",
      "Samples first. Please quote.",
      "Our target price is around 62,000 yuan per tonne including VAT",
    ],
    [
      "We contribute two students; the budget is about 4 million yuan and the call closes on 31 March 2027.",
      "4 million yuan",
      "We contribute two students; the call closes on 31 March 2027.",
      "the budget is about 4 million yuan and",
    ],
    ["80吨。\n\n\n三元黑粉,现货。", "80吨", "三元黑粉,现货。", "80吨"],
    ["三元黑粉。\n\n80吨。\n\n现货。", "80吨", "三元黑粉。\n\n现货。", "80吨"],
  ])("[PO11] %s without %s", (text, quote, rest, words) => {
    expect(cutTold(text, quote)).toEqual({ rest, words: [words] });
  });

  it("[PO11] what goes are the words that are told to go and joining marks, and the goods stay", () => {
    const goods = fc.constantFrom("三元黑粉", "电池级碳酸锂", "lithium hydroxide", "NCM811");
    const pieces = fc.constantFrom(
      "手上现货",
      "镍钴合计32个点",
      "长期供应",
      "加微信heifen888",
      "李工",
      "We want to reach TRL 6",
      "monthly",
      "每批次并附报告",
      "Prof. Xu Jing, xujing@university.example",
      "年采购量",
      "",
    );
    const stops = fc.constantFrom(",", "，", "。", ". ", "\n", "\n\n", "；");
    const told = fc.constantFrom(
      "80吨",
      "120 t",
      "8.5 万元",
      "加微信heifen888",
      "客户为比亚迪",
      "13812345678",
    );
    fc.assert(
      fc.property(
        goods,
        fc.array(fc.tuple(pieces, stops), { maxLength: 5 }),
        told,
        fc.boolean(),
        fc.array(fc.tuple(stops, pieces), { maxLength: 5 }),
        (name, head, quote, isJoined, tail) => {
          const text =
            `${head.flat().join("")}${name}${isJoined ? "" : "，"}${quote}${tail.flat().join("")}`.trimStart();
          const { rest, words } = cutTold(text, quote);
          const letters = (given: string) =>
            [...given.toLowerCase().matchAll(/[\p{L}\p{N}@]/gu)].map(([one]) => one);
          const left = letters(rest);
          let at = 0;
          for (const letter of letters(text)) if (letter === left[at]) at += 1;
          expect(at).toBe(left.length);
          const count = (given: readonly string[]) => given.toSorted().join("");
          // The same words may go at several places.
          if (text.split(quote).length === 2)
            expect(count([...left, ...letters(words.join(""))])).toBe(count(letters(text)));
          expect(rest.toLowerCase()).toContain(name.toLowerCase());
          expect(rest).not.toMatch(/^\s/);
        },
      ),
    );
  });

  const word = fc.string({ unit: fc.constantFrom("a", "吨", " ", "㎡"), maxLength: 12 });
  const part = fc.string({ unit: fc.constantFrom("a", "１", "1", "吨", " ", "㎡"), maxLength: 12 });

  it.each([
    [
      "We work at the Donghai institute on sulfides.",
      "Donghai Institute",
      "We work at our institute on sulfides.",
    ],
    ["The Donghai University of Science seeks", "Donghai University", "Our university seeks"],
    ["东海研究院求购", "东海研究院", "本院求购"],
    ["东海大学课题组求购", "东海大学", "本校课题组求购"],
    ["东海新材料求购", "东海新材料有限公司", "我司新材料求购"],
  ])("[PO11] a body is called what it is: %s", (text, name, rest) => {
    expect(replaceName(text, name.slice(0, /^\p{Script=Han}/u.test(name) ? 2 : 7), [name])).toBe(rest);
  });

  it("[PO11] several clauses: that of the words is gone with one comma, and every other stays", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), word, word, fc.nat(), (others, before, after, at) => {
        const clauses = ["a", ...others.map((one) => `x${one}x`)];
        const told = clauses.toSpliced(at % (clauses.length + 1), 0, `x${before}#120t#${after}x`);
        expect(takeOut(told.join("，"), "#120t#")).toBe(clauses.join("，"));
      }),
    );
  });

  it("[PO11] what stays of any text stood in it, in its order, and no mark is put in", () => {
    fc.assert(
      fc.property(fc.array(part), part, part, (others, before, after) => {
        const text = [...others, `${before}120 t${after}`, ...others].join(", ");
        const letters = [...takeOut(text, "120 t").toLowerCase()];
        let at = 0;
        for (const letter of text.toLowerCase()) if (letter === letters[at]) at += 1;
        expect(at).toBe(letters.length);
      }),
    );
  });

  it("[PO11] a hint whose words are taken out is no hint any more", () => {
    const content = { title: "求购吸附剂 1.2 万吨", volume: { amount: "12000", unit: "t" } };
    const [doubt] = findDoubts(content, {}, []);
    expect(doubt?.of).toBe("volume");
    expect(findDoubts({ ...content, title: takeOut(content.title, doubt?.quote ?? "") }, {}, [])).toEqual([]);
  });
});
