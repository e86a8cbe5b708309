import { expect, it } from "vitest";
import { isBeforeSlots, nextOf, perHundred, toClock, toHours, toldByThem, topicNames } from "./view.ts";

const slots = [
  { day: "2026-12-01", from: 540, until: 560 },
  { day: "2026-12-01", from: 565, until: 585 },
];

it("[EV10] hours are those of Beijing, whatever the clock of the phone says", () => {
  expect([toClock(5), toClock(565), toHours({ from: 540, until: 560 })]).toEqual([
    "00:05",
    "09:25",
    "09:00–09:20",
  ]);
  const meetings = [{ slot: 0 }, { slot: 1 }];
  expect(nextOf(meetings, slots, new Date("2026-12-01T01:19:00Z"))).toBe(meetings[0]);
  expect(nextOf(meetings, slots, new Date("2026-12-01T01:21:00Z"))).toBe(meetings[1]);
  expect(nextOf(meetings, slots, new Date("2026-12-01T02:00:00Z"))).toBeNull();
});

it("[EV12] a share is told in a hundred, also where nothing was held", () => {
  expect([perHundred(3, 40), perHundred(1, 2), perHundred(0, 0)]).toEqual(["7.5", "50", "0"]);
});

it("topics have names in both languages, and an unknown one its id", () => {
  expect(topicNames(["lfp", "no-such"], "en")).toMatch(/, no-such$/);
  expect(topicNames(["lfp"], "zh-CN")).not.toBe("lfp");
});

it("[EV11] what the other side told stands first, and what this side told itself does not", () => {
  const theirs = { state: "proposed", own: false } as const;
  expect(
    toldByThem([
      { ...theirs, step: "meeting" },
      { ...theirs, step: "trial" },
    ]),
  ).toBe("trial");
  expect(toldByThem([{ ...theirs, step: "trial", own: true }])).toBeNull();
  expect(toldByThem([{ ...theirs, step: "trial", state: "confirmed" }])).toBeNull();
});

it("[EV1] an event whose doors are open waits for its first slot, by the clock of Beijing", () => {
  const isBefore = (now: string) => isBeforeSlots("2026-12-07", "14:30", new Date(now));
  expect(["2026-12-07T01:00:00Z", "2026-12-07T06:29:00Z", "2026-12-07T06:30:00Z"].map(isBefore)).toEqual([
    true,
    true,
    false,
  ]);
});
