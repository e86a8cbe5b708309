import { type Goal, type Standing, type StandingCourse, toCourse, toStanding } from "@lilink/model/goals";
import type { FigureSeries } from "../release/latest-figures.ts";

type Judged = { readonly standing: Standing; readonly course: StandingCourse };

const most = 1000;
const judged = new Map<string, Judged>();

/**
 * A goal's standing and course, worked out once for the same figures whoever asks: they change only with a release, and
 * powers of decimals are dear. The figures are the key, so that nobody is answered by what others may see.
 */
export function judgeOnce(goal: Goal, series: FigureSeries | undefined, year: number): Judged {
  const unit = series?.unit ?? "";
  const figures = (series?.figures ?? []).map(({ period, value, low, high }) => ({
    period,
    value,
    low,
    high,
  }));
  const key = JSON.stringify([goal.id, year, unit, figures.map((one) => Object.values(one))]);
  const known = judged.get(key);
  if (known) return known;
  if (judged.size >= most) judged.clear();
  const standing = toStanding(goal, figures, unit, year);
  const one = { standing, course: toCourse(goal, figures, unit, year) };
  judged.set(key, one);
  return one;
}
