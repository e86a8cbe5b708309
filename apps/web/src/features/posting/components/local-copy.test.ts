import { describe, expect, it } from "vitest";
import { emptyFigure, toDraftValues } from "./draft-values.ts";
import { isSameDraft } from "./local-copy.ts";

const draft = () =>
  toDraftValues(
    {
      title: "碳酸锂",
      figures: [{ attribute: "purity", op: ">=", value: "99.5", unit: "mass %", hard: true }],
    },
    { price: "partner" },
    180,
  );

describe("the copy on this device", () => {
  it("[PO2] ends once the server has the same content, in any order of keys and without empty rows", () => {
    const kept = draft();
    kept.figures = [...kept.figures.map((one) => ({ ...emptyFigure, ...one })), { ...emptyFigure }];
    expect(isSameDraft(kept, draft())).toBe(true);
  });

  it("[PO2] stays for a word, a level or a validity that the server does not have", () => {
    const levels = { ...draft().levels, price: "member" as const };
    for (const typed of [{ title: "碳酸锂 " }, { validDays: "30" }, { levels }])
      expect(isSameDraft({ ...draft(), ...typed }, draft())).toBe(false);
  });
});
