import { expect, it } from "vitest";
import { dueGroupOf } from "./due-group.ts";

const now = new Date("2026-11-24T15:00:00Z");

it.each([
  [null, "none"],
  ["2026-11-23T15:59:59Z", "overdue"],
  ["2026-11-23T16:00:00Z", "week"],
  ["2026-12-01T15:59:59Z", "week"],
  ["2026-12-01T16:00:00Z", "later"],
] as const)("[RG12] due at %s is %s at 23:00 of 24 November in Shanghai", (dueAt, group) => {
  expect(dueGroupOf(dueAt && new Date(dueAt), now)).toBe(group);
});
