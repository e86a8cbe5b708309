import { figureBand, figureRelease, releaseCount, releaseObservation } from "@lilink/db/schema";
import type { FigureAudience } from "@lilink/model/goals/definition";
import { type FigureCell, releaseMachine, toCoverage } from "@lilink/model/goals/release";
import { isFinestCode, reportRelease } from "@lilink/model/goals/release/making";
import { returnMachine } from "@lilink/model/return";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import type { Made } from "./make-figures.ts";
import type { ReleasePlan, Source } from "./read-plan.ts";

const batch = 4000;
const narrower: readonly FigureAudience[] = ["everyone", "members", "group"];

/**
 * Writes all that a release tells and freezes it: in one transaction or not at all, and only while it is being made. What
 * it was made from is locked: a correction goes into the next. Null where it is no longer being made. [RL4]
 */
export const freezeRelease = (release: ReleasePlan, { figures, bands, left }: Made) =>
  defineMutation({
    name: "release.make",
    input: z.object({}),
    authorize: { action: "release.make" },
    run: async (ctx) => {
      const { releaseId, rounds } = release;
      const { rows } = await ctx.db.execute(
        sql`select 1 from figure_release where id = ${releaseId}::uuid and state = ${releaseMachine.start} for update`,
      );
      if (rows.length === 0) return null;
      await writeSources(
        ctx,
        releaseId,
        rounds.flatMap(({ sources }) => sources),
      );
      for (const { id: roundId, observed } of rounds)
        if (observed)
          await ctx.db
            .insert(releaseObservation)
            .values({ releaseId, roundId, observations: observed })
            .onConflictDoNothing();
      for (let start = 0; start < figures.length; start += batch)
        await writeFigures(ctx, release, figures.slice(start, start + batch));
      if (bands.length > 0)
        await ctx.db.insert(figureBand).values(bands.map((band) => ({ releaseId, ...band })));
      const counts = countReturns(release, left);
      if (counts.length > 0) await ctx.db.insert(releaseCount).values(counts);
      await ctx.db
        .update(figureRelease)
        .set({
          state: releaseMachine.steps.freeze.to,
          frozenAt: ctx.now,
          coverage: toCoverageRows(release, left),
          report: reportRelease(figures, isFinestCode, isSumOf(release)),
        })
        .where(eq(figureRelease.id, releaseId));
      await ctx.enqueue("release.print", { releaseId });
      return { id: releaseId, figures: figures.length };
    },
    audit: (_input, output) =>
      output && { subjectKind: "release", subjectId: output.id, detail: { figures: output.figures } },
  });

async function writeSources(ctx: Context, releaseId: string, sources: readonly Source[]): Promise<void> {
  const { lock } = returnMachine.steps;
  const forms = sql.param(sources.map(({ formId }) => formId));
  const versions = sql.param(sources.map(({ version }) => version));
  await ctx.db.execute(sql`insert into release_source (release_id, form_id, version)
    select ${releaseId}::uuid, s.form_id, s.version from unnest(${forms}::uuid[], ${versions}::int[]) as s (form_id, version)`);
  await ctx.db.execute(sql`update return_form f set state = ${lock.to}, updated_at = ${ctx.now.toISOString()}::timestamptz
    from unnest(${forms}::uuid[], ${versions}::int[]) as s (form_id, version)
    where f.id = s.form_id and f.version = s.version and f.state::text = any (${sql.param(lock.from)}::text[])`);
}

async function writeFigures(
  ctx: Context,
  { releaseId, audience, period, shown }: ReleasePlan,
  figures: readonly FigureCell[],
): Promise<void> {
  const audiences = new Map(shown.map((one) => [one.indicator, one.audience]));
  const rows = figures.map((figure) => {
    const own = audiences.get(figure.indicator) ?? "group";
    const isNarrower = narrower.indexOf(own) > narrower.indexOf(audience);
    return { id: ctx.newId(), audience: isNarrower ? own : audience, ...figure };
  });
  await ctx.db.execute(sql`
    insert into figure_cell (id, release_id, audience, indicator, measure, period, dimensions, place, unit, status, value, low, high)
    select id, ${releaseId}::uuid, audience, indicator, measure, ${period.id}, dimensions, place, unit, status, value, low, high
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f (id uuid, audience text, indicator text, measure text,
      dimensions text[], place text[], unit text, status text, value numeric, low numeric, high numeric)`);
}

const countReturns = (release: ReleasePlan, left: Made["left"]) =>
  release.shown.map(({ indicator }) => ({
    releaseId: release.releaseId,
    indicator,
    ...coveredBy(release, left, indicator),
  }));

/** Who left out a part of a ratio is not covered by it, in none of the rounds that asked for it. [RL15] */
function coveredBy({ coverage, rounds, shown }: ReleasePlan, left: Made["left"], indicator: string) {
  const { owed, verified } = coverage[indicator] ?? { owed: 0, verified: 0 };
  const frequency = shown.find((one) => one.indicator === indicator)?.frequency;
  const asked = rounds.filter((round) => round.frequency === frequency).length;
  return { owed, verified: Math.max(0, verified - asked * (left.get(indicator) ?? 0)) };
}

function toCoverageRows(release: ReleasePlan, left: Made["left"]) {
  return Object.fromEntries(
    release.shown.map(({ indicator, version, measures }) => {
      const { owed, verified } = coveredBy(release, left, indicator);
      const percent = toCoverage(owed, verified);
      return [indicator, { percent, definition: version, headline: measures[0]?.code ?? "" }];
    }),
  );
}

function isSumOf({ shown }: ReleasePlan): (indicator: string, measure: string) => boolean {
  const sums = new Set(
    shown.flatMap(({ indicator, components, uses }) =>
      [...components.map(({ code }) => code), ...uses].map((code) => `${indicator} ${code}`),
    ),
  );
  return (indicator, measure) => sums.has(`${indicator} ${measure}`);
}
