import { expect, it } from "vitest";
import { countedStatus } from "./counted-status.ts";

it("[PG9] counts a goal that judges a part of its target as achieved in part", () => {
  expect(countedStatus({ goal: "G25-03", status: "achieved" })).toBe("achieved_part");
  expect(countedStatus({ goal: "G25-03", status: "missed" })).toBe("missed");
});

it("[PG21] counts a goal that may still be missed as provisional", () => {
  expect(countedStatus({ goal: "G25-12", status: "achieved", band: ["achieved", "missed"] })).toBe(
    "provisional",
  );
  expect(countedStatus({ goal: "G25-12", status: "achieved", band: ["achieved", "achieved"] })).toBe(
    "achieved",
  );
  expect(countedStatus({ goal: "G25-12", status: "achieved", band: null })).toBe("achieved");
});
