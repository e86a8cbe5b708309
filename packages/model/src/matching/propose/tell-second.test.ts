import { describe, expect, it } from "vitest";
import type { PostingKind } from "../../posting/index.ts";
import { proposeDraft } from "./ask-figure.ts";

const read = (text: string, kind: PostingKind, concept?: string) => {
  const { figures, volume, window, asked } = proposeDraft(text, "2026-12-01", kind, concept);
  return {
    figures: figures.map(({ value: { attribute, value } }) => `${attribute} ${value}`),
    volume: volume && `${volume.value.amount} ${volume.value.unit}`,
    window: window?.value ?? null,
    others: asked.flatMap(({ value, source, isAside, answers }) =>
      value.doubt === "other_product" ? [{ source, isAside, answers: answers.length }] : [],
    ),
  };
};

const chat =
  "我们厂出三元黑粉,一个月200吨左右,镍钴合计35个点。1月份开始可以发货。还能收退役磷酸铁锂包,一个月500吨,单价9000元/吨,3月底前都收。";

describe("[MT103] a second product of a text", () => {
  it("gives its amount, price and dates to nothing of the first, and asks once", () => {
    expect(read(chat, "capability")).toEqual({
      figures: ["mass_ni_co 35"],
      volume: "200 t/month",
      window: { from: "2027-01-01" },
      others: [
        { source: "500吨", isAside: false, answers: 0 },
        { source: "9000元/吨", isAside: true, answers: 0 },
      ],
    });
  });

  it("is the first where the form has chosen it", () => {
    const { volume, others } = read(chat, "capability", "eol-lfp");
    expect(volume).toBe("500 t/month");
    expect(others.filter(({ isAside }) => !isAside)).toEqual([
      { source: "200吨左右", isAside: false, answers: 0 },
    ]);
  });

  it("is told by its clause, its line or the amount that it is joined to", () => {
    expect(
      read(
        "retired LFP packs for sale, 120 t, SOH about 70 %.\nNCM black mass 80 t/month, Ni 22%.",
        "capability",
      ),
    ).toMatchObject({
      figures: ["soh 70"],
      volume: "120 t",
      others: [{ isAside: false }, { isAside: true }],
    });
    expect(
      read(
        "We need 200 t of lithium carbonate, purity 99.5 %, and 50 t of lithium hydroxide, by June 2027.",
        "need",
      ),
    ).toMatchObject({ volume: "200 t", window: { to: "2027-06-30" }, others: [{ source: "50 t" }] });
  });

  it("is a fellow kind only where it comes besides, also of a plant that is named by its process", () => {
    expect(
      read(
        "Hydromet plant buys NCM black mass, 500 t per month, Li min 3.5 %. We can also take LFP black mass, 200 t per month, Li min 2.5 %.",
        "need",
      ),
    ).toMatchObject({
      figures: ["mass_li 3.5"],
      volume: "500 t/month",
      others: [{ source: "200 t per month" }, {}],
    });
  });

  it("is none in a list, as a kind of the first, or without an amount", () => {
    for (const text of [
      "采购碳酸锂、氢氧化锂各100吨",
      "LFP cathode powder, 300 t per month, also for prismatic cells, capacity 158 mAh/g",
      "供应三元黑粉80吨,也可回收退役电池包,镍22%",
      "Graphite recycler needs 5,000 t of anode scrap per year, moisture < 5 %",
      "氯化锂溶液外售，LiCl 30%以上，硼低于50 ppm，槽车30吨装",
      "Could you supply 18 t of anhydrous LiOH? Carbonate must stay under 0.5 %, and each bag no heavier than 500 kg",
    ])
      expect(read(text, "capability").others).toEqual([]);
  });
});
