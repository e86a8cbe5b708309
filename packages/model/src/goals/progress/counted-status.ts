import { findGoalRule } from "./goal-rule.ts";
import type { CountedStatus, ProgressStatus } from "./status.ts";

/**
 * What a goal is counted under. An achieved goal that judges a part of its target is achieved in part; one whose figure may still turn out
 * below its target is provisional; every other keeps its status. [PG9] [PG21]
 * @example countedStatus({ goal: "G25-03", status: "achieved", band: null }) // "achieved_part"
 */
export function countedStatus({
  goal,
  status,
  band = null,
}: {
  readonly goal: string;
  readonly status: ProgressStatus;
  readonly band?: readonly ProgressStatus[] | null | undefined;
}): CountedStatus {
  if (status !== "achieved") return status;
  if (findGoalRule(goal)?.apart) return "achieved_part";
  return band?.some((end) => end !== "achieved") ? "provisional" : "achieved";
}
