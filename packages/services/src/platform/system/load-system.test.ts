import { describe, expect, it } from "vitest";
import { findTroubles } from "./load-system.ts";

const now = new Date("2026-11-30T10:00:00Z");
const well = { workers: 1, oldest: null, changed: 0, dead: 0 };
const keysOf = (given: Partial<Parameters<typeof findTroubles>[0]>) =>
  findTroubles({ ...well, ...given }, now).map(({ key }) => key);

describe("what needs an administrator", () => {
  it("is nothing while workers respond and jobs are taken", () => {
    expect(keysOf({})).toEqual([]);
    expect(keysOf({ oldest: "2026-11-30T09:51:00Z" })).toEqual([]);
  });

  it("is told with the worst first", () => {
    expect(keysOf({ workers: 0, dead: 2, changed: 1, oldest: "2026-11-30T09:49:00Z" })).toEqual([
      "workers",
      "changed",
      "dead",
      "late",
    ]);
  });
});
