import { type LinkId, linkIds } from "@lilink/model/chain";
import { loadGoal, type ProgressStatus, progressStatuses } from "@lilink/model/goals";
import { type PostingKind, postingKinds } from "@lilink/model/posting";
import type { StandingItem } from "#features/standing/queries.ts";
import type { BoardData } from "./queries.ts";

export type PostingRow = { readonly link: LinkId; readonly total: number } & Readonly<
  Record<PostingKind, number>
>;

/** Postings as a table of links by kinds, with the row's total. */
export function toPostingRows(postings: BoardData["postings"]): PostingRow[] {
  const count = (link: string, kind: string) =>
    postings.find((row) => row.link === link && row.kind === kind)?.count ?? 0;
  return linkIds.map((link) => {
    const [capability, need, project] = postingKinds.map((kind) => count(link, kind));
    const counts = { capability: capability ?? 0, need: need ?? 0, project: project ?? 0 };
    return { link, ...counts, total: counts.capability + counts.need + counts.project };
  });
}

export type StandingCount = {
  readonly link: LinkId;
  readonly counts: Readonly<Record<ProgressStatus, number>>;
};

/** How many goals of each link stand where. */
export function toStandingCounts(standings: readonly StandingItem[]): readonly StandingCount[] {
  return linkIds.map((link) => {
    const own = standings.filter(({ goal }) => loadGoal(goal).link === link);
    const count = (status: ProgressStatus) => own.filter((one) => one.status === status).length;
    return {
      link,
      counts: Object.fromEntries(
        progressStatuses.map((status) => [status, count(status)]),
      ) as StandingCount["counts"],
    };
  });
}

/** How old the last figures are and how much was verified, on average over the goals that have one. */
export function toSureness(standings: readonly StandingItem[]): { days: number; percent: number } | null {
  const releases = standings.flatMap(({ release }) => release ?? []);
  if (releases.length === 0) return null;
  const mean = (values: readonly number[]) =>
    values.length === 0 ? 0 : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
  return {
    days: mean(releases.map(({ ageDays }) => ageDays)),
    percent: mean(releases.flatMap(({ coverage }) => coverage ?? [])),
  };
}

/** The largest first; what is zero or absent is left out. */
export function toRanked<K extends string>(
  counts: Readonly<Partial<Record<K, number>>>,
): { key: K; count: number }[] {
  return (Object.entries(counts) as [K, number][])
    .flatMap(([key, count]) => (count > 0 ? [{ key, count }] : []))
    .sort((a, b) => b.count - a.count);
}
