import type { StandingDetail } from "../queries.ts";

/**
 * Where the pace leads from the paper's figure to a released one: the pace between the first and the last released figure of the measure,
 * which were counted alike. Null where there are not two of them, or the base is released already. [PG11]
 */
export function releasedPace({ baseline, years, now }: Pick<StandingDetail, "baseline" | "years" | "now">) {
  if (baseline?.origin !== "paper" || !now?.value) return null;
  const first = years.find(({ year, value }) => value !== null && year < now.year && year >= baseline.year);
  if (!first?.value) return null;
  const perYear = (Number(now.value) - Number(first.value)) / (now.year - first.year);
  return { from: { year: first.year, value: first.value }, perYear: String(perYear) };
}
