import { expect, it } from "vitest";
import { madeTitle, readNewAddress } from "./view.ts";

it("the address of a new posting chooses a kind and a concept, and garbage chooses nothing", () => {
  expect(readNewAddress({ kind: "capability", concept: "ncm811" })).toEqual({
    kind: "capability",
    concept: "ncm811",
  });
  expect(readNewAddress({ concept: "ncm811", other: "x" })).toEqual({ concept: "ncm811" });
  for (const query of [
    {},
    { kind: "sale", concept: "gold" },
    { kind: ["need"], concept: ["ncm811", "lfp"] },
    { concept: "constructor" },
  ]) {
    expect(readNewAddress(query)).toEqual({});
  }
});

it("[SE17] a title of the platform is made from concept and figures, in the language of the reader", () => {
  const figures = [{ attribute: "d50", op: "range", value: "3", high: "5", unit: "µm", hard: true } as const];
  expect(madeTitle("ncm811", figures, "en")).toBe("NCM811: median particle size D50 3–5 µm");
  expect(madeTitle("li2co3-batt", [], "en")).toBe("Battery-grade lithium carbonate");
  expect(madeTitle("li2co3-batt", [], "zh-CN")).toBe("电池级碳酸锂");
});
