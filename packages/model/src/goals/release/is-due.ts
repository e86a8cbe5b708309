import { toShanghaiDate } from "../../calendar/index.ts";
import { type Period, periodOfDay } from "../../calendar/period.ts";
import type { Definition } from "../definition/index.ts";

/**
 * Whether figures of a period may be released by now: so many quarters after the one in which the period ended as the
 * definition asks, by the calendar of Asia/Shanghai. [RL5]
 * @example isDue({ releaseLagQuarters: 1 }, parsePeriod("2026Q3"), new Date("2026-11-24T02:00:00Z")) // true
 */
export function isDue(
  { releaseLagQuarters }: Pick<Definition, "releaseLagQuarters">,
  period: Period,
  now: Date,
): boolean {
  const countOf = (day: string) => {
    const { year, part } = periodOfDay(day, "quarterly");
    return 4 * year + part;
  };
  return countOf(toShanghaiDate(now)) - countOf(period.lastDay) >= releaseLagQuarters;
}
