import { describe, expect, it } from "vitest";
import { proposeDraft } from "./ask-figure.ts";

const text =
  "拟购铝系锂吸附剂（颗粒），工作吸附容量不低于 4.5 g/L，收率 85% 以上，循环 3000 次，年溶损最好不超过 1.5%。";

describe("a draft from a text", () => {
  it("[PO16] limits are hard, bare values and wishes are wishes", () => {
    const hardOf = (words: string) => proposeDraft(words).figures.map(({ value }) => value.hard);
    expect(hardOf("碳酸锂，主含量不低于 99.5 %，水分最好低于 0.25%")).toEqual([true, false]);
    expect(hardOf("磷酸铁锂，D50 1-3 µm")).toEqual([false]);
    expect(hardOf("磷酸铁锂，必须 D50 1-3 µm")).toEqual([true]);
  });

  it("[PO16] what is not understood is asked, with figures that it may be", () => {
    const { asked } = proposeDraft(text);
    for (const { span, source, answers } of asked) {
      expect(text.slice(span.start, span.end)).toBe(source);
      expect(answers.length).toBeLessThanOrEqual(3);
    }
    const [first] = proposeDraft("磷酸铁锂,循环测试温度 25 °C").asked;
    expect(first?.answers.every(({ value, unit }) => value === "25" && unit === "°C")).toBe(true);
  });

  it("[PO16] days of payment are a term of the trade, no condition of the figure before them", () => {
    const termsOf = (words: string) =>
      proposeDraft(words).asked.map(({ source, isTerm }) => [source, isTerm]);
    for (const words of [
      "电池级碳酸锂，主含量不低于 99.5 %，付款 60 天",
      "lithium carbonate, purity at least 99.5 %, payment 60 days",
    ])
      for (const [, isTerm] of termsOf(words)) expect(isTerm).toBe(true);
    expect(termsOf("磷酸铁锂,循环测试温度 25 °C").every(([, isTerm]) => isTerm === false)).toBe(true);
  });

  it("[PO16] a coefficient and a foreign price stay in the text, a limit of a sum is asked, and a wish to be called is no time", () => {
    const draftOf = (words: string) => proposeDraft(words, "2026-12-01");
    const asideOf = (words: string) =>
      draftOf(words).asked.map(({ value, isAside }) => [value.value, isAside]);
    expect(asideOf("出三元黑粉120吨，镍系数73%，要的尽快联系")).toEqual([["73", true]]);
    expect(asideOf("We offer 20 t of lithium hydroxide, CO2 max 0.35 %, price 9,800 USD/t")).toEqual([
      ["9800", true],
    ]);
    expect(
      draftOf("收磷酸铁锂黑粉，锂2.5%以上，铜铝合计小于1.5").asked.map(({ value }) => value.value),
    ).toEqual(["1.5"]);
    for (const { isPack } of draftOf("We need 40 t of LiPF6, purity min 99.95 %, in 25 kg or 200 kg drums")
      .asked)
      expect(isPack).toBe(true);
  });

  it("[PO16] what a package holds is no volume, and a share of a payment no figure of the goods", () => {
    const text =
      "求购电池级碳酸锂，月需200吨，每袋25公斤，预付30%，货到付70%。Packed in big bags or 500 kg drums. Payment: 20% in advance, 80% on delivery.";
    const { asked } = proposeDraft(text, "2026-12-01", "need");
    const of = (source: string) => asked.find((one) => one.source.replaceAll(" ", "") === source);
    expect(["25公斤", "500kg"].map((source) => of(source)?.isPack)).toEqual([true, true]);
    for (const share of ["30%", "70%", "20%", "80%"])
      expect(of(share), share).toMatchObject({ isTerm: true, answers: [] });
  });

  it("[PO16] payments, packages and samples are no questions; an amount of goods in bags is one", () => {
    const asideOf = (words: string) =>
      proposeDraft(words, "2026-12-01", "need").asked.map(({ isAside }) => isAside);
    for (const words of ["月结90天", "balance against copy of B/L within 60 days", "先送样50L", "每袋25公斤"])
      expect(asideOf(`求购电解液，水分≤10ppm，${words}。`), words).toEqual([true]);
    const text = "可出三元黑粉，每月可供300-400吨，吨袋包装(每袋约1吨)。";
    const asked = proposeDraft(text, "2026-12-01", "capability").asked;
    expect(asked.filter(({ isAside }) => !isAside).every(({ isPack }) => !isPack)).toBe(true);
  });

  it("[PO16] a unit that nobody knows and a sum of elements have no figure as an answer", () => {
    for (const words of ["穿刺强度：≥ 350 gf", "三元黑粉：Ni+Co≥28%"])
      expect(proposeDraft(`求购隔膜，${words}`).asked.flatMap(({ answers }) => answers)).toEqual([]);
  });

  it("[PO16] an element before a number without a unit is an answer, in percent where it is less than one", () => {
    const answersOf = (words: string) =>
      proposeDraft(words, "2026-12-01", "capability").asked.flatMap(({ answers }) =>
        answers.map(({ attribute, value, unit }) => `${attribute} ${value} ${unit}`),
      );
    expect(answersOf("出碳酸锂工业级一批,主含量99.2,水分0.4以内,钠0.08,现货65吨")).toContain("na 0.08 %");
    expect(answersOf("出碳酸锂工业级一批,主含量99.2,水分0.4以内,钠80,现货65吨")).toContain("na 80 ppm");
  });

  it("[PO16] the price that a buyer names is the most that he pays", () => {
    const { asked } = proposeDraft(
      "We need LiFSI. Our budget is CNY 62,000 per tonne.",
      "2026-12-01",
      "need",
    );
    const answers = asked.flatMap((one) => one.answers.map(({ attribute, op }) => `${attribute} ${op}`));
    expect(answers).toEqual(["price <="]);
  });

  it("[PO16] words that fill a field when they are said of the posting itself say which", () => {
    const fillsOf = (text: string) =>
      proposeDraft(text, "2026-12-01", "need").asked.flatMap(({ value }) => value.fills ?? []);
    expect(fillsOf("We look for lithium hydroxide. We plan qualification in May.")).toEqual([
      { field: "maturity", value: "verification" },
    ]);
    // What a lot is for is no stage of the posting. [MT104]
    for (const lot of ["a 2 kg sample", "a first lot of 5 t before 20 March"])
      expect(fillsOf(`We look for lithium hydroxide. First we need ${lot} for qualification.`)).toEqual([]);
  });

  it("[PO16] the words behind a quantity name what it may be", () => {
    const text =
      "Our lab develops sulfide electrolytes. In a project we reached 3.2 mS/cm in 50 g batches and 92 % capacity retention after 500 cycles in a 1 Ah cell. We now want to scale the synthesis to 10 kg per batch and look for a partner.";
    const { figures, asked } = proposeDraft(text, "2026-12-01", "project");
    const batches = [...figures.map(({ value }) => value), ...asked.flatMap(({ answers }) => answers)]
      .filter(({ attribute }) => attribute === "batch")
      .map(({ value, unit }) => `${value} ${unit}`);
    expect(batches.sort()).toEqual(["10 kg", "50 g"]);
  });

  it("[PO16] a range below a heading of requirements is hard in a sentence of its own as well", () => {
    const hardOf = (text: string) =>
      proposeDraft(text, "2026-12-01", "need").figures.find(({ value }) => value.op === "range")?.value.hard;
    expect(hardOf("We need LiOH. Specification: Na max 20 ppm. D50 between 4 and 8 µm.")).toBe(true);
    expect(hardOf("We need LiOH. Na max 20 ppm. D50 between 4 and 8 µm.")).toBe(false);
  });

  it("[PO16] nothing that was read is lost between rows, volume and questions", () => {
    const { figures, asked } = proposeDraft(text);
    for (const number of ["4.5", "85", "3000", "1.5"])
      expect(
        [...figures, ...asked].some(({ source }) => source.includes(number)),
        number,
      ).toBe(true);
  });
});
