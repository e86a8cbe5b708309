import { setImmediate } from "node:timers/promises";
import { goldenFiles } from "@lilink/model/golden";
import type { DeclineReason } from "@lilink/model/introduction";
import {
  type Answered,
  type BeforeAfter,
  featureNames,
  fromPostingFile,
  type GoldenReport,
  type LearnedWeights,
  type MatchWeights,
  reportCalibration,
  reportChange,
  reportGolden,
  type Slate,
  tellAnswered,
  toVector,
} from "@lilink/model/matching";
import type { CountedAnswers } from "./count-answers.ts";

/** What a version learned from and what it would change, in sums: no posting and no organization can be told from it. */
export type VersionReport = {
  readonly learned: {
    readonly accepted: number;
    readonly declined: number;
    readonly reasons: Readonly<Partial<Record<DeclineReason, number>>>;
    /** Kinds of pair with answers of enough organizations, and of too few. */
    readonly kinds: number;
    readonly kindsLeftOut: number;
  };
  readonly weights: readonly ({ readonly name: string } & BeforeAfter)[];
  /** How far what was foretold is from the answers that came. */
  readonly calibration: BeforeAfter;
  /** What came of pairs that the version takes for alike, in voices; told beside matches once it ranks ([MT71]). */
  readonly answered: readonly Answered[];
  readonly golden: GoldenReport;
  readonly market: {
    readonly postings: number;
    readonly pairs: number;
    readonly meanChange: number;
    readonly firstPlacesMoved: number;
  };
};

/** Smaller differences of a weight are not worth a line. */
const leastDifference = 0.005;

export async function reportVersion(
  { cells, cellsLeftOut, reasons }: CountedAnswers,
  learned: LearnedWeights,
  inUse: MatchWeights,
  slates: AsyncIterable<readonly Slate[]>,
): Promise<VersionReport> {
  const next = learned.weights;
  const [before, after] = [toVector(inUse), toVector(next)];
  const weights = featureNames.map((name, at) => ({ name, before: before[at] ?? 0, after: after[at] ?? 0 }));
  return {
    learned: {
      accepted: cells.reduce((sum, { accepted }) => sum + accepted, 0),
      declined: cells.reduce((sum, { declined }) => sum + declined, 0),
      reasons,
      kinds: learned.cellsUsed,
      kindsLeftOut: cellsLeftOut,
    },
    weights: weights.filter((one) => Math.abs(one.after - one.before) >= leastDifference),
    calibration: reportCalibration(cells, inUse, next),
    answered: tellAnswered(cells, next),
    golden: await reportGolden(
      goldenFiles.map((file) => fromPostingFile(file)),
      inUse,
      next,
      setImmediate,
    ),
    market: await sumSlates(slates, inUse, next),
  };
}

async function sumSlates(slates: AsyncIterable<readonly Slate[]>, inUse: MatchWeights, next: MatchWeights) {
  const sums = { postings: 0, pairs: 0, moved: 0, firstPlacesMoved: 0 };
  for await (const some of slates) {
    const change = reportChange(some, inUse, next);
    sums.postings += change.slates;
    sums.pairs += change.pairs;
    sums.moved += change.meanChange * change.pairs;
    sums.firstPlacesMoved += change.firstPlaces.length;
  }
  const { moved, ...counts } = sums;
  return { ...counts, meanChange: counts.pairs === 0 ? 0 : moved / counts.pairs };
}
