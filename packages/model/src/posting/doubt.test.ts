import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  disclosureLevels,
  findContacts,
  findDoubts,
  type PostingContent,
  readAs,
  readerRelations,
} from "./index.ts";

const plain = "电池级碳酸锂，纯度 99.5 %，2027-01-01 起供货；需 12 个月，Ni90、D50 3~12 µm，约 1200 吨。";
const content = (given: Partial<PostingContent>): Partial<PostingContent> => ({
  concept: "li2co3-batt",
  language: "zh",
  title: "电池级碳酸锂",
  figures: [],
  ...given,
});

describe("texts that tell more than their level", () => {
  it.each([
    ["call 138-0013-8000 today", "phone"],
    ["call +31 6 1122 3344 today", "phone"],
    ["电话０７９１－８８８８８８８８", "phone"],
    ["mail sales@cathode.example", "email"],
    ["见 www.cathode.example/about", "link"],
    ["加微信：lithium_88", "handle"],
    ["赣江正极材料的新产线", "name"],
    ["由赣江提供", "name"],
    ["电话 138.0013.8000", "phone"],
    ["电话 138-001-38000", "phone"],
    ["电话 (0791) 8888 8888", "phone"],
    ["加V：lithium88", "handle"],
    ["V信 lithium88", "handle"],
    ["详情加微信", "handle"],
    ["手机微信同号", "handle"],
    ["QQ: lithium88", "handle"],
    ["加wechat lithium_88", "handle"],
  ])("[PO11] finds the contact in %s", (text, doubt) => {
    expect(findContacts(text, ["赣江正极材料有限公司（虚构）"])[0]?.doubt).toBe(doubt);
  });

  it("[PO11] ignores figures, days and products, and quotes the text", () => {
    expect(findContacts(plain, [])).toEqual([]);
    // A name of letters by chance is no messenger.
    expect(findContacts("Test organization hcdqqrTwmJrM", [])).toEqual([]);
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("13912345678", "a@b.example"), (around, contact) => {
        const text = `${around} ${contact} ${around}`;
        const found = findContacts(text, []);
        expect(found.some(({ quote }) => quote.includes(contact))).toBe(true);
        for (const { quote } of found) expect(text.normalize("NFKC")).toContain(quote);
      }),
    );
  });

  it("[PO11] finds the volume in whichever notation, and a figure only where it is narrower than its text", () => {
    const volume = { amount: "12000", unit: "t/a" };
    for (const title of ["年可供 1.2 万吨", "12,000 t a year", "１２０００吨/年"])
      expect(findDoubts(content({ title, volume }), {}, [])).toMatchObject([
        { doubt: "figure", of: "volume" },
      ]);
    const figures = [{ attribute: "purity", op: ">=" as const, value: "99.5", unit: "mass %", hard: true }];
    const open = content({ summary: "纯度 99.5%", figures });
    for (const levels of [
      { figures: "partner" },
      { "figures.purity": "member" },
      { "figures.purity": "own" },
    ] as const)
      expect(findDoubts(open, levels, [])).toMatchObject([{ field: "summary", of: "figures.purity" }]);
    expect(findDoubts(open, { figures: "everyone" }, [])).toEqual([]);
    expect(findDoubts(open, { summary: "partner", figures: "partner" }, [])).toEqual([]);
  });

  it("[PO11] does not ask about an ordinary figure at the level where figures start", () => {
    const figures = [{ attribute: "purity", op: ">=" as const, value: "99.5", unit: "mass %", hard: true }];
    for (const levels of [{}, { figures: "member" }] as const)
      expect(findDoubts(content({ title: "纯度 99.5%", figures }), levels, [])).toEqual([]);
    const walled = [{ attribute: "capacity_ta", op: "=" as const, value: "12000", unit: "t/a", hard: true }];
    expect(findDoubts(content({ title: "1.2 万吨", figures: walled }), {}, [])).toMatchObject([
      { of: "figures.capacity_ta" },
    ]);
  });

  it("[PO11] asks about a figure exactly where it is for fewer readers than the text that repeats it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...disclosureLevels),
        fc.constantFrom(...disclosureLevels),
        fc.constantFrom("summary" as const, "description" as const),
        (figure, text, field) => {
          const figures = [
            { attribute: "purity", op: ">=" as const, value: "99.5", unit: "mass %", hard: true },
          ];
          const levels = { [field]: text, "figures.purity": figure };
          const found = findDoubts(content({ [field]: "纯度 99.5%", figures }), levels, []);
          expect(found.length > 0).toBe(disclosureLevels.indexOf(figure) > disclosureLevels.indexOf(text));
        },
      ),
    );
  });

  it("[PO11] asks about a volume in a text of members, for a competitor reads the text and not the volume", () => {
    const volume = { amount: "3000", unit: "t/a" };
    for (const description of ["年需求 3000 吨", "3000 吨/年", "we need 3,000 t a year", "0.3 万吨"]) {
      const [doubt] = findDoubts(content({ description, volume }), {}, []);
      expect(doubt, description).toMatchObject({ field: "description", of: "volume" });
    }
    const walled = [{ attribute: "capacity_ta", op: "=" as const, value: "3000", unit: "t/a", hard: true }];
    expect(findDoubts(content({ description: "产能 3000 吨", figures: walled }), {}, [])).toHaveLength(1);
    expect(findDoubts(content({ description: "3000 吨", volume }), { description: "partner" }, [])).toEqual(
      [],
    );
  });

  it("[PO11] asks exactly where a reader of the text misses the volume, by the rules of the stored parts", () => {
    const volume = { amount: "3000", unit: "t/a" };
    fc.assert(
      fc.property(
        fc.constantFrom(...disclosureLevels),
        fc.constantFrom(...disclosureLevels),
        (kept, text) => {
          const given = { ...content({ description: "3000 吨", volume }) } as PostingContent;
          const levels = { description: text, volume: kept };
          const isToldToOne = readerRelations.some((reader) => {
            const read = readAs(reader, given, levels);
            return read.description !== undefined && read.volume === undefined;
          });
          expect(findDoubts(given, levels, []).length > 0).toBe(isToldToOne);
        },
      ),
    );
  });

  it("[PO11] bears a form that is being filled in: figures without a number or a unit", () => {
    const unfinished = JSON.parse(
      '{"title":"碳酸锂 1200","volume":{"amount":"1200"},"figures":[{"attribute":""},{"attribute":"purity","op":">="}]}',
    );
    expect(findDoubts(unfinished, {}, [])).toEqual([]);
  });

  it("[PO11] does not warn of a name that everyone reads anyway", () => {
    const named = content({ description: "赣江正极材料" });
    expect(findDoubts(named, {}, ["赣江正极材料"])).toMatchObject([{ field: "description", doubt: "name" }]);
    expect(findDoubts(named, { identity: "everyone" }, ["赣江正极材料"])).toEqual([]);
  });

  it.each([
    "粒径 150、180、200、250 µm",
    "加V2O5-TiO2 催化剂",
    "uses .NET for MES",
    "138.5 t, 0.12 mm, 1.38 V",
  ])("[PO11] raises nothing in %s", (text) => expect(findContacts(text, [])).toEqual([]));

  it("[PO11] knows an own name by its distinctive part, not by a place, a trade or a common word", () => {
    const told = (text: string, name: string) => findContacts(text, [name]).map(({ quote }) => quote);
    expect(told("南岭三期", "南岭正极材料有限公司（虚构）")).toEqual(["南岭"]);
    expect(told("from the Beichuan site", "Beichuan High-Nickel Materials Co., Ltd.")).toEqual(["Beichuan"]);
    for (const [text, name] of [
      ["宜春交货，正极材料", "宜春锂业有限公司"],
      ["国家标准", "国家电池材料集团"],
      ["delivered to Jingmen", "Jingmen Circular Regeneration"],
      ["a Lithium salt", "Lithium Salts Inc."],
      ["kunlunite", "Kunlun Salt Lake Lithium"],
    ] as const)
      expect(told(text, name), name).toEqual([]);
  });

  it("[PO11] finds the money of a price and the names of customers in a text for more readers", () => {
    const price = (given: string) => ({ price: given, customers: "宁德时代新能源、比亚迪，两家头部正极厂" });
    for (const [title, given, quote] of [
      ["求购 目标价8.2万元/吨", "8.2万元/吨", "8.2万元"],
      ["单价 82,000 元/吨", "8.2万元/吨", "82,000 元"],
      ["8.0-8.4万元/吨", "含税 8.4 万元", "8.0-8.4万元"],
      ["at CNY 82,000", "￥82000/t", "82,000"],
    ] as const)
      expect(findDoubts(content({ title, ...price(given) }), {}, []), title).toMatchObject([
        { field: "title", doubt: "figure", of: "price", quote: expect.stringContaining(quote) },
      ]);
    for (const title of ["8.2 µm 粒径", "纯度 3%", "正极厂可用", "两家客户"])
      expect(findDoubts(content({ title, ...price("8.2万元/吨，低于现货 3%") }), {}, []), title).toEqual([]);
    const summary = "已供比亚迪与宁德时代";
    expect(findDoubts(content({ summary, ...price("面议") }), {}, [])).toMatchObject([{ of: "customers" }]);
    // Of members, a competitor reads the text and not the customers; partners read both.
    for (const [level, told] of [
      ["member", 1],
      ["partner", 0],
    ] as const)
      expect(
        findDoubts(content({ summary, ...price("面议") }), { customers: level, summary: level }, []),
      ).toHaveLength(told);
    const figures = [{ attribute: "price", op: "<=" as const, value: "8.2", unit: "10k CNY/t", hard: true }];
    expect(findDoubts(content({ title: "8.2万元/吨", figures }), {}, [])).toMatchObject([
      { of: "figures.price" },
    ]);
  });

  it("[PO11] finds a customer whom a text names by itself, and no kind of customer", () => {
    for (const [description, quote] of [
      ["长协，客户为比亚迪。", "客户为比亚迪"],
      ["主要客户：宁德时代、亿纬", "客户:宁德时代"],
      ["Our customer is BYD, from March on", "customer is BYD"],
    ] as const)
      expect(findDoubts(content({ description }), {}, []), description).toMatchObject([
        { field: "description", doubt: "figure", of: "customers", quote },
      ]);
    for (const description of [
      "客户为动力电池企业",
      "客户包括两家头部正极厂",
      "our customers are battery makers",
    ])
      expect(findDoubts(content({ description }), {}, []), description).toEqual([]);
    const told = content({ description: "客户为比亚迪" });
    expect(findDoubts(told, { customers: "partner", description: "partner" }, [])).toEqual([]);
  });

  it("[PO11] reads the condition of a figure, the economic comparison and the evidence too", () => {
    const figures = [
      {
        attribute: "purity",
        op: ">=" as const,
        value: "99.5",
        unit: "mass %",
        hard: true,
        condition: "电话 13800138000",
      },
    ];
    const comparison = "比现用工艺省两成，见 www.cathode.example";
    expect(findDoubts(content({ comparison }), {}, [])).toMatchObject([
      { field: "comparison", doubt: "link" },
    ]);
    expect(findDoubts(content({ figures, evidence: "见 www.cathode.example" }), {}, [])).toMatchObject([
      { field: "evidence", doubt: "link" },
      { field: "figures.purity", doubt: "phone" },
    ]);
  });

  it("[PO11] repeats nothing without bound but at the end of a pattern, and reads no more than a field may hold", () => {
    const searched = vi.spyOn(String.prototype, "matchAll");
    const description = "\u33c2".repeat(8000);
    findDoubts(content({ description, price: "1", volume: { amount: "1", unit: "t" } }), {}, [
      "赣江正极材料",
    ]);
    const calls = searched.mock.calls.map(([pattern], at) => ({
      source: (pattern as RegExp).source.replaceAll(/\\.|\[(?:\\.|[^\]])*\]/g, "x"),
      length: String(searched.mock.contexts[at]).length,
    }));
    searched.mockRestore();
    expect(calls.length).toBeGreaterThan(5);
    for (const { source, length } of calls) {
      expect(source).not.toMatch(/[+*](?!$)|\{\d+,\}/);
      expect(length).toBeLessThanOrEqual(20_000);
    }
  });
});
