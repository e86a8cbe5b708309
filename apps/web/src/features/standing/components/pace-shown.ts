import type { Pace } from "@lilink/model/goals";
import type { StandingDetail } from "../queries.ts";

type Given = Pick<StandingDetail, "baseline" | "years" | "now" | "made" | "closed" | "status">;
/** One point of a pace: its year, its value, and whether the paper prints it or the platform released it. */
export type PacePoint = {
  readonly year: number;
  readonly value: string;
  readonly origin: "paper" | "released";
};
export type PaceShown = {
  readonly pace: Pace;
  readonly from: PacePoint;
  readonly to: PacePoint;
  /** The first released figure, where the pace leads from the paper's figure instead. */
  readonly first: { readonly year: number; readonly value: string } | null;
};

/**
 * The one pace that a goal's page tells, and the two points that it leads between. A verdict that rests on a pace has it from its baseline.
 * A goal that is met or over needs none: of the paper's baseline it is then told between released figures, or not at all. [PG11] [PG16]
 */
export function paceShown({ baseline, years, now, made, closed, status }: Given): PaceShown | null {
  if (!baseline || !now?.value || !made) return null;
  const to = { year: now.year, value: now.value, origin: "released" } as const;
  const { origin } = baseline;
  if (origin === "released")
    return { pace: made, from: { year: baseline.year, value: baseline.value, origin }, to, first: null };
  const found = years.find(({ year, value }) => value !== null && year < now.year && year >= baseline.year);
  const first = found?.value ? { year: found.year, value: found.value } : null;
  if (!closed && status !== "achieved")
    return { pace: made, from: { year: baseline.year, value: baseline.value, origin }, to, first };
  return first && { pace: paceOf(first, to), from: { ...first, origin: "released" }, to, first: null };
}

function paceOf(from: Omit<PacePoint, "origin">, to: Omit<PacePoint, "origin">): Pace {
  const [start, end, years] = [Number(from.value), Number(to.value), to.year - from.year];
  return {
    perYear: String((end - start) / years),
    growth: start > 0 && end > 0 ? String((end / start) ** (1 / years) - 1) : null,
  };
}
