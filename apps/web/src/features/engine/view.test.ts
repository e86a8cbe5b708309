import { expect, it } from "vitest";
import { toChangeRows } from "./view.ts";

it("[MT47] shows every measure of a report before and after, and only the change where there was none before", () => {
  const rows = toChangeRows(
    {
      learned: { accepted: 10, declined: 5, reasons: {}, kinds: 1, kindsLeftOut: 0 },
      weights: [],
      answered: [],
      calibration: { before: 0.25, after: 0.1 },
      golden: {
        needs: 93,
        pairs: 11_031,
        meanChange: 0.01,
        firstPlacesMoved: 2,
        answerable: 90,
        rightFirst: { before: 88, after: 87 },
        calibration: { before: 0.056, after: 0.061 },
      },
      market: { postings: 40, pairs: 400, meanChange: 0.02, firstPlacesMoved: 3 },
    },
    "en",
    {
      firstPlaces: (moved, postings) => `${moved} of ${postings}`,
      meanChange: (change, pairs) => `${change} over ${pairs}`,
    },
  );
  expect(rows.map(({ key, before, after }) => [key, before, after])).toEqual([
    ["firstPlaces", "", "3 of 40"],
    ["meanChange", "", "0.020 over 400"],
    ["goldenMoved", "", "2 of 93"],
    ["goldenRight", "88", "87"],
    ["goldenCalibration", "0.056", "0.061"],
    ["calibration", "0.250", "0.100"],
  ]);
});
