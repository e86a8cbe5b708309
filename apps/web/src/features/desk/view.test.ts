import { describe, expect, it } from "vitest";
import type { DeskItem } from "./queries.ts";
import { foldItems, pathOf } from "./view.ts";

const since = new Date("2026-11-01T00:00:00Z");
const item = (kind: DeskItem["kind"], path: string, extra: Partial<DeskItem> = {}): DeskItem => ({
  ...{ kind, path, title: path, count: 1, due: null, since },
  ...extra,
});
const grade = (path: string) => item("duty", path, { duty: { register: "watchItem", kind: "grade" } });

describe("the rows of the desk", () => {
  it("[DK1] fold three or more of one duty into the first, with their sum", () => {
    const items = [
      grade("a"),
      item("answer", "x"),
      grade("b"),
      item("answer", "y"),
      grade("c"),
      item("answer", "z"),
    ];
    const rows = foldItems(items);
    expect(rows.map(({ item: { path }, count }) => [path, count])).toEqual([
      ["a", 3],
      ["x", 1],
      ["y", 1],
      ["z", 1],
    ]);
    expect(rows[0]?.folded.map(({ path }) => path)).toEqual(["a", "b", "c"]);
  });

  it("[DK1] leave two of one duty, and different duties, as they are", () => {
    const other = item("duty", "o", { duty: { register: "watchItem", kind: "decide" } });
    expect(foldItems([grade("a"), grade("b"), other]).map(({ folded }) => folded.length)).toEqual([0, 0, 0]);
    const matches = [2, 1, 3].map((count, at) => item("matches", String(at), { count }));
    expect(foldItems(matches).map(({ count }) => count)).toEqual([6]);
    expect(foldItems(matches).map(pathOf)).toEqual(["/postings/own"]);
    expect(foldItems(matches.slice(0, 2)).map(pathOf)).toEqual(["0", "1"]);
  });
});
