import { expect, it } from "vitest";
import { quotaText, quotaTone, spanOf } from "./view.ts";

it("[RA13] a quota is scarce from four fifths on", () => {
  expect(quotaTone({ used: 79, most: 100 })).toBe("info");
  expect(quotaTone({ used: 80, most: 100 })).toBe("warning");
  expect(quotaTone({ used: 100, most: 100 })).toBe("danger");
});

it("[RA13] amounts and spans are told in units that people use", () => {
  expect(quotaText({ name: "storage" }, 1_540_000, "en")).toBe("1.5 MB");
  expect(quotaText({ name: "read" }, 15_000, "en")).toBe("15,000");
  expect([60, 600, 3600, 86_400].map(spanOf)).toEqual([
    { unit: "minute", count: 1 },
    { unit: "minute", count: 10 },
    { unit: "hour", count: 1 },
    { unit: "day", count: 1 },
  ]);
});
