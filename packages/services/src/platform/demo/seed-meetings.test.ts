import { toShanghaiDate } from "@lilink/model/calendar";
import fc from "fast-check";
import { expect, it } from "vitest";
import { beganAt } from "./seed-meetings.ts";

it("the meeting of the demo began today, whenever the demo is loaded", () => {
  const moments = fc.date({ min: new Date("2026-01-01"), max: new Date("2036-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (now) => {
      const began = beganAt(now);
      expect(toShanghaiDate(began)).toBe(toShanghaiDate(now));
      expect(began.getTime()).toBeLessThanOrEqual(now.getTime());
    }),
  );
  expect(beganAt(new Date("2026-12-02T00:06:00+08:00"))).toEqual(new Date("2026-12-02T00:00:00+08:00"));
  expect(beganAt(new Date("2026-12-02T15:00:00+08:00"))).toEqual(new Date("2026-12-02T09:30:00+08:00"));
});
