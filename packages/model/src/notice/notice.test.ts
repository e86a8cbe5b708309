import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choosableNoticeKinds, expiryHorizon, noticeKinds, waitAfterAttempt, wantsMail } from "./index.ts";

describe("notices", () => {
  it("[NO2] follow the person's choice, else the default of the kind", () => {
    expect(wantsMail("introduction.received", {})).toBe(true);
    expect(wantsMail("introduction.received", { "introduction.received": false })).toBe(false);
    expect(wantsMail("match.found", {})).toBe(false);
    expect(wantsMail("match.found", { "match.found": true })).toBe(true);
  });

  it("[NO2] cannot be switched off where the letter was asked for", () => {
    for (const kind of noticeKinds) {
      expect(wantsMail(kind, { [kind]: false })).toBe(!choosableNoticeKinds.includes(kind));
    }
  });

  it("[NO3] wait longer after each attempt, and never longer than an hour", () => {
    expect([1, 2, 3].map(waitAfterAttempt)).toEqual([30, 60, 120]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (attempts) => {
        expect(waitAfterAttempt(attempts + 1)).toBeGreaterThanOrEqual(waitAfterAttempt(attempts));
        expect(waitAfterAttempt(attempts)).toBeLessThanOrEqual(3600);
      }),
    );
  });

  it("[NO4] look 14 days ahead for what runs out", () => {
    expect(expiryHorizon(new Date("2026-11-24T02:00:00Z"))).toEqual(new Date("2026-12-08T02:00:00Z"));
  });
});
