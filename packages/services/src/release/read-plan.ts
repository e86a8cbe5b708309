import { jobPayloads } from "@lilink/contract";
import { disclosureWaiver, figureRelease, publicFigure, returnForm, returnRound } from "@lilink/db/schema";
import type { Definition } from "@lilink/model/goals/definition";
import type { ReleaseAudience } from "@lilink/model/goals/release";
import { isDue } from "@lilink/model/goals/release/making";
import { type Period, parsePeriod, type ReturnFrequency } from "@lilink/model/return";
import { and, eq, isNotNull, isNull, lt } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { defineQuery } from "../kernel/define.ts";
import { definitionsInForce } from "./definitions-in-force.ts";

/** One verified return that a release is made from. */
export type Source = { readonly formId: string; readonly version: number };

/** What was verified of one round, and what its earlier releases were made from, first edition first. */
export type RoundSources = {
  readonly period: string;
  readonly frequency: ReturnFrequency;
  readonly sources: readonly Source[];
  readonly earlier: readonly string[];
};

/** All that a release needs to know before its tables are read; none of it changes while it is made. */
export type ReleasePlan = {
  readonly releaseId: string;
  readonly audience: ReleaseAudience;
  readonly period: Period;
  readonly definitions: readonly Definition[];
  /** Those of the round's frequency whose time to be released has come. */
  readonly shown: readonly Definition[];
  /** The round itself first, then rounds of shorter periods within it, in time. */
  readonly rounds: readonly RoundSources[];
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
  run: async (ctx, { releaseId }): Promise<ReleasePlan | null> => {
    const [head] = await ctx.db
      .select({
        audience: figureRelease.audience,
        state: figureRelease.state,
        edition: figureRelease.edition,
        roundId: figureRelease.roundId,
        periodId: figureRelease.period,
      })
      .from(figureRelease)
      .where(eq(figureRelease.id, releaseId));
    const period = head ? parsePeriod(head.periodId) : null;
    if (!head || !period || head.state !== "making") return null;
    const definitions = await definitionsInForce(ctx, period.id);
    const own = await readRound(ctx, head.roundId, period, head.edition);
    return {
      releaseId,
      audience: head.audience as ReleaseAudience,
      period,
      definitions,
      shown: definitions.filter((one) => one.frequency === period.frequency && isDue(one, period, ctx.now)),
      rounds: [own, ...(await readWithin(ctx, period))],
      coverage: await readCoverage(ctx, head.roundId),
      waivers: await readWaivers(ctx),
      known: await readKnown(ctx, period.id),
    };
  },
});

async function readRound(
  ctx: Context,
  roundId: string,
  { id: period, frequency }: Period,
  before?: number,
): Promise<RoundSources> {
  const sources = await ctx.db
    .select({ formId: returnForm.id, version: returnForm.verifiedVersion })
    .from(returnForm)
    .where(and(eq(returnForm.roundId, roundId), isNotNull(returnForm.verifiedVersion)))
    .orderBy(returnForm.id);
  const earlier = await ctx.db
    .select({ id: figureRelease.id })
    .from(figureRelease)
    .where(
      and(
        eq(figureRelease.roundId, roundId),
        eq(figureRelease.state, "frozen"),
        before === undefined ? undefined : lt(figureRelease.edition, before),
      ),
    )
    .orderBy(figureRelease.edition);
  return {
    period,
    frequency,
    sources: sources.map(({ formId, version }) => ({ formId, version: version ?? 0 })),
    earlier: earlier.map(({ id }) => id),
  };
}

/** Rounds of shorter periods whose days lie within this one. */
async function readWithin(ctx: Context, whole: Period): Promise<readonly RoundSources[]> {
  const rounds = await ctx.db.select({ id: returnRound.id, period: returnRound.period }).from(returnRound);
  const within = rounds.flatMap(({ id, period: written }) => {
    const period = parsePeriod(written);
    const isPart =
      period?.frequency !== whole.frequency &&
      (period?.firstDay ?? "") >= whole.firstDay &&
      (period?.lastDay ?? "") <= whole.lastDay;
    return period && isPart ? [{ id, period }] : [];
  });
  within.sort((a, b) => (a.period.firstDay < b.period.firstDay ? -1 : 1));
  const found: RoundSources[] = [];
  for (const { id, period } of within) found.push(await readRound(ctx, id, period));
  return found;
}

async function readCoverage(ctx: Context, roundId: string): Promise<ReleasePlan["coverage"]> {
  const forms = await ctx.db
    .select({ definitions: returnForm.definitions, verified: returnForm.verifiedVersion })
    .from(returnForm)
    .where(eq(returnForm.roundId, roundId));
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
