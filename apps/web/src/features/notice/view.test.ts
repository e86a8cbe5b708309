import { expect, it } from "vitest";
import { toMatters, toRuns } from "./view.ts";

const notice = (id: string, path: string, title = "") => ({ id, path, params: { title } }) as never;

it("[NO5] lists notices of one matter together, the matter with the newest first", () => {
  const matters = toMatters([
    notice("4", "/introductions/abcd1234", "A"),
    notice("3", "/desk", "B"),
    notice("2", "/introductions/abcd1234", "A"),
    notice("1", "/desk", "C"),
  ]);
  expect(matters.map((matter) => matter.map(({ id }) => id))).toEqual([["4", "2"], ["3"], ["1"]]);
});

it("[NO5] counts matters of one kind that follow one another, from three on", () => {
  const kinds = ["found", "found", "found", "asked", "found", "found"];
  const matters = toMatters(
    kinds.map((kind, at) => ({ id: `${at}`, path: `/${at}`, params: {}, kind }) as never),
  );
  const runs = toRuns(matters).map((run) => run.map(([{ id }]) => id));
  expect(runs).toEqual([["0", "1", "2"], ["3"], ["4"], ["5"]]);
});
