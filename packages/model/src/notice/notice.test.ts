import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  choosableNoticeKinds,
  expiryHorizon,
  matterOf,
  noticeKinds,
  placeOf,
  waitAfterAttempt,
  wantsMail,
} from "./index.ts";

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

  it("[NO5] are of one matter where they lead to one thing, and on a page of many where they name one", () => {
    expect(
      [
        "/postings/abc/edit",
        "/postings/abc?renew=1",
        "/review/returns/xyz#figures",
        "/returns",
        "/review/claims",
      ].map(placeOf),
    ).toEqual(["/postings/abc", "/postings/abc", "/review/returns/xyz", "/returns", "/review/claims"]);
    expect(matterOf("/introductions/abc", { title: "A" })).toBe(
      matterOf("/introductions/abc", { title: "B" }),
    );
    expect(matterOf("/desk", { title: "A" })).not.toBe(matterOf("/desk", { title: "B" }));
  });

  it("[NO4] look 14 days ahead for what runs out", () => {
    expect(expiryHorizon(new Date("2026-11-24T02:00:00Z"))).toEqual(new Date("2026-12-08T02:00:00Z"));
  });
});
