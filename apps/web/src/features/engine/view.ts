import { formatNumber, type Locale } from "@lilink/i18n";
import type { LearnedVersion } from "./queries.ts";

export type ChangeRow = {
  readonly key:
    | "firstPlaces"
    | "meanChange"
    | "goldenMoved"
    | "goldenRight"
    | "goldenCalibration"
    | "calibration";
  readonly before: string;
  readonly after: string;
};

/** What a version would change, line by line; where only the change itself is known, nothing stands under now. */
export function toChangeRows(
  { calibration, golden, market }: LearnedVersion["report"],
  locale: Locale,
  words: {
    readonly firstPlaces: (moved: number, postings: number) => string;
    readonly meanChange: (change: string, pairs: number) => string;
  },
): ChangeRow[] {
  const count = (value: number) => formatNumber(value, locale);
  const share = (value: number) => value.toFixed(3);
  return [
    { key: "firstPlaces", before: "", after: words.firstPlaces(market.firstPlacesMoved, market.postings) },
    { key: "meanChange", before: "", after: words.meanChange(share(market.meanChange), market.pairs) },
    { key: "goldenMoved", before: "", after: words.firstPlaces(golden.firstPlacesMoved, golden.needs) },
    { key: "goldenRight", before: count(golden.rightFirst.before), after: count(golden.rightFirst.after) },
    {
      key: "goldenCalibration",
      before: share(golden.calibration.before),
      after: share(golden.calibration.after),
    },
    { key: "calibration", before: share(calibration.before), after: share(calibration.after) },
  ];
}
