import { parsePeriod } from "../../calendar/period.ts";
import type { Definition } from "./definition.ts";

/**
 * The version that holds for a period: the newest of those that begin with it or before. Null before the first. Figures of
 * earlier periods keep theirs. [DF7]
 * @param versions adopted versions of one indicator, in any order
 * @example findVersion(versions, "2026Q3")?.version // 2
 */
export function findVersion<Version extends Pick<Definition, "version" | "fromPeriod">>(
  versions: readonly Version[],
  period: string,
): Version | null {
  const day = firstDay(period);
  const held = versions.filter(({ fromPeriod }) => firstDay(fromPeriod) <= day);
  return held.toSorted((a, b) => b.version - a.version)[0] ?? null;
}

/** Whether a new version may begin with a period: it is not over on a day of Asia/Shanghai. [DF7] */
export function mayBegin(fromPeriod: string, today: string): boolean {
  const period = parsePeriod(fromPeriod);
  return period !== null && period.lastDay >= today;
}

function firstDay(period: string): string {
  return parsePeriod(period)?.firstDay ?? "";
}
