import { type LinkId, linkIds } from "@lilink/model/chain";
import { type ProgressStatus, progressStatuses } from "@lilink/model/goals";

export type GoalFilter = { readonly link: LinkId | null; readonly status: ProgressStatus | null };

/** What of the goals an address asks for; what it names that is none asks for nothing. */
export function toGoalFilter(query: Readonly<Record<string, unknown>>): GoalFilter {
  return {
    link: linkIds.find((link) => link === query.link) ?? null,
    status: progressStatuses.find((status) => status === query.status) ?? null,
  };
}
