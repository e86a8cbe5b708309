import { calendarCoverage, endOfShanghaiDay, shiftDate } from "@lilink/model/calendar";
import { expect, it } from "vitest";
import { calendarEndFor } from "./view.ts";

it("[CA1] a due date beyond the known holidays is spoken of, and no other", () => {
  const last = endOfShanghaiDay(calendarCoverage.to);
  const beyond = endOfShanghaiDay(shiftDate(calendarCoverage.to, 1));
  expect(calendarEndFor([])).toBeNull();
  expect(calendarEndFor([last])).toBeNull();
  expect(calendarEndFor([last, beyond])).toEqual(last);
});
