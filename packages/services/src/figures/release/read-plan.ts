import { jobPayloads } from "@lilink/contract";
import {
  disclosureWaiver,
  figureRelease,
  publicFigure,
  releaseSource,
  returnForm,
  returnRound,
} from "@lilink/db/schema";
import type { Definition } from "@lilink/model/goals/definition";
import type { Observation } from "@lilink/model/goals/exchange";
import type { ReleaseAudience, ReleaseState } from "@lilink/model/goals/release";
import { isDue, isShown, planTables } from "@lilink/model/goals/release/making";
import { type Period, parsePeriod, periodsInYear, type ReturnFrequency } from "@lilink/model/return";
import { and, eq, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { definitionsInForce } from "../definition/definitions-in-force.ts";
import { observeRound } from "./observe-round.ts";

/** One verified return that a release is made from. */
export type Source = { readonly formId: string; readonly version: number };

/** What was verified of one round, and what its earlier releases were made from, first edition first. */
export type RoundSources = {
  readonly id: string;
  readonly period: string;
  readonly frequency: ReturnFrequency;
  readonly sources: readonly Source[];
  /** What the exchange counted for it; null where no table asks for that. */
  readonly observed: readonly Observation[] | null;
  readonly earlier: readonly { readonly id: string; readonly observed: readonly Observation[] | null }[];
};

/** All that a release needs to know before its tables are read; none of it changes while it is made. */
export type ReleasePlan = {
  readonly releaseId: string;
  readonly audience: ReleaseAudience;
  readonly period: Period;
  readonly definitions: readonly Definition[];
  /** Those of the round's frequency, or judged by such periods, whose time to be released has come. */
  readonly shown: readonly Definition[];
  /** The round itself first, then rounds of shorter periods within it, in time. */
  readonly rounds: readonly RoundSources[];
  /** Groups of the round whose returns differ from its last release; null for the first. */
  readonly changed: number | null;
  readonly coverage: Readonly<Record<string, { readonly owed: number; readonly verified: number }>>;
  /** Organizations that let an indicator's figures be told, by indicator. */
  readonly waivers: Readonly<Record<string, readonly string[]>>;
  /** Organizations whose figure is public, by component. */
  readonly known: Readonly<Record<string, readonly string[]>>;
};

/** Reads what a release is to be made from; null where it is no longer being made. */
export const readPlan = defineQuery({
  name: "release.make",
  input: jobPayloads["release.make"],
  authorize: { action: "release.make" },
  run: (ctx, { releaseId }) => planOf(ctx, releaseId, "making"),
});

/** Reads what a frozen release was made from; null where it is not frozen. */
export const readMade = defineQuery({
  name: "release.make",
  input: jobPayloads["release.make"],
  authorize: { action: "release.make" },
  run: (ctx, { releaseId }) => planOf(ctx, releaseId, "frozen"),
});

async function planOf(ctx: Context, releaseId: string, wanted: ReleaseState): Promise<ReleasePlan | null> {
  const [head] = await ctx.db.select().from(figureRelease).where(eq(figureRelease.id, releaseId));
  const period = head ? parsePeriod(head.period) : null;
  if (!head || !period || head.state !== wanted) return null;
  const frozen = wanted === "frozen" ? head : null;
  const definitions = await definitionsInForce(ctx, period.id, { pinned: versionsOf(frozen) });
  const within = await listWithin(ctx, period);
  const shown = definitions.filter((one) =>
    frozen
      ? one.indicator in (frozen.coverage ?? {})
      : isShown(one, period.frequency) &&
        isDue(one, period, ctx.now) &&
        isWhole(one, period, within) &&
        (!head.own || one.basis === "platform"),
  );
  const tables = planTables(definitions, shown);
  const asked = new Set(tables.map(({ frequency }) => frequency));
  const observed = new Set(tables.filter(({ basis }) => basis === "platform").map((one) => one.frequency));
  const parts = within.filter((part) => asked.has(part.period.frequency));
  const rounds: RoundSources[] = [];
  for (const round of [{ id: head.roundId, period, before: head.edition }, ...parts])
    rounds.push(await readRound(ctx, head, round, observed.has(round.period.frequency)));
  return {
    releaseId,
    audience: head.audience as ReleaseAudience,
    period,
    definitions,
    shown,
    rounds,
    changed: await countChanged(ctx, rounds[0]),
    coverage: await readCoverage(
      ctx,
      rounds.map(({ id }) => id),
    ),
    waivers: await readWaivers(ctx),
    known: await readKnown(ctx, period.id),
  };
}

function versionsOf(head: typeof figureRelease.$inferSelect | null): Readonly<Record<string, number>> {
  const entries = Object.entries(head?.coverage ?? {});
  return Object.fromEntries(entries.map(([indicator, { definition }]) => [indicator, definition]));
}

/** A round with what is verified of it now, or what a release was made from, and its releases before an edition. */
async function readRound(
  ctx: Context,
  release: typeof figureRelease.$inferSelect,
  round: { readonly id: string; readonly period: Period; readonly before?: number },
  isObserved: boolean,
): Promise<RoundSources> {
  const { id, period, before } = round;
  const inRound = eq(returnForm.roundId, id);
  const sources = await (release.state === "frozen"
    ? ctx.db
        .select({ formId: releaseSource.formId, version: releaseSource.version })
        .from(releaseSource)
        .innerJoin(returnForm, eq(returnForm.id, releaseSource.formId))
        .where(and(eq(releaseSource.releaseId, release.id), inRound))
        .orderBy(releaseSource.formId)
    : ctx.db
        .select({ formId: returnForm.id, version: sql<number>`${returnForm.verifiedVersion}` })
        .from(returnForm)
        .where(and(inRound, isNotNull(returnForm.verifiedVersion)))
        .orderBy(returnForm.id));
  const earlier = await ctx.db
    .select({ id: figureRelease.id, createdAt: figureRelease.createdAt })
    .from(figureRelease)
    .where(
      and(
        eq(figureRelease.roundId, id),
        eq(figureRelease.state, "frozen"),
        before === undefined ? undefined : lt(figureRelease.edition, before),
      ),
    )
    .orderBy(figureRelease.edition);
  const counted = isObserved ? await observeRound(ctx, release, round, earlier) : null;
  return {
    id,
    period: period.id,
    frequency: period.frequency,
    sources,
    observed: counted?.now ?? null,
    earlier: earlier.map((one, at) => ({ id: one.id, observed: counted?.earlier[at] ?? null })),
  };
}

async function countChanged(ctx: Context, round: RoundSources | undefined): Promise<number | null> {
  const last = round?.earlier.at(-1);
  if (!round || !last) return null;
  const forms = sql.param(round.sources.map(({ formId }) => formId));
  const versions = sql.param(round.sources.map(({ version }) => version));
  const { rows } = await ctx.db.execute<{ n: number }>(sql`
    select count(distinct coalesce(f.group_id, f.organization_id))::int as n
    from unnest(${forms}::uuid[], ${versions}::int[]) as s (form_id, version)
    full join (select form_id, version from release_source where release_id = ${last.id}::uuid) b using (form_id)
    join return_form f on f.id = form_id and f.round_id = ${round.id}::uuid
    where s.version is distinct from b.version`);
  return rows[0]?.n ?? 0;
}

/** Whether an indicator that is reported more often was asked for in every period of this one. [RL16] */
function isWhole(
  { frequency }: Definition,
  whole: Period,
  within: readonly { readonly period: Period }[],
): boolean {
  if (frequency === whole.frequency) return true;
  const found = within.filter(({ period }) => period.frequency === frequency).length;
  return found === periodsInYear(frequency) / periodsInYear(whole.frequency);
}

/** Rounds of shorter periods whose days lie within this one, in time. */
async function listWithin(ctx: Context, whole: Period) {
  const rounds = await ctx.db.select({ id: returnRound.id, period: returnRound.period }).from(returnRound);
  return rounds
    .flatMap(({ id, period: written }) => {
      const period = parsePeriod(written);
      const isPart =
        period?.frequency !== whole.frequency &&
        (period?.firstDay ?? "") >= whole.firstDay &&
        (period?.lastDay ?? "") <= whole.lastDay;
      return period && isPart ? [{ id, period }] : [];
    })
    .sort((a, b) => (a.period.firstDay < b.period.firstDay ? -1 : 1));
}

/** Counted over the round and those of shorter periods: each asks for its own indicators. */
async function readCoverage(ctx: Context, rounds: readonly string[]): Promise<ReleasePlan["coverage"]> {
  const forms = await ctx.db
    .select({ definitions: returnForm.definitions, verified: returnForm.verifiedVersion })
    .from(returnForm)
    .where(inArray(returnForm.roundId, [...rounds]));
  const coverage: Record<string, { owed: number; verified: number }> = {};
  for (const { definitions, verified } of forms)
    for (const indicator of Object.keys(definitions)) {
      const { owed, verified: done } = coverage[indicator] ?? { owed: 0, verified: 0 };
      coverage[indicator] = { owed: owed + 1, verified: done + (verified === null ? 0 : 1) };
    }
  return coverage;
}

async function readWaivers(ctx: Context): Promise<ReleasePlan["waivers"]> {
  const rows = await ctx.db
    .select({ indicator: disclosureWaiver.indicator, organizationId: disclosureWaiver.organizationId })
    .from(disclosureWaiver)
    .where(isNull(disclosureWaiver.withdrawnAt));
  return gather(rows, ({ indicator }) => indicator);
}

async function readKnown(ctx: Context, period: string): Promise<ReleasePlan["known"]> {
  const rows = await ctx.db
    .select({ component: publicFigure.component, organizationId: publicFigure.organizationId })
    .from(publicFigure)
    .where(eq(publicFigure.period, period));
  return gather(rows, ({ component }) => component);
}

function gather<R extends { readonly organizationId: string }>(
  rows: readonly R[],
  keyOf: (row: R) => string,
): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  for (const row of rows) {
    const key = keyOf(row);
    found[key] ??= [];
    found[key].push(row.organizationId);
  }
  return found;
}
