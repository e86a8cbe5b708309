import {
  type Goal,
  type PeriodFigure,
  type Standing,
  type StandingAids,
  type StandingCourse,
  toCourse,
  toStanding,
} from "@lilink/model/goals";

type Judged = { readonly standing: Standing; readonly course: StandingCourse };

/** Figures of the goal's own measure with their unit, and all else that its verdict takes into account. */
export type JudgedBy = StandingAids & { readonly figures: readonly PeriodFigure[]; readonly unit: string };

const most = 1000;
const judged = new Map<string, Judged>();

/**
 * A goal's standing and course, worked out once for the same figures whoever asks: they change only with a release, and
 * powers of decimals are dear. The figures are the key, so that nobody is answered by what others may see.
 */
export function judgeOnce(goal: Goal, by: JudgedBy, year: number): Judged {
  const key = JSON.stringify([goal.id, year, by]);
  const known = judged.get(key);
  if (known) return known;
  if (judged.size >= most) judged.clear();
  const { figures, unit, ...aids } = by;
  const one = {
    standing: toStanding(goal, figures, unit, year, aids),
    course: toCourse(goal, figures, unit, year, aids),
  };
  judged.set(key, one);
  return one;
}
