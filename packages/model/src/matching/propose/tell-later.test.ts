import { describe, expect, it } from "vitest";
import { proposeDraft } from "./ask-figure.ts";

const today = "2026-12-03";
const openOf = (text: string, kind: "need" | "capability") =>
  proposeDraft(text, today, kind)
    .asked.filter(({ isAside }) => !isAside)
    .map(({ source }) => source);

describe("what a text says beside its lot and its limits", () => {
  it("[MT124] names single crystals beside their chemistry", () => {
    expect(proposeDraft("手上有一批811单晶，D50 4μm，现货40吨", today, "capability").further).toEqual([
      "single-crystal",
    ]);
    expect(proposeDraft("求购NCM811 40吨，D50 10μm", today, "need").further).toEqual([]);
  });

  it.each([
    "出一批电池级碳酸锂，现货40吨，后面每个月还能稳定给100吨",
    "We can supply battery-grade lithium carbonate, 40 t in stock now, then 100 t every month",
  ])("[MT125] takes what follows a first lot each month for no capacity: %s", (text) => {
    const { figures, volume } = proposeDraft(text, today, "capability");
    expect(volume?.value.amount).toBe("40");
    expect(figures).toEqual([]);
  });

  it.each([
    ["采购碳酸锂，每月最少90吨，主含量≥99.5%", "90"],
    ["求购电池级碳酸锂，每个月稳定给100吨就行，Na≤250ppm", "100"],
  ])("[MT125] takes so much each month for the amount: %s", (text, amount) => {
    expect(proposeDraft(text, today, "need").volume?.value).toMatchObject({ amount, unit: "t/month" });
    expect(openOf(text, "need")).toEqual([]);
  });

  it.each([
    "We need 450 tonnes of lithium carbonate. Particle size D50 of 4-6 microns would be nice to have but is not a must.",
    "We want to buy 450 t of lithium carbonate. D50 4–6 would be nice.",
  ])("[MT125] takes what would be nice for a wish: %s", (text) => {
    const [figure, ...more] = proposeDraft(text, today, "need").figures;
    expect(figure?.value).toMatchObject({ attribute: "d50", value: "4", high: "6", hard: false });
    expect(more).toEqual([]);
    expect(openOf(text, "need")).toEqual([]);
  });

  it.each([
    "We want to buy 450 t of lithium carbonate, min. 99.5 %. We currently use about 1,800 t a year of 99.2% material from another supplier.",
    "We need 60 t a month of battery-grade lithium carbonate, min. 99.5 %. Currently we buy 40 t a month of 99.2 % from Korea.",
    "求购电池级碳酸锂450吨，主含量≥99.5%。我们目前用的是99.2%的料，一年大概1800吨",
  ])("[MT125] leaves what is used today in the text: %s", (text) => {
    expect(openOf(text, "need")).toEqual([]);
  });

  it("[MT125] takes the month from which it starts for the time of delivery", () => {
    const { volume } = proposeDraft("We need 60 t/month of LFP, starting March 2027", today, "need");
    expect(volume?.value).toEqual({ amount: "60", unit: "t/month", from: "2027-03-01" });
  });

  it("[MT125] asks what is insoluble in water, which no attribute holds", () => {
    const { asked, figures } = proposeDraft("采购碳酸锂90吨，水不溶物≤50ppm", today, "need");
    expect(figures).toEqual([]);
    expect(asked.map(({ source }) => source)).toEqual(["≤50ppm"]);
  });

  it.each([
    "We look for partners for a three-year joint project on sulfide electrolytes; partners receive a licence.",
    "硫化物电解质联合攻关项目，寻合作伙伴，成果许可",
  ])("[MT125] takes a joint project for joint development, whatever else it names: %s", (text) => {
    expect(proposeDraft(text, today, "project").cooperation.map(({ value }) => value)).toEqual(
      expect.arrayContaining(["joint_development", "licence"]),
    );
  });
});
