import { goalRefSchema, indicatorRefSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { series } from "@lilink/db/schema";
import { listEditorNotes } from "@lilink/model/chain";
import { LilinkError } from "@lilink/model/error";
import {
  findGoal,
  findIndicator,
  type GoalCard,
  goalCard,
  goals,
  type Indicator,
  listCrossChecks,
  overarchingGoals,
} from "@lilink/model/goals";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { type GoalCourse, readCourse, readCourses } from "./load-standings.ts";
import { readEditions, type SeriesEdition } from "./read-editions.ts";
import { relatedSeries } from "./related-series.ts";

export type GoalListItem = Pick<GoalCard, "goal" | "state" | "target" | "editorNotes"> & {
  readonly indicator: Pick<Indicator, "id" | "name" | "unit"> | null;
  /** Published series speak of its indicator. */
  readonly hasSeries: boolean;
  readonly standing: GoalCourse;
};

/** All goals as a list shows them; what is printed, what is proposed and what is missing stay apart ([GO1]–[GO3]). */
export const listGoals = defineQuery({
  name: "goal.list",
  input: z.object({}),
  rest: { tag: "goals", method: "GET", path: "/goals", open: true, output: shape.goalList },
  authorize: { action: "goal.browse" },
  run: async (ctx) => {
    const editions = await ctx.db.select({ code: series.code }).from(series);
    const codes = new Set(editions.map((edition) => edition.code));
    const standings = await readCourses(ctx, goals);
    return {
      goals: standings.map((standing): GoalListItem => {
        const { goal, state, indicator, target, editorNotes } = goalCard(standing.goal);
        return {
          goal,
          state,
          target,
          editorNotes,
          indicator: indicator ? { id: indicator.id, name: indicator.name, unit: indicator.unit } : null,
          hasSeries: (relatedSeries[goal.indicator] ?? []).some((related) => codes.has(related.code)),
          standing,
        };
      }),
      overarching: overarchingGoals,
    };
  },
});

/** One goal with its definition sheets and the published series that speak of them. */
export const loadGoalCard = defineQuery({
  name: "goal.load",
  input: goalRefSchema,
  rest: { tag: "goals", method: "GET", path: "/goals/{id}", open: true, output: shape.goalCard },
  authorize: { action: "goal.browse" },
  run: async (ctx, { id }) => {
    if (!findGoal(id)) throw new LilinkError("NOT_FOUND", { kind: "goal", id });
    const card = goalCard(id);
    const standing = await readCourse(ctx, id);
    return { ...card, series: await readRelated(ctx, card.goal.indicator), standing };
  },
});

/** One definition sheet, the goals that stand on it, and the published series that speak of it. */
export const loadIndicator = defineQuery({
  name: "goal.indicator",
  input: indicatorRefSchema,
  rest: { tag: "goals", method: "GET", path: "/indicators/{id}", open: true, output: shape.indicatorSheet },
  authorize: { action: "goal.browse" },
  run: async (ctx, { id }) => {
    const indicator = findIndicator(id);
    if (!indicator) throw new LilinkError("NOT_FOUND", { kind: "indicator", id });
    return {
      indicator,
      goals: goals
        .filter((goal) => goal.indicator === id || goal.furtherIndicators.includes(id))
        .map(({ id: goalId, horizon, statement }) => ({ id: goalId, horizon, statement })),
      editorNotes: listEditorNotes("indicator", id),
      crossChecks: listCrossChecks([id]),
      series: await readRelated(ctx, id),
    };
  },
});

/** Every edition of the related series, with the regions that matter there; two vintages stand side by side ([GO5]). */
async function readRelated(ctx: Context, indicatorId: string): Promise<SeriesEdition[]> {
  const related = relatedSeries[indicatorId] ?? [];
  const editions = await readEditions(
    ctx,
    related.map(({ code }) => code),
  );
  return related
    .flatMap(({ code, regions }) =>
      editions
        .filter((edition) => edition.code === code)
        .map((edition) => ({
          ...edition,
          figures: edition.figures.filter(({ region }) => regions?.includes(region) ?? true),
        })),
    )
    .filter(({ figures }) => figures.length > 0);
}
