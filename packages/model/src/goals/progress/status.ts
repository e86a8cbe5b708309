import { Decimal } from "decimal.js";

/**
 * From best to worst. `inside` to `leaving` are said of corridors alone, `achieved` and `missed` of a goal whose year is over. `first_figure`: not met,
 * and no figure before it to tell a pace. `not_assessable` says that no judgement is possible, not that it is bad.
 */
export const progressStatuses = [
  "achieved",
  "inside",
  "on_track",
  "approaching",
  "moderate",
  "first_figure",
  "limited",
  "outside",
  "overshot",
  "leaving",
  "moving_away",
  "missed",
  "not_assessable",
] as const;
export type ProgressStatus = (typeof progressStatuses)[number];

/** What a goal is counted under: of what is achieved, what holds for a part of its target alone or may still turn out otherwise is apart. */
export const countedStatuses = [
  "achieved",
  "achieved_part",
  "provisional",
  ...progressStatuses.slice(1),
] as const;
export type CountedStatus = ProgressStatus | "achieved_part" | "provisional";

const slow: readonly ProgressStatus[] = [
  "limited",
  "outside",
  "overshot",
  "leaving",
  "moving_away",
  "missed",
];

/** Whether a status is one of those that hold a goal back. [PG15] */
export function isHeldBack(status: ProgressStatus): boolean {
  return slow.includes(status);
}

const good: readonly ProgressStatus[] = ["achieved", "inside", "on_track", "approaching"];

/**
 * Whether a goal is held back as it is shown: what is good by the status that it stands under and slow by its other pace is counted once, as
 * good. [PG15]
 * @example isStuck({ status: "on_track", heldBack: true }) // false
 */
export function isStuck({
  status,
  heldBack,
}: {
  readonly status: ProgressStatus;
  readonly heldBack: boolean;
}): boolean {
  return heldBack && !good.includes(status);
}

/** Whether a status tells of a change for the worse, which few returns or noise must not be the reason of. [PG20] */
export function isTurning(status: ProgressStatus): boolean {
  return status === "moving_away" || status === "leaving" || status === "overshot";
}

/** The worst of several, those without a judgement left aside; not assessable where none has one. [PG18] */
export function worstStatus(statuses: readonly ProgressStatus[]): ProgressStatus {
  const ranks = statuses
    .filter((status) => status !== "not_assessable")
    .map((one) => progressStatuses.indexOf(one));
  return ranks.length === 0 ? "not_assessable" : (progressStatuses[Math.max(...ranks)] ?? "not_assessable");
}

const onTrackFrom = "0.95";
const moderateFrom = "0.6";

/** The status of a ratio of paces: from 0.95 on track, from 0.6 moderate, from 0 limited, below moving away. [PG3] */
export function statusOfRatio(ratio: Decimal | null): ProgressStatus {
  if (ratio === null) return "not_assessable";
  if (ratio.gte(onTrackFrom)) return "on_track";
  if (ratio.gte(moderateFrom)) return "moderate";
  return ratio.isNegative() && !ratio.isZero() ? "moving_away" : "limited";
}

/**
 * Statistics Canada's score of a ratio: 2.5·(R - 0.6)/0.35, held within -5 and 5. [PG4]
 * @example scoreOfRatio(new Decimal("0.95"))?.toNumber() // 2.5
 */
export function scoreOfRatio(ratio: Decimal | null): Decimal | null {
  if (ratio === null) return null;
  return Decimal.max(-5, Decimal.min(5, ratio.minus(moderateFrom).times("2.5").div("0.35")));
}

/** With no target there is only a direction: growth of 1.5 % a year is on track, 0.5 % moderate, 0 limited. [PG6] */
export function statusOfGrowth(growth: Decimal | null): ProgressStatus {
  if (growth === null) return "not_assessable";
  if (growth.gte("0.015")) return "on_track";
  if (growth.gte("0.005")) return "moderate";
  return growth.isNegative() && !growth.isZero() ? "moving_away" : "limited";
}
