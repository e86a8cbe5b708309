import { calendarCoverage, endOfShanghaiDay, shiftDate } from "@lilink/model/calendar";
import { expect, it } from "vitest";
import { calendarEndFor, hasOutcome, restDays } from "./view.ts";

it("[SP1] a confirmed trial, contract or volume opens support; a meeting or a proposal does not", () => {
  expect(hasOutcome([{ step: "meeting", state: "confirmed" }])).toBe(false);
  expect(hasOutcome([{ step: "contract", state: "proposed" }])).toBe(false);
  expect(hasOutcome([{ step: "trial", state: "confirmed" }])).toBe(true);
});

it("[CA1] the rest days of a span are its weekends and holidays, cut at its ends", () => {
  const friday = new Date("2026-11-27T04:00:00Z");
  const days = restDays(friday, new Date("2026-12-01T04:00:00Z"));
  // Noon to noon is four days; Saturday begins after half a day.
  expect(
    days.map(({ from, width }) => [from, width].map((share) => Math.round(share * 1000) / 1000)),
  ).toEqual([[0.125, 0.5]]);
  expect(restDays(friday, new Date("2026-11-27T05:00:00Z"))).toEqual([]);
});

it("[CA1] a due date beyond the known holidays is spoken of, and no other", () => {
  const last = endOfShanghaiDay(calendarCoverage.to);
  const beyond = endOfShanghaiDay(shiftDate(calendarCoverage.to, 1));
  expect(calendarEndFor([])).toBeNull();
  expect(calendarEndFor([last])).toBeNull();
  expect(calendarEndFor([last, beyond])).toEqual(last);
});
