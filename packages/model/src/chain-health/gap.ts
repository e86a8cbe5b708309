import { normalise } from "./score.ts";

/** What is reached at home and anywhere, measured alike; `floor` is where the measure begins, 0 where none is given. */
export type MeasuredGap = {
  readonly domestic: number;
  readonly frontier: number;
  readonly better: "higher" | "lower";
  readonly floor?: number | null;
};

/**
 * How far the domestic figure is behind, as a share: 0 where it is level or ahead. Where less is better and no floor is given, the share is
 * that of the domestic figure that the frontier does without. [WL6]
 * @example shareBehind({ domestic: 1.4, frontier: 2.1, better: "higher" }) // 0.333…
 * @example shareBehind({ domestic: 134, frontier: 6.4, better: "lower" }) // 0.952…
 */
export function shareBehind({ domestic, frontier, better, floor }: MeasuredGap): number {
  if (better === "higher" ? domestic >= frontier : domestic <= frontier) return 0;
  if (better === "lower" && (floor === null || floor === undefined))
    return normalise(domestic - frontier, { low: 0, high: domestic });
  const from = floor ?? 0;
  return normalise(Math.abs(frontier - domestic), { low: 0, high: Math.abs(frontier - from) });
}

const closedShare = 0.9;

/** Whether a share that is left counts as closed: nine tenths of the way are done. [WL9] */
export const isShareClosed = (behind: number): boolean => behind <= 1 - closedShare + 1e-9;

/** Whether a gap counts as closed. [WL9] */
export const isClosed = (gap: MeasuredGap): boolean => isShareClosed(shareBehind(gap));
