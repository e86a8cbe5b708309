import { describe, expect, it } from "vitest";
import { lastOfTrail, onwardTrail, rowOfTrail } from "./page-trail.ts";

describe("the pages before a page", () => {
  it("lead back one by one to the first", () => {
    const second = onwardTrail(null, { first: 1, shown: 30, cursor: null });
    const third = onwardTrail(second, { first: 31, shown: 30, cursor: "two" });
    const fourth = onwardTrail(third, { first: 61, shown: 30, cursor: "three" });
    expect([second, third, fourth].map(rowOfTrail)).toEqual([31, 61, 91]);
    expect(lastOfTrail(fourth)).toEqual({ cursor: "three", row: third });
    expect(lastOfTrail(third)).toEqual({ cursor: "two", row: second });
    expect(lastOfTrail(second)).toEqual({});
    // The first page begins a new way, whatever its address says.
    expect(onwardTrail(fourth, { first: 1, shown: 30, cursor: null })).toBe(second);
  });

  it("are few, and an address that is old or made up leads nowhere", () => {
    let trail: string | null = null;
    for (let page = 0; page < 30; page += 1)
      trail = onwardTrail(trail, { first: 1 + page * 10, shown: 10, cursor: `c${page}` });
    expect(trail?.split("~")).toHaveLength(9);
    expect(lastOfTrail(trail)).toMatchObject({ cursor: "c29" });
    for (const odd of [null, "", "~", "x", "31", "31~", "31~abc"]) expect(lastOfTrail(odd)).toBeNull();
    expect(["31", "x", "~31", null].map(rowOfTrail)).toEqual([31, null, null, null]);
  });
});
