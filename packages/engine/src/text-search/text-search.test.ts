import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readOntology } from "../ontology/index.ts";
import { createTextSearch, type SearchText } from "./index.ts";

const texts: readonly SearchText[] = [
  {
    id: "en-recycle",
    title: "Recycling",
    text: "Recycling of spent batteries with recovery of cobalt and nickel.",
  },
  { id: "en-brine", text: "Lithium carbonate from brine by adsorption in the salt lakes." },
  { id: "en-wave", text: "The shock wave in front of a blunt body at high speed." },
  { id: "zh-recycle", text: "退役电池回收，回收镍和钴。" },
  { id: "zh-brine", text: "盐湖提锂，吸附法生产碳酸锂。" },
  { id: "zh-lfp", text: "磷酸铁锂正极材料，LFP 电池用。" },
];

function filled(documents: readonly SearchText[]) {
  const search = createTextSearch();
  for (const document of documents) search.put(document);
  return search;
}

// The dictionaries are read at the first question.
beforeAll(() => {
  idsOf("battery 电池");
}, 60_000);

function idsOf(query: string, search = filled(texts)): string[] {
  return search.search(query, { k: 10 }).map(({ id }) => id);
}

describe("ranked search", () => {
  it.each([
    ["recycled battery", "en-recycle"],
    ["shock waves", "en-wave"],
    ["電池回收", "zh-recycle"],
    ["ＬＦＰ正极", "zh-lfp"],
  ])("[TS1] %s finds %s first in its own language", (query, first) => {
    expect(idsOf(query)[0]).toBe(first);
  });

  it("[TS2] Chinese finds English and English finds Chinese", () => {
    const english = texts.filter(({ id }) => id.startsWith("en"));
    expect(idsOf("电池回收", filled(english))[0]).toBe("en-recycle");
    expect(idsOf("盐湖", filled(english))[0]).toBe("en-brine");
    const chinese = texts.filter(({ id }) => id.startsWith("zh"));
    expect(idsOf("battery recycling", filled(chinese))[0]).toBe("zh-recycle");
  });

  it("[TS4] in a mixed collection both languages answer, first the one of the question", () => {
    expect(idsOf("电池回收").slice(0, 2).sort()).toEqual(["en-recycle", "zh-recycle"]);
    const alike = filled([
      { id: "en", text: "Battery recycling" },
      { id: "zh", text: "电池回收" },
    ]);
    expect(idsOf("电池回收", alike)).toEqual(["zh", "en"]);
    expect(idsOf("battery recycling", alike)).toEqual(["en", "zh"]);
  });

  it("[TS4] one English text among many Chinese ones answers where it holds the question, and nowhere else", () => {
    const crowd = Array.from({ length: 60 }, (_, at) => ({
      id: `zh-${at}`,
      text: `第${at}号车间的设备与工艺：电池材料、温度、压力、含水量，月产能${at}吨。`,
    }));
    const search = filled([
      ...crowd,
      { id: "zh-dry", text: "真空干燥：含水量低于百万分之二百的正极材料，露点在线监测。" },
      { id: "zh-acid", text: "硫酸镍结晶母液的除油与蒸发设备。" },
      {
        id: "en",
        text: "The pressure and temperature of a material in a heated tube: the flow of water and its low content.",
      },
    ]);
    expect(idsOf("正极材料真空干燥含水量低的设备", search)[0]).toBe("zh-dry");
    expect(idsOf("硫酸镍母液除油设备的温度", search)[0]).toBe("zh-acid");
    expect(idsOf("管中材料的热流", search)[0]).toBe("en");
  });

  it("[TS3] feedback brings what shares no word with the query but much with the best answer", () => {
    const search = filled([
      { id: "a", text: "Spodumene roasting kiln with sulfuric acid" },
      { id: "b", text: "Roasting kiln, sulfuric acid, calcination" },
      ...Array.from({ length: 30 }, (_, at) => ({ id: `x${at}`, text: `Unrelated subject number ${at}` })),
    ]);
    expect(idsOf("spodumene", search)).toEqual(["a", "b"]);
    expect(search.search("spodumene", { k: 10, lends: false }).map(({ id }) => id)).toEqual(["a"]);
  });

  it("[TS1] a query of only common words is still asked; an empty one finds nothing", () => {
    expect(idsOf("?!")).toEqual([]);
    expect(() => idsOf("what is it")).not.toThrow();
  });

  it("[TS1] answers do not depend on the order of insertion nor on what was taken out", () => {
    const inOrder = filled(texts);
    fc.assert(
      fc.property(fc.shuffledSubarray([...texts], { minLength: texts.length }), (shuffled) => {
        const search = filled([{ id: "gone", text: "battery 电池 Jackson" }, ...shuffled]);
        search.put({ id: "zh-lfp", text: "replaced later" });
        search.put(texts[5] ?? { id: "", text: "" });
        expect(search.remove("gone")).toBe(true);
        expect(search.remove("gone")).toBe(false);
        for (const query of ["电池回收", "lithium recovery", "LFP"])
          expect(search.search(query, { k: 4 })).toEqual(inOrder.search(query, { k: 4 }));
      }),
      { numRuns: 4 },
    );
  });

  it("[TS5] concepts of any field join titles that share no word, in both languages", () => {
    const ontology = readOntology({
      concepts: [
        { id: "dev", en: "software developer", synonyms: ["programmer", "application engineer"] },
        { id: "nurse", en: "nurse", synonyms: ["nursing officer"] },
      ],
      edges: [],
    });
    const search = createTextSearch({ ontology });
    for (const [id, text] of [
      ["a", "programmer"],
      ["b", "nursing officer"],
      ["c", "truck driver"],
    ] as const)
      search.put({ id, text });
    expect(search.search("software developer", { k: 1 })[0]?.id).toBe("a");
    expect(search.search("软件开发者", { k: 1 })[0]?.id).toBe("a");
    expect(search.search("护士", { k: 1 })[0]?.id).toBe("b");
  });
});
