import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proposeFields } from "./propose-fields.ts";
import { listApart } from "./tell-apart.ts";

const read = (text: string) => {
  const { concepts, figures, volume } = proposeFields(text, "2026-12-01");
  return {
    things: concepts.filter(({ aside }) => !aside).map(({ value }) => value),
    figures: figures.map(({ value: { attribute, op, value } }) => `${attribute} ${op} ${value}`),
    volume: volume && `${volume.value.amount} ${volume.value.unit}`,
  };
};
const apartOf = (text: string) => listApart(text).map(({ start, end }) => text.slice(start, end).trim());

describe("[MT107] what a writer sets apart from the deal", () => {
  it.each([
    [
      "水分≤10 ppm。铜箔(厚度6 μm)已授标,请勿再报。",
      ["铜箔(厚度6 μm)已授标", "铜箔(厚度6 μm)已授标,请勿再报"],
    ],
    ["贵司扩产与本次无关,六氟磷酸锂每月15吨", ["贵司扩产与本次无关"]],
    [
      "那份资料(Li2O 5.6%,回收率71%)是矿山公开的,不是我方报价。",
      ["那份资料(Li2O 5.6%,回收率71%)是矿山公开的,不是我方报价"],
    ],
    [
      "For information only, already bought: separator 12 µm; cells 178 Wh/kg. Open is the BMS.",
      ["For information only, already bought: separator 12 µm", "cells 178 Wh/kg"],
    ],
    [
      "A mine makes 350,000 t a year and sells that himself. We sell 12 t.",
      ["A mine makes 350,000 t a year and sells that himself"],
    ],
    [
      "The packs have an SOH of 71 %, which is explained only for information.",
      ["The packs have an SOH of 71 %, which is explained only for information"],
    ],
    ["硕博联合培养请找研究生院，不归我们。每年培训1200人。", ["硕博联合培养请找研究生院，不归我们"]],
    [
      "Automation rate at least 80 %. Discharge station is existing. Calender of that line is sold already.",
      ["Discharge station is existing", "Calender of that line is sold already"],
    ],
    [
      "Evaporation 6 t/h. References: 2 units (each 4 t/h). Freeze crystallisation isn't in our programme.",
      ["References: 2 units (each 4 t/h)", "Freeze crystallisation isn't in our programme"],
    ],
    [
      "12,000 t at the port. Previous cargo (18,000 t) went elsewhere.",
      ["Previous cargo (18,000 t) went elsewhere"],
    ],
    [
      "Report in 5 working days. Abuse tests on cells we don't do, ask Kessler.",
      ["Abuse tests on cells we don't do"],
    ],
    [
      "SOH error max 2 %. We did it by full discharge until now, 5 hours each.",
      ["We did it by full discharge until now"],
    ],
    ["The fluoride sludge is other contract. 8 t per hour.", ["The fluoride sludge is other contract"]],
    ["Nothing of the kind: purity 99.5 %, 20 t.", []],
  ])("%s", (text, expected) => {
    expect(apartOf(text)).toEqual(expected);
  });

  it("fills no field of the posting", () => {
    expect(
      read(
        "朋友转的澳洲锂辉石精矿资料(Li2O 5.6%,选矿回收率71%,年产能35万吨)是矿山公开的,不是我方报价。我方要卖的是金属锂锭,纯度99.9%起,合计两吨半。",
      ),
    ).toEqual({ things: ["li-metal"], figures: ["purity >= 99.9"], volume: "2.5 t" });
  });

  const said = ["6 µm", "99.5 %", "43 %", "178 Wh/kg", "12 t", "30 ppm"];
  const apartSentences = [
    (figure: string) => `The old order had ${figure}, which is told for information only.`,
    (figure: string) => `Another lot, ${figure}, is already awarded.`,
    (figure: string) => `前一标段${figure}已授标。`,
    (figure: string) => `他们的${figure}是公开资料,不是我方报价。`,
    (figure: string) => `${figure}与本次询价无关。`,
  ];

  it("property: a sentence that is set apart adds nothing to what the rest proposes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...apartSentences),
        fc.constantFrom(...said),
        fc.constantFrom(
          "求购电池级碳酸锂60吨,主含量≥99.6%,磁性物质≤80 ppb。",
          "We buy 40 t of battery-grade lithium hydroxide, LiOH min. 56.5 %, Na below 50 ppm.",
        ),
        fc.boolean(),
        (sentence, figure, rest, isFirst) => {
          const apart = sentence(figure);
          const alone = read(rest);
          const both = read(isFirst ? `${apart} ${rest}` : `${rest} ${apart}`);
          expect(both.figures).toEqual(alone.figures);
          expect([alone.volume, null]).toContain(both.volume);
          expect(alone.things).toEqual(expect.arrayContaining(both.things));
        },
      ),
    );
  });
});
