import { describe, expect, it } from "vitest";
import type { PostingKind } from "../../posting/index.ts";
import { proposeDraft } from "./ask-figure.ts";

const read = (text: string, kind: PostingKind) => {
  const { figures, asked } = proposeDraft(text, "2026-12-01", kind);
  const lives = figures.filter(({ value }) => value.attribute === "cycle_life");
  return {
    lives: lives.map(({ value: { op, value, hard, condition } }) => `${op} ${value} ${hard} ${condition}`),
    asked: asked.filter(({ isAside, value }) => !isAside && /^(?:%|cycles)$/.test(value.unit)),
  };
};

describe("[MT122] what is left after so many cycles", () => {
  it.each([
    ["求购磷酸铁锂电芯，400圈后保持82%以上", "need", ">= 400 true 400圈后保持82%以上"],
    ["We need LFP cells with 82 % after 400 cycles", "need", ">= 400 false 82 % after 400 cycles"],
    ["供应三元电芯，1000圈后容量保持率92%", "capability", ">= 1000 false 1000圈后容量保持率92%"],
    [
      "Our NCM cells retain 90 % of their capacity after 1500 cycles.",
      "capability",
      ">= 1500 false 90 % of their capacity after 1500 cycles",
    ],
    [
      "We develop solid-state cells. We reached 85 % capacity retention after 500 cycles.",
      "project",
      ">= 500 false reached, 85 % capacity retention after 500 cycles",
    ],
    ["我们课题组开发全固态电池，400圈后保持82%", "project", ">= 400 false 已达到，400圈后保持82%"],
  ] as const)("is a life with its words as condition: %s", (text, kind, life) => {
    expect(read(text, kind)).toEqual({ lives: [life], asked: [] });
  });

  it.each([
    ["求购磷酸铁锂电芯，2000圈保持70%", "need"],
    ["求购电芯，45℃存储28天保持95%，循环3次", "need"],
    ["Used cells wanted, 82 % after 400 cycles", "need"],
  ] as const)("is none below 80 %, in storage or of used goods: %s", (text, kind) => {
    expect(read(text, kind).lives.filter((life) => !life.endsWith("undefined"))).toEqual([]);
  });
});

it("[MT105] a project that is based on something is about what it makes, and what a partner makes asks nothing", () => {
  const { concepts, asked } = proposeDraft(
    "Our group develops sulfide-based all-solid-state cells. We look for a partner who makes thin lithium foil (20 µm).",
    "2026-12-01",
    "project",
  );
  expect(concepts[0]?.value).toBe("cell-all-solid");
  expect(asked.filter(({ isAside }) => !isAside)).toEqual([]);
});

it("[MT97] waste of a chemistry is the thing that is dealt in", () => {
  const { concepts, figures, volume } = proposeDraft(
    "我们这边急收三元废料，镍钴合计30个点以上，每月能走40到60吨",
    "2026-12-01",
    "need",
  );
  expect(concepts.map(({ value, aside }) => [value, aside])).toEqual([["production-scrap", false]]);
  expect(figures.map(({ value }) => value.attribute)).toEqual(["mass_ni_co"]);
  expect(volume?.value).toMatchObject({ amount: "60", unit: "t/month" });
});

describe("[PO16] what a team has reached", () => {
  it.each([
    ["我们课题组开发硫化物固态电解质，离子电导率达到 6 mS/cm，求合作", "已达到"],
    ["We develop solid-state cells. Our cells deliver 350 Wh/kg.", "reached"],
    ["We develop solid-state cells. We reached 350 Wh/kg.", "reached"],
    ["We develop solid electrolytes. The electrolyte shows 6 mS/cm at 25 °C.", "reached"],
    ["项目目标是能量密度达到 450 Wh/kg", undefined],
    ["拟研制能量密度达到450 Wh/kg的电池", undefined],
    ["We develop solid-state cells. We aim at 450 Wh/kg.", undefined],
  ])("%s", (text, condition) => {
    const [figure] = proposeDraft(text, "2026-12-01", "project").figures;
    expect([figure?.value.hard, figure?.value.condition]).toEqual([false, condition]);
  });
});
