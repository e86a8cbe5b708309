import type { Judge } from "./judge-postings.ts";
import { round } from "./measure-ranking.ts";

const bins = 10;

/**
 * Expected calibration error of the scores over the judged pairs, in ten bins of equal width: the mean gap between the
 * score and the share of pairs with a grade of 2 or more.
 */
export function measureCalibration(judge: Judge): { readonly ece: number; readonly n: number } {
  const needs = new Map(judge.read.needs.map((need) => [need.id, need]));
  const capabilities = new Map(judge.read.capabilities.map((capability) => [capability.id, capability]));
  const sums = Array.from({ length: bins }, () => ({ count: 0, score: 0, hits: 0 }));
  let n = 0;
  for (const { need: needId, capability: capabilityId, grade } of judge.read.judgements) {
    const need = needs.get(needId);
    const capability = capabilities.get(capabilityId);
    if (!need || !capability) continue;
    const score = judge.scoreOf(need, capability);
    const bin = sums[Math.min(bins - 1, Math.floor(score * bins))];
    if (!bin) continue;
    n += 1;
    bin.count += 1;
    bin.score += score;
    bin.hits += Number(grade >= 2);
  }
  const gap = sums.reduce(
    (sum, { count, score, hits }) => sum + (count === 0 ? 0 : Math.abs(score - hits)),
    0,
  );
  return { ece: round(n === 0 ? 0 : gap / n), n };
}
