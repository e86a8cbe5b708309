import { countWorkingDays } from "@lilink/model/calendar";
import { dutyRules } from "@lilink/model/duty";
import { reviewTargetDays } from "@lilink/model/posting";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { smallestShownCount } from "./load-board.ts";
import { medianOf } from "./median-of.ts";

/** What officers decide, each with its target in working days. */
const targets = {
  posting: reviewTargetDays,
  claim: dutyRules["claim.decide"].workingDays,
  report: dutyRules["report.decide"].workingDays,
} as const;
type Decided = keyof typeof targets;

/** The spans in days that are looked at, the longest last. */
export const paceSpans = [20, 90] as const;

const hourMilliseconds = 3_600_000;

/** Half of the decisions of a span took so many hours at most, and so many were in time; null below five decisions. */
export type Pace = {
  readonly days: (typeof paceSpans)[number];
  readonly decided: number;
  readonly hours: number | null;
  readonly inTime: number | null;
};

/** How fast officers decided of late, all together: nobody's own decisions can be told from it. [BO6] */
export const loadPace = defineQuery({
  name: "board.pace",
  input: z.object({}).default({}),
  authorize: { action: "posting.review" },
  run: async (ctx) => {
    const back = (days: number) => new Date(ctx.now.getTime() - days * 24 * hourMilliseconds);
    const { rows } = await ctx.db.execute<{ times: [Decided, string, string][] }>(
      sql`select app.review_times(${back(paceSpans[1]).toISOString()}::timestamptz) as times`,
    );
    const all = (rows[0]?.times ?? []).map(([kind, came, decided]) => ({
      kind,
      came: new Date(came),
      decided: new Date(decided),
    }));
    return (Object.keys(targets) as Decided[]).map((kind) => ({
      kind,
      targetDays: targets[kind],
      spans: paceSpans.map((days): Pace => {
        const those = all.filter((one) => one.kind === kind && one.decided >= back(days));
        if (those.length < smallestShownCount) {
          return { days, decided: those.length, hours: null, inTime: null };
        }
        const hours = those.map(
          ({ came, decided }) => (decided.getTime() - came.getTime()) / hourMilliseconds,
        );
        const inTime = those.filter(
          ({ came, decided }) => countWorkingDays(came, decided) <= targets[kind],
        ).length;
        return { days, decided: those.length, hours: medianOf(hours), inTime };
      }),
    }));
  },
});
