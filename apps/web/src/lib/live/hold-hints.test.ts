import { expect, it } from "vitest";
import { holdHints } from "./hold-hints.ts";

it("[PE3] a page that nobody uses reads nothing again until somebody is back", () => {
  const told: (string | null)[] = [];
  const hour = 3_600_000;
  let now = 0;
  const { hear, use } = holdHints<string>(
    (hint) => told.push(hint),
    () => now,
  );
  hear("match");
  now = hour + 1;
  hear("notice");
  hear(null);
  expect(told).toEqual(["match"]);
  use();
  use();
  expect(told).toEqual(["match", null]);
  hear("posting");
  expect(told).toEqual(["match", null, "posting"]);
});
