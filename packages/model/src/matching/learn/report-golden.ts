import type { ReadPostingFile } from "../adapt/from-posting-file.ts";
import { judgePair } from "../score/judge-pair.ts";
import type { MatchWeights } from "../score/weights.ts";
import { calibrationError, type Foretold } from "./calibration-error.ts";
import { type BeforeAfter, type FirstPlace, reportChange } from "./report-change.ts";

/** What a new weight set does to postings that people have graded. */
export type GoldenReport = {
  readonly needs: number;
  readonly pairs: number;
  readonly meanChange: number;
  /** Needs whose first match is another one, or none any more. */
  readonly firstPlacesMoved: number;
  /** Needs that have a fully right counterpart, and of these those whose first match is one. */
  readonly answerable: number;
  readonly rightFirst: BeforeAfter;
  /** Calibration error of the scores against a grade of 2 or more, over the graded pairs. */
  readonly calibration: BeforeAfter;
};

const rightGrade = 3;
const goodGrade = 2;

/**
 * Tries two weight sets on files of graded postings, each file for itself. [MT45]
 * @param pause is awaited after each need, so that others get a turn: the whole takes many seconds
 * @example (await reportGolden([file], handWeights, learned)).firstPlacesMoved // 0
 */
export async function reportGolden(
  files: readonly ReadPostingFile[],
  before: MatchWeights,
  after: MatchWeights,
  pause: () => Promise<unknown> = async () => {},
): Promise<GoldenReport> {
  const tried: { readonly file: ReadPostingFile; readonly change: ReturnType<typeof reportChange> }[] = [];
  for (const file of files)
    for (const own of file.needs) {
      tried.push({ file, change: reportChange([{ own, others: file.capabilities }], before, after) });
      await pause();
    }
  const sum = (count: (one: (typeof tried)[number]) => number) =>
    tried.reduce((total, one) => total + count(one), 0);
  const pairs = sum(({ change }) => change.pairs);
  const errorOf = async (weights: MatchWeights) => {
    const foretold: Foretold[] = [];
    for (const file of files)
      for (const own of file.needs) {
        foretold.push(...foretell(file, own.id, weights));
        await pause();
      }
    return calibrationError(foretold);
  };
  return {
    needs: sum(({ change }) => change.slates),
    pairs,
    meanChange: pairs === 0 ? 0 : sum(({ change }) => change.meanChange * change.pairs) / pairs,
    firstPlacesMoved: sum(({ change }) => change.firstPlaces.length),
    answerable: sum(
      ({ file, change }) => change.firsts.filter(({ own }) => rightOnes(file, own).size > 0).length,
    ),
    rightFirst: {
      before: sum(({ file, change }) => countRight(file, change.firsts, "before")),
      after: sum(({ file, change }) => countRight(file, change.firsts, "after")),
    },
    calibration: { before: await errorOf(before), after: await errorOf(after) },
  };
}

function rightOnes({ judgements }: ReadPostingFile, need: string): ReadonlySet<string> {
  const right = judgements.filter((one) => one.need === need && one.grade >= rightGrade);
  return new Set(right.map(({ capability }) => capability));
}

function countRight(file: ReadPostingFile, firsts: readonly FirstPlace[], at: "before" | "after"): number {
  return firsts.filter((place) => rightOnes(file, place.own).has(place[at] ?? "")).length;
}

function foretell(
  { needs, capabilities, judgements }: ReadPostingFile,
  of: string,
  weights: MatchWeights,
): Foretold[] {
  const need = needs.find(({ id }) => id === of);
  return judgements.flatMap((one) => {
    const capability = capabilities.find(({ id }) => id === one.capability);
    if (one.need !== of || !need || !capability) return [];
    const { score } = judgePair(need, capability, need, capability, weights);
    return [{ probability: score, share: Number(one.grade >= goodGrade), count: 1 }];
  });
}
