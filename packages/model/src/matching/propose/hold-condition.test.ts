import { describe, expect, it } from "vitest";
import { proposeDraft } from "./ask-figure.ts";

const draft = (text: string, kind?: "need" | "capability" | "project") =>
  proposeDraft(text, "2026-12-07", kind);
const figureOf = (text: string, attribute: string, kind?: "need" | "capability" | "project") =>
  draft(text, kind).figures.find(({ value }) => value.attribute === attribute)?.value;

describe("a bracket beside a figure", () => {
  it.each([
    ["求购硫化物固态电解质，离子电导率≥6 mS/cm（25℃，380MPa）", "ionic_conductivity", "25℃，380MPa"],
    [
      "We need LFP powder, discharge capacity >= 158 mAh/g (0.1C, half cell, 25 °C)",
      "capacity_mass",
      "0.1C, half cell, 25 °C",
    ],
    ["求购电池级碳酸锂，水分(250℃) ≤0.20%，Na≤250ppm", "moisture", "250℃"],
    ["We need LFP powder. Moisture (KF, 200 °C) max. 800 ppm, D50 1-2 µm", "moisture", "KF, 200 °C"],
  ])("[MT133] holds its conditions: %s", (text, attribute, condition) => {
    expect(figureOf(text, attribute, "need")?.condition).toBe(condition);
  });

  it.each([
    "求购电池级碳酸锂，主含量≥99.5%（每月30吨），Na≤250ppm",
    "求购电池级碳酸锂，主含量≥99.5%（Fe≤10ppm），Na≤250ppm",
    "求购电池级碳酸锂，主含量≥99.5%（国标），Na≤250ppm",
    "求购电池级碳酸锂，主含量≥99.5%（2027年起），Na≤250ppm",
  ])("[MT133] that says something else stays in the text: %s", (text) => {
    expect(figureOf(text, "purity", "need")?.condition).toBeUndefined();
  });
});

describe("what stands beside a figure and is none of it", () => {
  it("[MT80] a limit does not go on in a row of values that are only stated", () => {
    const row = "We have NMC black mass: Ni 21.5%, Al < 3%, F 1.1%.";
    expect(figureOf(row, "mass_f")).toMatchObject({ op: "=", value: "1.1", hard: false });
    expect(figureOf("NMC black mass: Al < 3%, F 1.1%", "mass_f")?.op).toBe("<=");
  });

  it("[MT132] splitting limits and shares of an index are no contents", () => {
    const text =
      "We have NMC black mass available.\nTypical assay: Ni 21.5%, Co 5.8%, Mn 5.2%\n\nPrice basis: payables 72% Ni and 70% Co on LME, Li 8% of Fastmarkets LiOH. Balance on final assay (splitting limits Ni 0.3%, Co 0.15%).";
    const { figures, asked } = draft(text, "capability");
    expect(figures.map(({ value }) => value.value)).toEqual(["21.5", "5.8", "5.2"]);
    expect(asked.filter(({ isAside }) => !isAside)).toEqual([]);
  });

  it("[MT132] a furnace has no lowest temperature of use, and D100 is no D10", () => {
    const kiln = draft("采购辊道窑12台，最高温度≥850℃，常用烧结温度760~800℃", "need");
    expect(kiln.asked.flatMap(({ answers }) => answers)).toEqual([]);
    const powder = draft("We need LFP powder, D50 0.8-1.6 µm, D100 < 12 µm", "need");
    expect(powder.asked.flatMap(({ answers }) => answers)).toEqual([]);
  });

  it("[PO16] a range below the head of a column of requirements is as hard as its neighbours", () => {
    const table = (head: string) => `求购电池级碳酸锂\n\n指标\t${head}\nLi2CO3\t≥99.5%\nD50\t4~6 μm`;
    expect(figureOf(table("要求"), "d50", "need")?.hard).toBe(true);
    expect(figureOf(table("典型值"), "d50", "need")?.hard).toBe(false);
  });

  it("[MT122] a life that is still to be reached is a goal", () => {
    const life = (text: string) => figureOf(text, "cycle_life", "project")?.condition;
    expect(life("考核指标:循环寿命≥300次,容量保持率≥80%")).not.toContain("已达到");
    expect(life("软包电芯循环500周容量保持率88%")).toContain("已达到");
  });

  it.each(["求购电池级碳酸锂，2027年一季度起，每月300吨", "求购电池级碳酸锂,2027年1季度起,每月300吨"])(
    "[MT90] an amount by the month behind its start has that start: %s",
    (text) => {
      expect(draft(text).volume?.value).toMatchObject({ amount: "300", unit: "t/month", from: "2027-01-01" });
    },
  );

  it("[MT130] of a line's amounts the open one is offered", () => {
    const { volume, figures } = draft(
      "承接来料加工:NCM622前驱体,合计800吨/月,现可开放300吨/月",
      "capability",
    );
    expect(volume?.value).toMatchObject({ amount: "300", unit: "t/month" });
    expect(figures).toEqual([]);
  });

  it("[MT104] a first order and what a bag holds are no questions", () => {
    const open = (text: string) =>
      draft(text, "need").asked.filter(({ isAside, isPack }) => !isAside && !isPack);
    expect(open("We need LFP powder, 120 t per month, first order 5 t.")).toEqual([]);
    expect(open("求购电池级碳酸锂每月300吨，包装500kg/吨袋。")).toEqual([]);
  });

  it.each([
    ["We are a cell maker based in Salzgitter, Germany, and need 20 t of LFP.", ["DE"]],
    ["Black mass out of our plant in Kokkola, Finland.", ["FI"]],
    ["We need 20 t of LFP as sold in Berlin, Germany.", []],
  ])("[PO24] a town before its country is a seat: %s", (text, places) => {
    expect(draft(text).regions.map(({ value }) => value)).toEqual(places);
  });

  it("[MT82] grades in a row before one noun are all of that noun", () => {
    const [first] = draft("承接来料加工：NCM622、NCM811前驱体，每月300吨").concepts;
    expect(first?.value).toBe("pcam-high-nickel");
  });

  it("[MT100] a second source is wanted, and a footprint with its figure is no service", () => {
    const text =
      "Dear Sales Team,\n\nWe are a cell maker and are qualifying a second source of LFP cathode active material for our ESS line. Please quote 20 t. A product carbon footprint below 6 kg CO2e/kg is preferred.";
    const { concepts } = draft(text);
    expect(concepts.filter(({ aside }) => !aside).map(({ value }) => value)).toEqual(["lfp"]);
    const service = draft("碳足迹核算服务：铁锂电芯62 kgCO2e/kWh");
    expect(service.concepts.map(({ value }) => value)).toContain("svc-carbon");
  });
});
