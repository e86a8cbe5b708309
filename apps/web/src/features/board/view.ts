import { type LinkId, linkIds } from "@lilink/model/chain";
import { isStuck, leadPart, loadGoal, type ProgressStatus } from "@lilink/model/goals";
import { type PostingKind, postingKinds } from "@lilink/model/posting";
import type { StandingItem } from "#features/standing/queries.ts";
import type { BoardData, SinceMeeting } from "./queries.ts";

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

const reached: readonly ProgressStatus[] = ["achieved", "inside"];
const onWay: readonly ProgressStatus[] = ["on_track", "approaching"];
const slowly: readonly ProgressStatus[] = ["moderate", "limited"];

export type BoardAnswers = {
  readonly goals: number;
  /** Achieved, in their corridor, on track or coming nearer. */
  readonly good: number;
  /** With a figure by which they stand; one figure alone shows no direction yet. */
  readonly assessed: number;
  /** Held back and not counted as good. */
  readonly heldBack: number;
  /** Good by the pace that leads, held back by the other or by one of their measures. */
  readonly both: number;
  /** Their statuses, the most frequent first. */
  readonly kinds: readonly { readonly key: ProgressStatus; readonly count: number }[];
  /** The link with the most goals that are held back, and how many those are. */
  readonly stuck: { readonly link: LinkId; readonly count: number } | null;
  /** Shares of all goals for the bar, each with its class. */
  readonly bar: readonly { readonly key: BarKey; readonly count: number }[];
};
export const barKeys = ["reached", "onWay", "first", "slow", "bad", "open"] as const;
export type BarKey = (typeof barKeys)[number];

function barKeyOf({ status, heldBack }: StandingItem): BarKey {
  if (status === "not_assessable") return "open";
  if (reached.includes(status)) return "reached";
  if (onWay.includes(status)) return "onWay";
  if (status === "first_figure") return "first";
  return heldBack && !slowly.includes(status) ? "bad" : "slow";
}

/** Where we stand, how sure we are and what holds us back, as three numbers. */
export function toAnswers(standings: readonly StandingItem[]): BoardAnswers {
  const count = (key: BarKey) => standings.filter((one) => barKeyOf(one) === key).length;
  const bar = barKeys.map((key) => ({ key, count: count(key) }));
  const slow = standings.filter(isStuck);
  const byLink = linkIds.map((link) => ({
    link,
    count: slow.filter(({ goal }) => loadGoal(goal).link === link).length,
  }));
  const most = byLink.toSorted((a, b) => b.count - a.count)[0];
  return {
    goals: standings.length,
    good: count("reached") + count("onWay"),
    assessed: standings.length - count("open"),
    heldBack: slow.length,
    kinds: toRanked(
      Object.fromEntries(
        slow.map(({ status }) => [status, slow.filter((one) => one.status === status).length]),
      ),
    ) as BoardAnswers["kinds"],
    both: standings.filter((one) => one.heldBack && !isStuck(one)).length,
    stuck: most && most.count > 0 ? most : null,
    bar,
  };
}

export type GoalChange = {
  readonly goal: string;
  readonly from: ProgressStatus;
  readonly to: ProgressStatus;
  readonly was: string | null;
  readonly is: string | null;
  readonly unit: string | null;
};

/** Goals whose status or figure of the measure that leads is another than before the meeting; a new status first. */
export function toGoalChanges(
  before: SinceMeeting["standings"],
  standings: readonly StandingItem[],
): readonly GoalChange[] {
  return before
    .flatMap(({ goal, status, now, measures }) => {
      const present = standings.find((one) => one.goal === goal);
      if (!present) return [];
      const lead = leadPart(present.parts);
      const then = measures.find((one) => one.indicator === lead?.indicator && one.measure === lead.measure);
      const was = (present.method === "conformity" ? now?.value : then?.value) ?? null;
      const is = present.now?.value ?? null;
      if (present.status === status && was === is) return [];
      return [{ goal, from: status, to: present.status, was, is, unit: present.unit }];
    })
    .toSorted((a, b) => Number(a.from === a.to) - Number(b.from === b.to));
}

export type FunnelStep = {
  readonly key: "needs" | "matched" | "introduced" | "accepted" | "confirmed";
  readonly count: number;
  /** In percent of the step before, where this step is a part of that one. */
  readonly share: number | null;
};

/** From an open need to an outcome that both sides confirmed. Introductions are not a part of the needs: some start elsewhere. */
export function toFunnel(board: BoardData): readonly FunnelStep[] {
  const total = Object.values(board.introductions).reduce((sum, count) => sum + count, 0);
  const needs = board.postings.reduce((sum, row) => sum + (row.kind === "need" ? row.count : 0), 0);
  const accepted = (board.introductions.accepted ?? 0) + (board.introductions.ended ?? 0);
  const part = (count: number, of: number) => (of === 0 ? null : Math.round((100 * count) / of));
  return [
    { key: "needs", count: needs, share: null },
    { key: "matched", count: board.matches.needs, share: part(board.matches.needs, needs) },
    { key: "introduced", count: total, share: null },
    { key: "accepted", count: accepted, share: part(accepted, total) },
    { key: "confirmed", count: board.withOutcome, share: part(board.withOutcome, accepted) },
  ];
}

/** The missed goal with the widest gap among those in percent, which alone compare. */
export function toWidest(standings: readonly StandingItem[]): StandingItem | null {
  const gapOf = ({ parts }: StandingItem) => Number(leadPart(parts)?.gap ?? 0);
  const missed = standings.filter(({ status, unit }) => status === "missed" && unit?.includes("%"));
  return missed.toSorted((a, b) => gapOf(b) - gapOf(a))[0] ?? null;
}

export const countKeys = ["postings", "introductions", "outcomes", "organizations"] as const;
export type CountChange = {
  readonly key: (typeof countKeys)[number];
  readonly from: number;
  readonly to: number;
};

type Counted = Pick<BoardData, "postings" | "introductions" | "outcomes" | "organizations">;

/** The sums of the exchange that are others than before the meeting. */
export function toCountChanges(before: SinceMeeting["board"], board: Counted): readonly CountChange[] {
  const sum = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  const read = ({ postings, ...rest }: Counted | SinceMeeting["board"]) => ({
    postings: postings.reduce((total, { count }) => total + count, 0),
    introductions: sum(rest.introductions),
    outcomes: sum(rest.outcomes),
    organizations: sum(rest.organizations),
  });
  const [then, now] = [read(before), read(board)];
  return countKeys.flatMap((key) => (then[key] === now[key] ? [] : [{ key, from: then[key], to: now[key] }]));
}
