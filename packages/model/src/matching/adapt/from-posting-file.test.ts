import { describe, expect, it } from "vitest";
import { fromPostingFile } from "./from-posting-file.ts";

const need = {
  id: "N",
  kind: "need",
  lang: "en",
  organisation: { name: "Cathode Works (fictional)", type: "enterprise", province: "44" },
  title: "8,000 t/a battery-grade lithium carbonate",
  body: "At least 99.5 % Li2CO3, from April 2027.",
  primary_concept: "li2co3-batt",
  concepts: ["li2co3-tech", "li2co3-batt"],
  attributes: [
    { attribute: "purity", op: ">=", value: 99.5, unit: "mass %", hard: true },
    { attribute: "d50", op: "range", value: 3, high: 9, unit: "µm" },
  ],
  trl_min: 9,
  modes: ["supply", "barter"],
  valid_until: "2026-12-31",
};
const file = { capabilities: [], needs: [need], judgements: [] };

describe("posting files", () => {
  it("[MT19] reads every field, the primary concept first, unknown forms left out", () => {
    expect(fromPostingFile(file).needs[0]).toEqual({
      id: "N",
      kind: "need",
      lang: "en",
      title: need.title,
      body: need.body,
      concepts: ["li2co3-batt", "li2co3-tech"],
      figures: [
        { attribute: "purity", op: ">=", value: "99.5", unit: "mass %", hard: true },
        { attribute: "d50", op: "range", value: "3", high: "9", unit: "µm", hard: true },
      ],
      region: "44",
      kindOfOrganization: "enterprise",
      trl: 9,
      cooperation: ["supply"],
      validUntil: "2026-12-31",
    });
  });

  it("[MT19] text only: fields come from the words, none from the file", () => {
    const [read] = fromPostingFile(file, { textOnly: true }).needs;
    expect(read?.concepts).toEqual(["li2co3-batt"]);
    expect(read?.figures.map(({ attribute }) => attribute)).toEqual(["purity", "capacity_ta"]);
    expect(read?.volume).toEqual({ amount: "8000", unit: "t/a", from: "2027-04-01" });
    expect(read?.region).toBeUndefined();
  });

  it("[MT19] without a concept and a figure among its fields, the words tell them and the other fields stay", () => {
    const { primary_concept: _, concepts: __, attributes: ___, modes: ____, ...bare } = need;
    const [read] = fromPostingFile({ ...file, needs: [bare] }).needs;
    expect(read?.concepts).toEqual(["li2co3-batt"]);
    expect(read?.figures.map(({ attribute }) => attribute)).toEqual(["purity", "capacity_ta"]);
    expect(read).toMatchObject({ heard: true, region: "44", trl: 9, validUntil: "2026-12-31" });
  });
});
