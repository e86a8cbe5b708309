import { daysBetween, shiftDate } from "../../calendar/index.ts";
import type { MilestoneState } from "./project.ts";

/** Lengths in days that the project thinks possible: if all goes well, as a rule, if all goes wrong. [PJ4] */
export type ThreePoints = { readonly short: number; readonly likely: number; readonly long: number };

/** A milestone as the path reads it. */
export type PathStone = {
  readonly id: string;
  readonly title: string;
  readonly state: MilestoneState;
  readonly baselineFrom: string;
  readonly baselineOn: string;
  readonly dueOn: string;
  readonly endedOn: string | null;
  /** The milestones that it waits for. */
  readonly after: readonly string[];
  readonly points: ThreePoints | null;
};

/** What sets the day of a milestone: what it waits for, its own length, the day it is planned for, or that it is overdue and still open. */
export type PathCause = "after" | "length" | "planned" | "overdue";

export type PathLine = {
  readonly id: string;
  readonly startOn: string;
  readonly endOn: string;
  /** Days that it may come later without moving the end; null where it ended. */
  readonly slack: number | null;
  readonly because: PathCause | "ended";
  /** What it waits for longest, where that sets its start. */
  readonly waitsFor: string | null;
};
export type CriticalPath = {
  /** When the last milestone ends. */
  readonly endOn: string;
  readonly lines: readonly PathLine[];
  /** What holds the end, the first one first. */
  readonly holds: readonly string[];
};

/** What was missed or dropped moves nothing any more: whoever waits for it waits for what it waited for. */
export const isOut = ({ state }: Pick<PathStone, "state">): boolean =>
  state === "missed" || state === "dropped";
const isDone = ({ state, endedOn }: PathStone): boolean =>
  endedOn !== null && (state === "reached" || state === "told");

/** Days that a milestone was promised to take, or fewer where it is planned shorter. */
export const lengthOf = ({ baselineFrom, baselineOn, dueOn }: PathStone): number =>
  Math.min(daysBetween(baselineFrom, baselineOn), daysBetween(baselineFrom, dueOn));

/**
 * The titles along a circle of "after", with the first one again at the end; null where there is none. [PJ1]
 * @example findCircle(stones.with(0, { ...first, after: [second.id] })) // ["A", "B", "A"]
 */
export function findCircle(
  stones: readonly Pick<PathStone, "id" | "title" | "after">[],
): readonly string[] | null {
  const byId = new Map(stones.map((stone) => [stone.id, stone]));
  const left = new Set<string>();
  const walk = (id: string, way: readonly string[]): readonly string[] | null => {
    const seen = way.indexOf(id);
    if (seen >= 0) return [...way.slice(seen), id];
    if (left.has(id)) return null;
    for (const before of byId.get(id)?.after ?? []) {
      const found = walk(before, [...way, id]);
      if (found) return found;
    }
    left.add(id);
    return null;
  };
  for (const { id } of stones) {
    const found = walk(id, []);
    if (found) return found.map((one) => byId.get(one)?.title ?? one);
  }
  return null;
}

/** Milestones that still count, each after what it waits for; those that are out hand their own "after" on. */
export function orderStones(stones: readonly PathStone[]): readonly PathStone[] {
  const byId = new Map(stones.map((stone) => [stone.id, stone]));
  const seen = new Map<string, readonly string[]>();
  const ordered: PathStone[] = [];
  const visit = (id: string): readonly string[] => {
    const known = seen.get(id);
    if (known) return known;
    const stone = byId.get(id);
    if (!stone) return [];
    seen.set(id, []);
    const after = [...new Set(stone.after.flatMap(visit))];
    const answer = isOut(stone) ? after : [id];
    seen.set(id, answer);
    if (!isOut(stone)) ordered.push({ ...stone, after });
    return answer;
  };
  for (const { id } of stones) visit(id);
  return ordered;
}

/**
 * When each milestone ends if nothing else changes, how late it may be without moving the end, and what holds the end. An open milestone
 * begins on its first day or when the last one that it waits for ends; it ends after its length, not before the day it is planned for, and
 * not before today. Null where no milestone counts. [PJ2]
 * @param stones without a circle
 * @param today the day of the reader; an open milestone of the past ends today at the earliest
 */
export function criticalPath(stones: readonly PathStone[], today: string): CriticalPath | null {
  const ordered = orderStones(stones);
  const found = new Map<string, Omit<PathLine, "slack">>();
  for (const stone of ordered) found.set(stone.id, endOf(stone, found, today));
  const ends = [...found.values()];
  const [first] = ends;
  if (!first) return null;
  const endOn =
    ends
      .map((one) => one.endOn)
      .toSorted()
      .at(-1) ?? first.endOn;
  const latest = latestEnds(ordered, endOn);
  const lines = ordered.map((stone): PathLine => {
    const line = found.get(stone.id) ?? first;
    const until = latest.get(stone.id) ?? endOn;
    return { ...line, slack: isDone(stone) ? null : daysBetween(line.endOn, until) };
  });
  return { endOn, lines, holds: whatHolds(lines, endOn) };
}

function endOf(
  stone: PathStone,
  found: ReadonlyMap<string, Omit<PathLine, "slack">>,
  today: string,
): Omit<PathLine, "slack"> {
  const before = stone.after.flatMap((id) => found.get(id) ?? []);
  const last = before.reduce<Omit<PathLine, "slack"> | null>(
    (most, one) => (most === null || one.endOn > most.endOn ? one : most),
    null,
  );
  const waits = last !== null && last.endOn > stone.baselineFrom;
  const startOn = waits ? last.endOn : stone.baselineFrom;
  const waitsFor = waits ? last.id : null;
  if (stone.endedOn !== null && isDone(stone))
    return { id: stone.id, startOn, endOn: stone.endedOn, because: "ended", waitsFor: null };
  const worked = shiftDate(startOn, lengthOf(stone));
  const line = { id: stone.id, startOn, waitsFor: null };
  if (worked < today && stone.dueOn < today) return { ...line, endOn: today, because: "overdue" };
  if (stone.dueOn > worked) return { ...line, endOn: stone.dueOn, because: "planned" };
  return { ...line, endOn: worked, because: waits ? "after" : "length", waitsFor };
}

/** The last day on which each may end, so that whatever waits for it still ends in time. */
function latestEnds(ordered: readonly PathStone[], endOn: string): ReadonlyMap<string, string> {
  const latest = new Map<string, string>();
  for (const stone of ordered.toReversed()) {
    const own = latest.get(stone.id) ?? endOn;
    latest.set(stone.id, own);
    // What has ended waits for nothing any more.
    if (isDone(stone)) continue;
    const begin = shiftDate(own, -lengthOf(stone));
    for (const id of stone.after) {
      if (begin < (latest.get(id) ?? endOn)) latest.set(id, begin);
    }
  }
  return latest;
}

function whatHolds(lines: readonly PathLine[], endOn: string): readonly string[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const chain: string[] = [];
  let at = lines.find((line) => line.endOn === endOn && line.because !== "ended") ?? null;
  while (at) {
    chain.unshift(at.id);
    at = at.waitsFor === null ? null : (byId.get(at.waitsFor) ?? null);
  }
  return chain;
}
