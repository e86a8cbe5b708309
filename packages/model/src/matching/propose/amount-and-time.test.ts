import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proposeDraft } from "./ask-figure.ts";
import { withoutTimes } from "./tell-time.ts";

const today = "2026-12-01";
const volumeOf = (text: string) => {
  const { amount, unit, from, to } = proposeDraft(text, today, "need").volume?.value ?? {};
  return amount === undefined ? null : [amount, unit, from, to].filter(Boolean).join(" ");
};

describe("amounts and the times around them", () => {
  it.each([
    ["about 40 t per month of lithium carbonate wanted", true],
    ["求购碳酸锂40吨左右", true],
    ["求购碳酸锂40吨", undefined],
  ])("[PO16] whether an amount is a round one: %s", (text, isRound) => {
    expect(proposeDraft(text, today, "need").volume?.isRound).toBe(isRound);
  });

  it.each([
    ["2027年3月起至年底每月约200吨", "200 t/month 2027-03-01 2027-12-31"],
    ["2027年3月起每月约200吨", "200 t/month 2027-03-01"],
    ["每月200吨，2027年3月至12月", "200 t/month 2027-03-01 2027-12-31"],
    ["每月200吨，2027年全年供货", "200 t/month 2027-01-01 2027-12-31"],
    ["从2027年4月到年底，每月两百吨", "200 t/month 2027-04-01 2027-12-31"],
    ["每个月两百来吨", "200 t/month"],
    ["今后两年每月200吨", "200 t/month"],
    ["年用量3000吨", "3000 t/a"],
    ["五六百吨", "600 t"],
    ["每月20吨，3月至12月", "20 t/month 2027-03-01 2027-12-31"],
    ["200 mt/month，2027.03-2027.12", "200 t/month 2027-03-01 2027-12-31"],
  ])("[MT90] a time beside an amount parts it from nothing: %s", (words, expected) => {
    const text = `求购电池级碳酸锂，纯度≥99.5%，水分≤0.2%，${words}，长协，客户不限。`;
    expect(volumeOf(text)).toBe(expected);
    expect(proposeDraft(text, today, "need").asked.filter(({ value }) => value.unit !== "")).toEqual([]);
  });

  it.each([
    ["2027.03-2027.12. Packed in bags.", "200 t/month 2027-03-01 2027-12-31"],
    ["lot 2027.05s", "200 t/month"],
    ["lot 2027.05x", "200 t/month"],
  ])(
    "[MT90] a month with a dot ends at a full stop, and with letters behind it is none: %s",
    (words, expected) => {
      expect(volumeOf(`Wanted: lithium carbonate, 200 mt/month, ${words}`)).toBe(expected);
    },
  );

  it.each([
    ["每月不少于90吨、不超过120吨", "不少于90吨、不超过120吨"],
    ["每月不少于90吨，不超过120吨", "不少于90吨，不超过120吨"],
    ["月采购量90吨以上、120吨以内", "90吨以上、120吨以内"],
    ["每月90到120吨之间", "90到120吨"],
    ["between 90 and 120 t a month", "between 90 and 120 t a month"],
    ["at least 90 t and at most 120 t per month", "at least 90 t and at most 120 t per month"],
  ])("[MT91] [PO16] both ends of an amount by month are one: %s", (words, source) => {
    const read = (text: string, kind: "need" | "capability") => {
      const { volume, asked } = proposeDraft(text, today, kind);
      return [volume?.value.amount, volume?.value.unit, volume?.source, asked.length];
    };
    const offer = /\p{Script=Han}/u.test(words)
      ? "供应电池级碳酸锂"
      : "We supply battery-grade lithium carbonate";
    const need = /\p{Script=Han}/u.test(words)
      ? "求购电池级碳酸锂"
      : "We need battery-grade lithium carbonate";
    expect(read(`${need}, ${words}`, "need")).toEqual(["120", "t/month", source, 0]);
    expect(read(`${offer}, ${words}`, "capability")).toEqual(["90", "t/month", source, 0]);
  });

  it("[MT56] what one lorry carries is no amount of goods, what the year takes is one", () => {
    const text = "求购人造石墨，每周1车（约30吨），27Q2开始上量，全年约1500吨。";
    expect(volumeOf(text)).toBe("1500 t/a");
  });

  it("[MT58] [MT82] a sheet keeps its columns where cells are empty, and its methods are no subject", () => {
    const rows = [
      "项目\t单位\t指标\t检测方法",
      "主含量 Li2CO3\t%\t≥99.5\tGB/T 11064",
      "Na\tppm\t≤250\tICP",
      "磁性物质\tppb\t≤300\t",
      "水分\t%\t≤0.25\t",
      "数量\t吨/月\t200\t",
      "交货\t\t2027.03-2027.12\t",
    ];
    const { concepts, figures } = proposeDraft(rows.join("\n"), today, "need");
    expect(concepts.find(({ aside }) => !aside)?.value).toBe("li2co3-batt");
    expect(figures.map(({ value }) => `${value.attribute} ${value.value} ${value.unit}`)).toEqual([
      "purity 99.5 mass %",
      "na 250 ppm",
      "magnetic 300 ppb",
      "moisture 0.25 %",
    ]);
    expect(volumeOf(rows.join("\n"))).toBe("200 t/month 2027-03-01 2027-12-31");
  });

  it("[MT41] [MT90] the end of the year behind a month asks nothing", () => {
    const text = "求购电池级碳酸锂，水分≤0.2%，2027年3月起至年底每月约200吨";
    expect(proposeDraft(text, today, "need").asked).toEqual([]);
    expect(
      volumeOf("We buy lithium carbonate. From March 2027 to the end of the year about 200 t a month."),
    ).toBe("200 t/month 2027-03-01 2027-12-31");
  });

  it("[MT90] without its times a text has every other letter at its place", () => {
    const time = fc.constantFrom("从2027年3月起", "by June 2027", "2027年");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("吨，", "x; ", "每月"), time), { maxLength: 6 }),
        (parts) => {
          let text = "";
          const times = parts.map(([words, each]) => {
            text += words + each;
            const inner = each.search(/2027|June/);
            return {
              start: text.length - each.length + inner,
              end: text.length - (/起$/.test(each) ? 1 : 0),
            };
          });
          const rest = withoutTimes(text, times.toReversed());
          expect(rest).toHaveLength(text.length);
          expect(rest.replaceAll(" ", "")).toBe(parts.map(([words]) => words.trim()).join(""));
        },
      ),
    );
  });
});
