import type { Judge } from "./judge-postings.ts";

export type RankingFigures = {
  readonly ndcg5: number;
  readonly ndcg10: number;
  readonly mrr: number;
  readonly recall10: number;
  readonly topOneBreaksHard: number;
};

const relevant = 2;
const right = 3;

/**
 * One direction. Gain 2^grade - 1, discount log2; a posting without any grade of 2 or more counts in topOneBreaksHard
 * only; mrr over those that have a grade 3; recall10 of grades from 2.
 */
export function measureRanking(judge: Judge, side: "need" | "capability"): RankingFigures {
  const { needs, capabilities } = judge.read;
  const [owns, others] = side === "need" ? [needs, capabilities] : [capabilities, needs];
  const sums = { ndcg5: 0, ndcg10: 0, recall10: 0, queries: 0, mrr: 0, withRight: 0, broken: 0 };
  for (const own of owns) {
    const gradeOf = (other: string) =>
      side === "need" ? judge.gradeOf(own.id, other) : judge.gradeOf(other, own.id);
    const { ids, first } = judge.order(own, others);
    if (first !== undefined) {
      const pair: readonly [string, string] = side === "need" ? [own.id, first] : [first, own.id];
      sums.broken += Number(judge.breaksHard(...pair));
    }
    const grades = ids.map(gradeOf);
    const best = Math.max(0, ...grades);
    if (best < relevant) continue;
    sums.queries += 1;
    sums.ndcg5 += ndcg(grades, 5);
    sums.ndcg10 += ndcg(grades, 10);
    sums.recall10 += countRelevant(grades.slice(0, 10)) / countRelevant(grades);
    if (best < right) continue;
    sums.withRight += 1;
    sums.mrr += 1 / (grades.indexOf(right) + 1);
  }
  const mean = (sum: number, count: number) => round(count === 0 ? 0 : sum / count);
  return {
    ndcg5: mean(sums.ndcg5, sums.queries),
    ndcg10: mean(sums.ndcg10, sums.queries),
    mrr: mean(sums.mrr, sums.withRight),
    recall10: mean(sums.recall10, sums.queries),
    topOneBreaksHard: sums.broken,
  };
}

export function ndcg(grades: readonly number[], depth: number): number {
  const ideal = gainOf(
    [...grades].sort((a, b) => b - a),
    depth,
  );
  return ideal === 0 ? 0 : gainOf(grades, depth) / ideal;
}

function gainOf(grades: readonly number[], depth: number): number {
  return grades
    .slice(0, depth)
    .reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}

function countRelevant(grades: readonly number[]): number {
  return grades.filter((grade) => grade >= relevant).length;
}

export function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
