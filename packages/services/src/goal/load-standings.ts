import { goals, type Standing, toStanding } from "@lilink/model/goals";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { defineQuery } from "../kernel/define.ts";
import { type FigureSeries, latestFigures } from "../release/latest-figures.ts";

/** Where a goal stands, and how sure that is. */
export type GoalStanding = Standing & {
  readonly unit: string | null;
  /** The release that the last figure is from: its public id, its age, and the share of owed returns behind it. */
  readonly release: {
    readonly publicId: string;
    readonly frozenAt: Date;
    readonly ageDays: number;
    readonly coverage: number | null;
  } | null;
};

/** Every goal judged by what this reader may see released, as of today ([PG9]–[PG14]). */
export const loadStandings = defineQuery({
  name: "goal.standings",
  input: z.object({}),
  authorize: { action: "goal.browse" },
  run: async (ctx) => ({ at: ctx.now, standings: await readStandings(ctx) }),
});

/** The same for whoever needs them inside another verb. */
export async function readStandings(ctx: Context): Promise<readonly GoalStanding[]> {
  const series = await latestFigures.run(ctx, {
    indicators: [...new Set(goals.map(({ indicator }) => indicator))],
    measures: "headline",
    dimensions: [],
  });
  const year = Number(
    new Intl.DateTimeFormat("en", { timeZone: "Asia/Shanghai", year: "numeric" }).format(ctx.now),
  );
  return goals.map((goal) => {
    const own = series.find(({ indicator }) => indicator === goal.indicator);
    const standing = toStanding(goal, own?.figures ?? [], own?.unit ?? "", year);
    return { ...standing, unit: own?.unit ?? null, release: releaseOf(standing, own) };
  });
}

function releaseOf({ now }: Standing, series: FigureSeries | undefined): GoalStanding["release"] {
  const figure = now && series?.figures.find(({ period }) => period === now.period);
  if (!figure) return null;
  const { release, frozenAt, ageDays, coverage } = figure;
  return { publicId: release, frozenAt, ageDays, coverage };
}
