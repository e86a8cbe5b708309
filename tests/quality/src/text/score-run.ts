import type { Grades } from "./read-collection.ts";

export type Scores = {
  readonly ndcg10: number;
  readonly recall100: number;
  readonly map: number;
  readonly mrr10: number;
};

const depth = 100;

/** One query's answer, best first, against its grades, as trec_eval counts: linear gain, log2 discount, map over the top 100. */
export function scoreAnswer(ids: readonly string[], grades: Grades): Scores {
  const relevant = [...grades.values()].filter((grade) => grade > 0);
  let [gain, found, precision, first] = [0, 0, 0, 0];
  for (const [at, id] of ids.slice(0, depth).entries()) {
    const grade = Math.max(0, grades.get(id) ?? 0);
    if (grade === 0) continue;
    found += 1;
    precision += found / (at + 1);
    if (at < 10) {
      gain += grade / Math.log2(at + 2);
      if (first === 0) first = 1 / (at + 1);
    }
  }
  const ideal = relevant
    .sort((a, b) => b - a)
    .slice(0, 10)
    .reduce((sum, grade, at) => sum + grade / Math.log2(at + 2), 0);
  const total = Math.max(1, relevant.length);
  return {
    ndcg10: ideal === 0 ? 0 : gain / ideal,
    recall100: found / total,
    map: precision / total,
    mrr10: first,
  };
}

export function meanOf(scores: readonly Scores[]): Scores {
  const mean = (key: keyof Scores) =>
    scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score[key], 0) / scores.length;
  return { ndcg10: mean("ndcg10"), recall100: mean("recall100"), map: mean("map"), mrr10: mean("mrr10") };
}
