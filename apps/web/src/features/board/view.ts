import { type LinkId, linkIds } from "@lilink/model/chain";
import { type PostingKind, postingKinds } from "@lilink/model/posting";
import type { GoalItem } from "#features/goal/queries.ts";
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

export type GoalRow = {
  readonly link: LinkId;
  readonly closed: number;
  readonly running: number;
  readonly baseline: number;
};

/** How many goals of each link are closed, running, and have a baseline. */
export function toGoalRows(goals: readonly GoalItem[]): GoalRow[] {
  return linkIds.map((link) => {
    const own = goals.filter(({ goal }) => goal.link === link);
    const count = (test: (item: GoalItem) => boolean) => own.filter(test).length;
    return {
      link,
      closed: count(({ state }) => state === "closed"),
      running: count(({ state }) => state === "running"),
      baseline: count(({ goal }) => goal.baseline !== null),
    };
  });
}

/** The largest first; what is zero or absent is left out. */
export function toRanked<K extends string>(
  counts: Readonly<Partial<Record<K, number>>>,
): { key: K; count: number }[] {
  return (Object.entries(counts) as [K, number][])
    .flatMap(([key, count]) => (count > 0 ? [{ key, count }] : []))
    .sort((a, b) => b.count - a.count);
}
