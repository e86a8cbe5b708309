import { describe, expect, it } from "vitest";
import { addToTrail, lastOfTrail } from "./page-trail.ts";

describe("the pages before a page", () => {
  it("lead back one by one to the first", () => {
    const second = addToTrail(null, { row: 1, cursor: null });
    const third = addToTrail(second, { row: 31, cursor: "two" });
    const fourth = addToTrail(third, { row: 61, cursor: "three" });
    expect(lastOfTrail(fourth)).toEqual({ cursor: "three", row: "61", trail: third });
    expect(lastOfTrail(third)).toEqual({ cursor: "two", row: "31", trail: second });
    expect(lastOfTrail(second)).toEqual({});
    expect(lastOfTrail(null)).toBeNull();
  });

  it("are few, and an address that somebody made up leads nowhere", () => {
    let trail: string | null = null;
    for (let page = 0; page < 30; page += 1) trail = addToTrail(trail, { row: null, cursor: `c${page}` });
    expect(trail?.split("~")).toHaveLength(8);
    expect(lastOfTrail(trail)).toMatchObject({ cursor: "c29" });
    expect(lastOfTrail(trail)).not.toHaveProperty("row");
    for (const odd of ["", "~", "x", "abc~"]) expect(lastOfTrail(odd)).toBeNull();
  });
});
