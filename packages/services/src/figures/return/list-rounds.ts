import { listRoundsSchema } from "@lilink/contract";
import { returnForm, returnRound } from "@lilink/db/schema";
import type { ReturnState } from "@lilink/model/return";
import { count, desc, eq, inArray, sql } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { neverCame } from "./never-came.ts";

/** How many returns of a sheet and province stand in a state: `late` of them came late, `overdue` are due and never came. */
export type ReportingCount = {
  readonly sheet: string;
  readonly province: string | null;
  readonly state: ReturnState;
  readonly count: number;
  readonly late: number;
  readonly overdue: number;
};

const most = 24;

/** The rounds, newest period first, with how reporting stands in each: officers over the country, regulators in their province. */
export const listRounds = defineQuery({
  name: "return.rounds",
  input: listRoundsSchema,
  authorize: { action: "return.check" },
  run: async (ctx) => {
    const rounds = await ctx.db
      .select({
        id: returnRound.id,
        publicId: returnRound.publicId,
        period: returnRound.period,
        frequency: returnRound.frequency,
        opensAt: returnRound.opensAt,
        dueAt: returnRound.dueAt,
        closedAt: returnRound.closedAt,
      })
      .from(returnRound)
      .orderBy(desc(returnRound.dueAt), desc(returnRound.id))
      .limit(most);
    const ids = rounds.map(({ id }) => id);
    const counts =
      ids.length === 0
        ? []
        : await ctx.db
            .select({
              roundId: returnForm.roundId,
              sheet: returnForm.sheet,
              province: returnForm.province,
              state: returnForm.state,
              count: count(),
              late: sql<number>`(count(*) filter (where ${returnForm.late}))::int`,
              overdue: sql<number>`(count(*) filter (where ${neverCame(ctx.now)}))::int`,
            })
            .from(returnForm)
            .innerJoin(returnRound, eq(returnRound.id, returnForm.roundId))
            .where(inArray(returnForm.roundId, ids))
            .groupBy(returnForm.roundId, returnForm.sheet, returnForm.province, returnForm.state)
            .orderBy(returnForm.sheet, returnForm.province, returnForm.state);
    return {
      rounds: rounds.map(({ id, ...round }) => ({
        ...round,
        overdue: round.dueAt < ctx.now,
        counts: counts.flatMap(({ roundId, ...one }) =>
          roundId === id ? [one satisfies ReportingCount] : [],
        ),
      })),
    };
  },
});
