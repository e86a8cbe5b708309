import { shiftDate } from "@lilink/model/calendar";
import { describe, expect, it } from "vitest";
import { daysOf, fillOf, placeIn, showLimit } from "./view.ts";

const window = { from: "2024-01-01", to: "2029-01-01" };

describe("ribbons of days", () => {
  it("places every day and finds it again", () => {
    for (let days = 0; days <= daysOf(window); days += 1)
      expect(placeIn(shiftDate(window.from, days), window)).toBe(days);
    expect(placeIn("2020-05-05", window)).toBe(0);
    expect(placeIn("2040-05-05", window)).toBe(daysOf(window));
  });

  it("hatches what is not known or has lapsed, and leaves empty what does not bind", () => {
    expect(fillOf("free")).toBeUndefined();
    expect(fillOf("lapsed")).toContain("repeating");
    expect(fillOf("met")).not.toContain("repeating");
  });
});

describe("limits and what is stated beside them", () => {
  const share = { value: "0.5" };
  const level = { value: "3" };
  const energy = { value: "2500", unit: "kgce/t LCE" };

  it("[CN3] writes shares in per cent, also above one, and a level of one as one", () => {
    expect(showLimit(share, "en")).toBe("50%");
    expect([showLimit(share, "en", "1.05"), showLimit(share, "zh-CN", "0")]).toEqual(["105%", "0%"]);
    expect([showLimit(level, "en"), showLimit(level, "en", 1)]).toEqual(["3", "1"]);
  });

  it("[CN3] writes amounts with their unit, in digits of the house", () => {
    expect(showLimit(energy, "en")).toBe("2,500 kgce/t LCE");
    expect(showLimit(energy, "zh-CN", { value: "2080.25", unit: "kgce/t LCE" })).toBe(
      "2,080.25千克标准煤/吨 LCE",
    );
  });
});
