import { talentRollup, talentSource } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import {
  type DemandFiling,
  type PostedDemand,
  type RollUp,
  rollUpDays,
  toRolledCells,
  toRolledTables,
} from "@lilink/model/people";
import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Maker } from "../../figures/release/make-figures.ts";
import { call, callJob } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { readFilings, readPosted } from "./read-demand.ts";

type Plan = {
  readonly days: readonly string[];
  readonly filings: readonly DemandFiling[];
  readonly posted: readonly PostedDemand[];
  readonly known: readonly RollUp[];
};

const planRollUp = defineQuery({
  name: "talent.rollUp",
  input: z.object({}),
  authorize: { action: "release.make" },
  run: async (ctx): Promise<Plan> => {
    const known = await ctx.db
      .select({ asOf: talentRollup.asOf, cells: talentRollup.cells, sources: talentSource.sources })
      .from(talentRollup)
      .innerJoin(talentSource, eq(talentSource.rollupId, talentRollup.id))
      .orderBy(asc(talentRollup.asOf));
    const days = rollUpDays(toShanghaiDate(ctx.now)).filter((day) => !known.some(({ asOf }) => asOf === day));
    if (days.length === 0) return { days, filings: [], posted: [], known };
    return { days, filings: await readFilings(ctx), posted: await readPosted(ctx), known };
  },
});

const freezeRollUps = (made: readonly RollUp[]) =>
  defineMutation({
    name: "talent.rollUp",
    input: z.object({}),
    authorize: { action: "release.make" },
    run: async (ctx) => {
      for (const { asOf, cells, sources } of made) {
        const id = ctx.newId();
        const kept = await ctx.db
          .insert(talentRollup)
          .values({ id, asOf, cells, madeAt: ctx.now })
          .onConflictDoNothing()
          .returning({ id: talentRollup.id });
        if (kept.length > 0) await ctx.db.insert(talentSource).values({ rollupId: id, sources });
      }
      return { made: made.length };
    },
    audit: (_input, { made: count }) =>
      count === 0 ? null : { subjectKind: "release", subjectId: null, detail: { figures: count } },
  });

/**
 * Rolls up the demand for people as of the first day of the quarter, and once as of the year whose forecast can be judged now. What is published
 * stays as it is; a day for which nothing was stated makes none. [SK4]
 */
export async function rollUpTalent(
  kernel: Kernel,
  job: { readonly id: string; readonly name: string },
  { protect, parameters }: Maker,
): Promise<void> {
  const plan = await call(kernel, { kind: "job", job: job.name }, planRollUp, {});
  const made: RollUp[] = [];
  for (const asOf of plan.days) {
    const tables = toRolledTables(plan.filings, plan.posted, asOf, [...plan.known, ...made]);
    if (tables.length === 0) continue;
    const released = await Promise.all(tables.map(({ input }) => protect({ ...input, parameters })));
    made.push({
      asOf,
      cells: tables.flatMap((table, at) => {
        const release = released[at];
        return release ? toRolledCells(table, release) : [];
      }),
      sources: tables.map(({ component, year, contributions }) => ({ component, year, contributions })),
    });
  }
  if (made.length > 0) await callJob(kernel, job, freezeRollUps(made), {});
}
