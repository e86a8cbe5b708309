import { describe, expect, it } from "vitest";
import { listQueries } from "./index.ts";

const queried = (version: number, ...texts: string[]) => ({
  kind: "queried",
  version,
  items: texts.map((text) => ({ component: "lithium_demand", text })),
});
const other = (kind: string, version: number) => ({ kind, version, items: [] });
const keysOf = (events: Parameters<typeof listQueries>[0], version: number) =>
  listQueries(events, version).map(({ key }) => key);

describe("the questions of a checker", () => {
  const events = [
    other("submitted", 1),
    queried(1, "Why?", "Since when?"),
    other("submitted", 2),
    queried(2, "And the other plant?"),
    other("submitted", 3),
    other("verified", 3),
    other("corrected", 4),
  ];

  it("[RT9] are answered by the versions after them, until one is verified", () => {
    expect(keysOf(events, 1)).toEqual([]);
    expect(keysOf(events, 2)).toEqual(["query.1.0", "query.1.1"]);
    expect(keysOf(events, 3)).toEqual(["query.1.0", "query.1.1", "query.2.0"]);
    expect(keysOf(events, 4)).toEqual([]);
  });

  it("[RT9] ask for an explanation in the words of the checker", () => {
    expect(listQueries(events, 3)[2]).toMatchObject({
      severity: "soft",
      at: { component: "lithium_demand", site: "", place: [] },
      text: { zh: "And the other plant?", en: "And the other plant?" },
    });
  });
});
