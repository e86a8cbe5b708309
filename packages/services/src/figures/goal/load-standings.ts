import { goalRefSchema } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import {
  findGoal,
  findGoalRule,
  type Goal,
  goals,
  type Standing,
  type StandingCourse,
} from "@lilink/model/goals";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { type FigureSeries, readLatest } from "../release/latest-figures.ts";
import { judgeOnce } from "./judge-once.ts";

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

/** The same with its course: its years, the way to its target and where its pace would lead. */
export type GoalCourse = GoalStanding & StandingCourse;

/** Every goal judged by what this reader may see released, as of today ([PG9]–[PG14]). */
export const loadStandings = defineQuery({
  name: "goal.standings",
  input: z.object({}),
  authorize: { action: "goal.browse" },
  run: async (ctx) => ({ at: ctx.now, standings: await readCourses(ctx) }),
});

/** One goal alone. */
export const loadStanding = defineQuery({
  name: "goal.standing",
  input: goalRefSchema,
  authorize: { action: "goal.browse" },
  run: async (ctx, { id }): Promise<GoalCourse> => {
    const goal = findGoal(id);
    if (!goal) throw new LilinkError("NOT_FOUND", { kind: "goal", id });
    return toGoalCourse(ctx, goal, await readSeries(ctx, [goal]));
  },
});

/** The same for whoever needs them inside another verb. */
export async function readStandings(ctx: Context): Promise<readonly GoalStanding[]> {
  return (await readCourses(ctx)).map(({ years: _years, path: _path, ...standing }) => standing);
}

async function readCourses(ctx: Context): Promise<readonly GoalCourse[]> {
  const series = await readSeries(ctx, goals);
  return goals.map((goal) => toGoalCourse(ctx, goal, series));
}

function toGoalCourse(ctx: Context, goal: Goal, series: readonly FigureSeries[]): GoalCourse {
  const own = seriesOf(series, goal);
  const { standing, course } = judgeOnce(goal, own, thisYear(ctx));
  return { ...standing, ...course, unit: own?.unit ?? null, release: releaseOf(standing, own) };
}

function readSeries(ctx: Context, asked: readonly Goal[]): Promise<readonly FigureSeries[]> {
  const indicators = [...new Set(asked.map(({ indicator }) => indicator))];
  const measures = asked.flatMap(({ id }) => findGoalRule(id)?.measure ?? []);
  return readLatest(ctx, { indicators, measures, dimensions: [] });
}

/** The figures that the target of a goal speaks of. [PG9] */
function seriesOf(series: readonly FigureSeries[], { id, indicator }: Goal): FigureSeries | undefined {
  const wanted = findGoalRule(id)?.measure;
  if (wanted === null) return undefined;
  return series.find(
    (one) => one.indicator === indicator && (wanted ? one.measure === wanted : one.headline),
  );
}

const thisYear = ({ now }: Context) => Number(toShanghaiDate(now).slice(0, 4));

function releaseOf({ now }: Standing, series: FigureSeries | undefined): GoalStanding["release"] {
  const figure = now && series?.figures.find(({ period }) => period === now.period);
  if (!figure) return null;
  const { release, frozenAt, ageDays, coverage } = figure;
  return { publicId: release, frozenAt, ageDays, coverage };
}
