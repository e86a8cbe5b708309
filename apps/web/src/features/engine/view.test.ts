import { examplePairs, handWeights } from "@lilink/model/matching";
import { expect, it } from "vitest";
import {
  changesNothing,
  signedWeight,
  sumOf,
  toChangeRows,
  toExampleRows,
  toReasons,
  toSummary,
  versionName,
} from "./view.ts";

const report = {
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
};

it("[MT47] shows every measure of a report before and after, and only the change where there was none before", () => {
  const rows = toChangeRows(report, "en", {
    firstPlaces: (moved, postings) => `${moved} of ${postings}`,
    meanChange: (change, pairs) => `${change} over ${pairs}`,
  });
  expect(rows.map(({ key, before, after }) => [key, before, after])).toEqual([
    ["firstPlaces", "", "3 of 40"],
    ["meanChange", "", "0.020 over 400"],
    ["goldenMoved", "", "2 of 93"],
    ["goldenRight", "88", "87"],
    ["goldenCalibration", "0.056", "0.061"],
    ["calibration", "0.250", "0.100"],
  ]);
});

it("[MT47] tells in one look what ranks, what it changed and what is proposed", () => {
  const madeAt = new Date("2026-11-20");
  const learned = { madeAt, comparedWith: "hand-1", report };
  const byHand = { version: "hand-1", state: "inUse", learned: null } as const;
  const change = { moved: 3, postings: 40, before: 88, right: 87, of: 90 };
  expect(toSummary({ inUse: "hand-1", versions: [byHand] })).toEqual({
    inUse: "hand-1",
    learned: null,
    changed: null,
    proposed: null,
  });
  const open = { version: "learned-1", state: "proposed", learned } as const;
  expect(toSummary({ inUse: "hand-1", versions: [open, byHand] })).toMatchObject({
    changed: null,
    proposed: { version: "learned-1", change },
  });
  const adopted = [
    { ...open, state: "inUse" as const },
    { ...byHand, state: "decided" as const },
  ];
  expect(toSummary({ inUse: "learned-1", versions: adopted })).toMatchObject({
    learned: { madeAt },
    changed: change,
    proposed: null,
  });
});

it("[MT47] asks for no decision where nobody would get another first match", () => {
  const market = { ...report.market, firstPlacesMoved: 0, meanChange: 0.001 };
  const golden = { ...report.golden, firstPlacesMoved: 0 };
  expect(changesNothing(report)).toBe(false);
  expect(changesNothing({ ...report, market, golden })).toBe(true);
  expect(changesNothing({ ...report, market: { ...market, firstPlacesMoved: 1 }, golden })).toBe(false);
});

it("[MT47] calls a learned version by its day, and by its count where the day has several", () => {
  const words = {
    learnedOn: (day: string, count: number) => `learned ${day} ${count}`,
    byHand: "by hand",
  };
  expect(versionName("learned-2026-11-30-1", words)).toBe("learned 2026-11-30 1");
  expect(versionName("learned-2026-11-30-12", words)).toBe("learned 2026-11-30 12");
  expect(versionName("third-3", words)).toBe("by hand");
});

it("[MT14] shows ties for a pair and costs against it, the heaviest first", () => {
  const weights = [
    { name: "base", weight: -6.7 },
    { name: "tie.same", weight: 7.6 },
    { name: "tie.none", weight: 0 },
    { name: "hard.open", weight: 0.8 },
    { name: "hard.short", weight: 6 },
    { name: "text", weight: 2 },
    { name: "excluded", weight: 6 },
  ];
  const { base, highest, speakFor, speakAgainst, most } = toReasons(weights, {
    base: -9.4,
    credit: { figures: 1.4, cooperation: 1, delivery: 0.3 },
  });
  expect([base, most]).toEqual([-9.4, 7.6]);
  expect(highest).toBeCloseTo(-6.7, 9);
  expect(speakFor.map(({ name }) => name)).toEqual([
    "tie.same",
    "text",
    "credit.figures",
    "credit.cooperation",
    "credit.delivery",
  ]);
  expect(speakAgainst).toEqual([
    { name: "hard.short", weight: -6 },
    { name: "excluded", weight: -6 },
    { name: "hard.open", weight: -0.8 },
  ]);
});

it("[MT14] sets pairs side by side that add up to what each comes to", () => {
  const examples = examplePairs(handWeights);
  const rows = toExampleRows(examples);
  const sum = (key: "met" | "open" | "missed") => rows.reduce((whole, row) => whole + (row[key] ?? 0), 0);
  for (const key of ["met", "open", "missed"] as const) expect(sum(key)).toBeCloseTo(sumOf(examples[key]), 9);
});

it("[MT14] writes every weight with one decimal, and what rounds to nothing without a sign", () => {
  expect([1, -5.46, -0.04, 0].map((weight) => signedWeight(weight, "en"))).toEqual([
    "+1.0",
    "−5.5",
    "0.0",
    "0.0",
  ]);
});
