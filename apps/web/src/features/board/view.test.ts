import { linkIds } from "@lilink/model/chain";
import { expect, it } from "vitest";
import type { StandingItem } from "#features/standing/queries.ts";
import { toAnswers, toCountChanges, toFunnel, toGoalChanges, toPostingRows, toRanked } from "./view.ts";

it("[BO1] shows every link, with zeros where nothing is posted", () => {
  const rows = toPostingRows([
    { kind: "need", link: "smelting", count: 3 },
    { kind: "project", link: "smelting", count: 1 },
  ]);
  expect(rows.map((row) => row.link)).toEqual([...linkIds]);
  expect(rows[1]).toEqual({ link: "smelting", capability: 0, need: 3, project: 1, total: 4 });
});

it("[BO3] ranks reasons and leaves out what nobody gave", () => {
  expect(toRanked({ ip: 5, price_band: 9, other: 0 })).toEqual([
    { key: "price_band", count: 9 },
    { key: "ip", count: 5 },
  ]);
});

const counted = (need: number, introductions: Record<string, number>, withOutcome = 0) => ({
  postings: [
    { kind: "need" as const, link: "smelting" as const, count: need },
    { kind: "capability" as const, link: "smelting" as const, count: 5 },
  ],
  matches: { count: 9, needs: 3, at: null },
  introductions,
  outcomes: {},
  organizations: {},
  withOutcome,
});

it("a share stands only beside a step that is a part of the one before", () => {
  const steps = toFunnel(counted(4, { sent: 1, accepted: 2, ended: 1 }, 1) as never);
  expect(steps.map(({ count, share }) => [count, share])).toEqual([
    [4, null],
    [3, 75],
    [4, null],
    [3, 75],
    [1, 33],
  ]);
  expect(toFunnel(counted(0, {}) as never).map(({ share }) => share)).toEqual([null, null, null, null, null]);
});

it("[BO5] names only the sums that are others than before", () => {
  const [before, after] = [counted(4, { sent: 1 }), counted(6, { accepted: 1 })];
  expect(toCountChanges(before as never, after as never)).toEqual([{ key: "postings", from: 9, to: 11 }]);
  expect(toCountChanges(before as never, before as never)).toEqual([]);
});

it("counts a goal once: what is on track and slow by the other pace is named apart", () => {
  const standing = (goal: string, status: StandingItem["status"], heldBack: boolean) =>
    ({ goal, status, heldBack }) as StandingItem;
  const answers = toAnswers([
    standing("G35-17", "on_track", true),
    standing("G25-17", "missed", true),
    standing("G25-10", "achieved", false),
    standing("G35-15", "moderate", true),
    standing("G35-01", "first_figure", false),
    standing("G25-01", "not_assessable", false),
  ]);
  expect(answers).toMatchObject({ goals: 6, good: 2, heldBack: 2, both: 1, assessed: 5 });
  // What is slow is no red: the bar has the colours of the marks below it.
  expect(answers.kinds).toEqual([
    { key: "missed", count: 1 },
    { key: "moderate", count: 1 },
  ]);
  expect(answers.bar.filter(({ key }) => key === "slow" || key === "bad")).toEqual([
    { key: "slow", count: 1 },
    { key: "bad", count: 1 },
  ]);
  // With the first figures and what is open these are all goals.
  expect(answers.good + answers.heldBack + 2).toBe(answers.goals);
});

it("[BO5] [PG23] compares a goal before a meeting and now by one and the same measure", () => {
  const part = (indicator: string, value: string, gap: string) => ({
    ...{ indicator, measure: null, status: "on_track", unit: "%", gap },
    now: { period: "2025", value },
  });
  const parts = [part("REC-02", "88", "2"), part("REC-05", "94", "4")];
  const lead = { goal: "G35-16", method: "level", status: "on_track", unit: "%", now: parts[1]?.now };
  const before = (manganese: string) => ({
    ...{ goal: "G35-16", status: "on_track", now: { period: "2025", value: "88" } },
    measures: [
      { indicator: "REC-02", measure: null, value: "88" },
      { indicator: "REC-05", measure: null, value: manganese },
    ],
  });
  const present = [{ ...lead, parts }] as never;
  expect(toGoalChanges([before("94")] as never, present)).toEqual([]);
  expect(toGoalChanges([before("93")] as never, present)).toMatchObject([{ was: "93", is: "94" }]);
});
