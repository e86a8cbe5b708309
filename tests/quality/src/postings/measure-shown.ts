import { rankCandidates, suggestedScore } from "@lilink/model/matching";
import type { Judge } from "./judge-postings.ts";

const good = 2;
const binCount = 10;

export type Shown = { readonly n: number; readonly right: number };
export type Bin = Shown & { readonly from: number; readonly to: number };

/** The pairs that a need is suggested: its matches from the score on from which the product suggests. Right is a grade of 2 or more. */
export function measureShown(judge: Judge): { readonly shown: Shown; readonly bins: readonly Bin[] } {
  const { needs, capabilities } = judge.read;
  const shown: { readonly score: number; readonly isRight: boolean }[] = [];
  for (const need of needs) {
    const { matches } = rankCandidates(need, need, capabilities, { limit: capabilities.length });
    for (const { id, result } of matches)
      if (result.score >= suggestedScore)
        shown.push({ score: result.score, isRight: judge.gradeOf(need.id, id) >= good });
  }
  const bins = Array.from({ length: binCount }, (_, at) => {
    const inBin = shown.filter(({ score }) => Math.min(binCount - 1, Math.floor(score * binCount)) === at);
    return { from: at / binCount, to: (at + 1) / binCount, ...countOf(inBin) };
  });
  return { shown: countOf(shown), bins };
}

function countOf(pairs: readonly { readonly isRight: boolean }[]): Shown {
  return { n: pairs.length, right: pairs.filter(({ isRight }) => isRight).length };
}
