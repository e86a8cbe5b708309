import { expect, it } from "vitest";
import { percentOf, quotaText, quotaTone, spanOf, toGroups } from "./view.ts";

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

it("[RA13] what is near its limit stands first, the rest by group, the fullest first", () => {
  const day = { of: "organization", most: 100, seconds: 86_400, renewsAt: null } as const;
  const open = { ...day, seconds: null };
  const quotas = [
    { ...day, name: "interest", used: 3 },
    { ...day, name: "probe", used: 85 },
    { ...day, name: "export", used: 40 },
    { ...day, name: "readPostings", used: 1, noticed: 25 },
    { ...open, name: "keys", used: 10, most: 10 },
    { ...open, name: "storage", used: 0 },
  ] as const;
  const { near, groups } = toGroups(quotas);
  expect(near.map(({ name }) => name)).toEqual(["keys", "probe"]);
  expect(groups.map(({ group, quotas: own }) => [group, ...own.map(({ name }) => name)])).toEqual([
    ["rates", "export", "interest"],
    ["readings", "readPostings"],
    ["places", "storage"],
  ]);
  expect(groups.flatMap((one) => one.quotas).length + near.length).toBe(quotas.length);
  expect(percentOf({ used: 1, most: 5000 })).toBe(1);
});
