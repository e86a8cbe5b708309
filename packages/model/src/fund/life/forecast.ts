import { daysBetween, shiftDate } from "../../calendar/index.ts";
import { createRandom, type Random } from "../../random/create-random.ts";
import { criticalPath, lengthOf, orderStones, type PathStone, type ThreePoints } from "./path.ts";

/** So many times a project is played through. [PJ4] */
export const forecastDraws = 2000;
/** So many milestones must have ended before their own lengths say something about the others. */
export const fewestEnded = 3;

/** What the length of a milestone is drawn from: its three points, how long earlier ones took, or the plan alone. */
export type ForecastBasis = "points" | "ended" | "plan";

export type Forecast = {
  readonly draws: number;
  /** The day by which half, eight and nine tenths of the draws have ended. */
  readonly p50: string;
  readonly p80: string;
  readonly p90: string;
  /** The share of draws that end by the day that the project runs until. */
  readonly inTime: number;
  readonly until: string;
  /** How many open milestones are drawn from what. */
  readonly bases: Readonly<Record<ForecastBasis, number>>;
  /** In which share of the draws each open milestone holds the end. */
  readonly holds: readonly { readonly id: string; readonly share: number }[];
};

/**
 * A number from a triangle of least, likeliest and most.
 * @example triangular({ short: 10, likely: 20, long: 60 }, () => 0.2) // 20
 */
export function triangular({ short, likely, long }: ThreePoints, random: Random): number {
  const [drawn, wide] = [random(), long - short];
  if (wide <= 0) return short;
  const turn = (likely - short) / wide;
  return drawn < turn
    ? short + Math.sqrt(drawn * wide * (likely - short))
    : long - Math.sqrt((1 - drawn) * wide * (long - likely));
}

/** How many times as long as promised the milestones that were reached took, from when they could begin. [PJ4] */
export function stretchOf(stones: readonly PathStone[], today: string): readonly number[] {
  const lines = new Map(criticalPath(stones, today)?.lines.map((line) => [line.id, line]));
  return stones.flatMap((stone) => {
    const line = lines.get(stone.id);
    const promised = daysBetween(stone.baselineFrom, stone.baselineOn);
    if (stone.state !== "reached" || !line || promised <= 0) return [];
    return [Math.max(0, daysBetween(line.startOn, line.endOn)) / promised];
  });
}

/**
 * How likely the project ends in time: each open milestone gets a length by chance, in 2,000 draws of one seed, and the longest way through
 * decides. Three points come first, then the lengths of what was reached, if three were; else the plan stands. What is overdue ends today
 * at the earliest. Null where nothing is open, or nothing says how lengths vary. [PJ4]
 * @param until the day that the project runs until
 * @param seed the same seed gives the same days
 */
export function forecastEnd(
  stones: readonly PathStone[],
  today: string,
  until: string,
  seed: number,
): Forecast | null {
  const ordered = orderStones(stones);
  const stretches = stretchOf(stones, today);
  const basisOf = ({ points }: PathStone): ForecastBasis =>
    points ? "points" : stretches.length >= fewestEnded ? "ended" : "plan";
  const isOpen = ({ state }: PathStone) => state === "planned";
  const open = ordered.filter(isOpen);
  const bases = { points: 0, ended: 0, plan: 0 };
  for (const stone of open) bases[basisOf(stone)] += 1;
  if (open.length === 0 || bases.points + bases.ended === 0) return null;

  // Days are counted from today, so that the draws add numbers and not texts.
  const at = (day: string) => daysBetween(today, day);
  const parts = ordered.map((stone) => ({
    id: stone.id,
    from: at(stone.baselineFrom),
    due: at(stone.dueOn),
    ended: isOpen(stone) ? null : at(stone.endedOn ?? stone.dueOn),
    length: lengthOf(stone),
    points: stone.points,
    basis: basisOf(stone),
    after: stone.after.map((id) => ordered.findIndex((one) => one.id === id)),
  }));
  const random = createRandom(seed);
  const ends: number[] = [];
  const held = new Map<string, number>();
  for (let draw = 0; draw < forecastDraws; draw += 1) {
    const day: number[] = [];
    const because: number[] = [];
    for (const part of parts) {
      if (part.ended !== null) {
        day.push(part.ended);
        because.push(-1);
        continue;
      }
      let [start, by] = [part.from, -1];
      for (const before of part.after) {
        const own = day[before] ?? start;
        if (own > start) [start, by] = [own, before];
      }
      const drawn =
        part.points !== null
          ? triangular(part.points, random)
          : part.basis === "ended"
            ? part.length * (stretches[Math.floor(random() * stretches.length)] ?? 1)
            : Math.max(part.length, part.due - start);
      const worked = Math.ceil(start + drawn);
      day.push(Math.max(worked, 0));
      because.push(worked < 0 ? -1 : by);
    }
    const end = Math.max(...day);
    ends.push(end);
    let last = day.findIndex((own, of) => own === end && parts[of]?.ended === null);
    while (last >= 0) {
      const part = parts[last];
      if (!part || part.ended !== null) break;
      held.set(part.id, (held.get(part.id) ?? 0) + 1);
      last = because[last] ?? -1;
    }
  }
  ends.sort((a, b) => a - b);
  const dayAt = (share: number) =>
    shiftDate(today, ends[Math.min(ends.length - 1, Math.ceil(share * ends.length) - 1)] ?? 0);
  const last = at(until);
  return {
    draws: forecastDraws,
    p50: dayAt(0.5),
    p80: dayAt(0.8),
    p90: dayAt(0.9),
    inTime: ends.filter((end) => end <= last).length / ends.length,
    until,
    bases,
    holds: open
      .map(({ id }) => ({ id, share: (held.get(id) ?? 0) / forecastDraws }))
      .toSorted((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1)),
  };
}
