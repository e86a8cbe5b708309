import { describe, expect, it } from "vitest";
import { tellKind } from "../../posting/tell-kind.ts";
import { proposeDraft } from "./ask-figure.ts";
import { takenConcepts } from "./read-document.ts";

const group =
  "My group has spent four years on halide solid electrolytes for all-solid-state cells; we now reach 1.8 mS/cm. " +
  "We are looking for a cathode producer willing to supply coated single-crystal powders (about 20 kg a year), and a cell maker to test them.";

it("[MT105] the days of a project without an amount are no time of delivery", () => {
  const text =
    "Our group works on argyrodite. We look for a cell maker who will build pouch cells by the end of 2027.";
  expect(proposeDraft(text, "2026-12-01", "project").window).toBeNull();
  expect(
    proposeDraft("We need argyrodite, delivered by the end of 2027.", "2026-12-01", "need").window,
  ).not.toBeNull();
});

it("[MT105] what a group does itself is the subject of its project, not what a firm that it looks for can do", () => {
  const text =
    "我们组做富锂锰基正极，目前克容量到了270 mAh/g。想找一家有千克级共沉淀和烧结条件的企业一起放大。";
  const [first] = proposeDraft(text, "2026-12-01", "project").concepts.filter(({ aside }) => !aside);
  expect(first?.value).toBe("lrmo");
});

describe("what a project works on", () => {
  it.each([
    ["in years of work", group, ["sse-halide"]],
    ["by a plain verb", "We work on a sulfide electrolyte and seek a separator maker.", ["sse-sulfide"]],
    ["in Chinese", "课题组开发卤化物固态电解质，寻找正极企业合作，提供单晶三元粉每年20公斤", ["sse-halide"]],
    [
      "by what is made",
      "Our group prepares halide solid electrolytes. We seek a partner with a dry room (dew point -50 °C).",
      ["sse-halide"],
    ],
    ["as a title", "Research on hard carbon. We look for a maker of sodium cells.", ["hard-carbon"]],
  ])("[MT105] is its subject %s, and not what it looks for", (_name, text, expected) => {
    expect(takenConcepts(proposeDraft(text, undefined, "project"))).toEqual(expected);
  });

  it("[MT105] is found in a text that names nothing else, in singular and plural", () => {
    for (const thing of ["halide solid electrolytes", "a halide solid electrolyte"])
      expect(
        takenConcepts(
          proposeDraft(`My group works on ${thing} for all-solid-state cells and looks for partners`),
        ),
      ).toEqual(["sse-halide"]);
  });

  it.each([
    "We develop sulfide electrolytes and reached 3.2 mS/cm. We are looking for a partner with a dry room (dew point below -50 °C) and a supplier of Li2S with purity above 99.9 %.",
    "课题组开发硫化物固态电解质，已达3.2 mS/cm。寻找具备干燥房（露点低于-50℃）的企业，以及能供应纯度高于99.9%硫化锂的厂家。",
  ])("[MT105] has no figures of what partners have or supply: %s", (text) => {
    const { figures, asked } = proposeDraft(text, undefined, "project");
    expect(figures.map(({ value }) => value.value)).toEqual(["3.2"]);
    const kept = asked.filter(({ isAside }) => isAside).map(({ source }) => source);
    for (const value of ["50", "99.9"]) expect(kept.some((source) => source.includes(value))).toBe(true);
  });

  it("[MT105] keeps the goals of what is sought together", () => {
    const text = "We seek to develop a sulfide electrolyte of at least 5 mS/cm at 25 °C.";
    const { figures, asked } = proposeDraft(text, undefined, "project");
    expect([...figures, ...asked].some(({ source }) => source.includes("5 mS/cm"))).toBe(true);
  });

  it("[MT105] gives way in a need to the goods that are wanted", () => {
    const text = "We work on halide electrolytes. We need to buy 20 kg of lithium chloride.";
    expect(takenConcepts(proposeDraft(text, undefined, "need"))[0]).not.toBe("sse-halide");
  });

  it.each([group, "课题组开发卤化物固态电解质，寻找正极企业合作，提供单晶三元粉每年20公斤"])(
    "[MT105] has no amount and no supply of what partners would give: %s",
    (text) => {
      const { volume, cooperation, asked } = proposeDraft(text, undefined, "project");
      expect(volume).toBeNull();
      expect(cooperation.map(({ value }) => value)).toEqual(["joint_development"]);
      expect(asked.filter(({ isAside }) => !isAside)).toEqual([]);
    },
  );

  it.each([
    ["We develop sulfide electrolytes; joint work with a separator producer wanted.", ["joint_development"]],
    ["Our project is on LFP recycling. Looking for a licensee: licence of a patent.", ["licence"]],
    ["本项目研究磷酸铁锂回收，供应样品。", ["supply"]],
  ])("[MT105] proposes how partners would work together: %s", (text, expected) => {
    const { cooperation } = proposeDraft(text, undefined, "project");
    expect(cooperation.map(({ value }) => value)).toEqual(expected);
  });

  it("[MT105] whom one would like to work with is looked for as well", () => {
    const text =
      "My group has spent four years on lithium iron phosphate cells for cold climates. We would like to work with an electrolyte maker that can supply LiFSI with less than 20 ppm water, " +
      "and we are looking for recyclers who can provide 50 kg of black mass with less than 1 % aluminium.";
    const { concepts, figures, volume } = proposeDraft(text, undefined, "project");
    expect(concepts.filter(({ aside }) => !aside).map(({ value }) => value)).toEqual(["cell-lfp"]);
    expect([figures, volume]).toEqual([[], null]);
  });

  it("[MT105] a project on something is about that, whoever is looked for", () => {
    const text =
      "Our group is preparing a three-year project on thin sulfide electrolyte films. " +
      "We are looking for a separator or coating company with a roll-to-roll line.";
    const { concepts } = proposeDraft(text, undefined, "project");
    expect(concepts.find(({ aside }) => !aside)?.value).toBe("sse-sulfide");
    expect(tellKind(text)?.kind).toBe("project");
  });

  it("[MT7] who is looked for offers, and not who writes", () => {
    expect(proposeDraft(group).kind?.value).not.toBe("capability");
    expect(proposeDraft("We supply copper foil and look for customers.").kind?.value).toBe("capability");
  });
});
