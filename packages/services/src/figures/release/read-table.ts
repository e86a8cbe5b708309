import { figureCell } from "@lilink/db/schema";
import type { Contribution, EarlierRelease, ReleaseInput } from "@lilink/engine/disclosure";
import { answerDimension } from "@lilink/model/goals/release";
import {
  cellKey,
  countsIn,
  type Marks,
  overPeriods,
  periodDimension,
  pruneTrees,
  type Report,
  settleAnswers,
  sumCells,
  type TablePlan,
  toContributions,
  toSigner,
  withAnswers,
} from "@lilink/model/goals/release/making";
import { periodsInYear, type ReturnFrequency } from "@lilink/model/return";
import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readAnswers } from "./read-answers.ts";
import type { ReleasePlan, RoundSources } from "./read-plan.ts";
import type { ReportBook } from "./read-reports.ts";

/** A table as it is protected: its plan with the periods that it is made up of, and what was reported to it. */
export type TableInput = { readonly plan: TablePlan } & Omit<ReleaseInput, "parameters"> & {
    /** By indicator, the bodies that left out a part of one of its ratios. */
    readonly left: ReadonlyMap<string, ReadonlySet<string>>;
  };

/**
 * Reads what was reported to one table. The versions that a release is made from never change, so each table is read in a
 * short transaction of its own.
 */
export const readTable = (release: ReleasePlan, planned: TablePlan, book: ReportBook) =>
  defineQuery({
    name: "release.make",
    input: z.object({}),
    authorize: { action: "release.make" },
    run: async (ctx): Promise<TableInput> => {
      const own = planned.frequency === release.period.frequency;
      const rounds = roundsOf(release, planned.frequency);
      const asked = withAnswers(planned);
      const raw = own
        ? asked
        : overPeriods(
            asked,
            rounds.map(({ period }) => period),
          );
      const marks = marksOf(release, raw);
      const { signer, left } = await readSigner(ctx, book, release, raw);
      const contributions: Contribution[] = [];
      const earlier: EarlierTable[] = [];
      for (const round of rounds.slice(raw.overTime === "last" && !own ? -1 : 0)) {
        const reports = await book.listReports(ctx, raw, round);
        contributions.push(...toContributions(raw, signer(reports), marks));
        for (const one of round.earlier)
          earlier.push(await readEarlier(ctx, { book, release, plan: raw, round, marks }, one));
      }
      const before = earlier.map((one) => one.contributions);
      const settled = settleAnswers(raw, [contributions, ...before]);
      const [now = [], ...then] = settled.lists;
      const dimensions = pruneTrees(settled.plan.dimensions, settled.lists.flat());
      const plan = { ...settled.plan, dimensions };
      return {
        plan,
        dimensions,
        breakdowns: plan.breakdowns,
        signed: plan.signed,
        contributions: now,
        earlier: earlier.map((one, at) => ({
          contributions: then[at] ?? [],
          published: placeTold(plan, one, then[at] ?? []),
        })),
        left: left(),
      };
    },
  });

function roundsOf(release: ReleasePlan, frequency: ReturnFrequency): readonly RoundSources[] {
  return frequency === release.period.frequency
    ? release.rounds.slice(0, 1)
    : roundsWithin(release, frequency);
}

/** The rounds of all shorter periods of this one; none where one of them is missing, for then its sum is not known. */
function roundsWithin({ rounds, period }: ReleasePlan, frequency: ReturnFrequency): readonly RoundSources[] {
  const found = rounds.slice(1).filter((round) => round.frequency === frequency);
  return found.length === periodsInYear(frequency) / periodsInYear(period.frequency) ? found : [];
}

function marksOf(release: ReleasePlan, { faces, members }: TablePlan): Marks {
  const [first = [], ...others] = faces.map(({ indicator }) => release.waivers[indicator] ?? []);
  return {
    known: new Set(members.flatMap(({ component }) => release.known[component.code] ?? [])),
    // A table serves all its indicators: a waiver for one of them alone would tell the others' figures too.
    waived: new Set(first.filter((one) => others.every((other) => other.includes(one)))),
  };
}

type Signer = {
  readonly signer: (reports: readonly Report[]) => readonly Report[];
  readonly left: () => TableInput["left"];
};

/** Marks reports with the ratios that they count in, and keeps who was left out of one. */
async function readSigner(
  ctx: Context,
  book: ReportBook,
  release: ReleasePlan,
  plan: TablePlan,
  edition?: Parameters<typeof readAnswers>[4],
): Promise<Signer> {
  const left = new Map<string, Set<string>>();
  if (plan.pairs.length === 0) return { signer: (reports) => reports, left: () => left };
  const rounds = (frequency: ReturnFrequency) => roundsOf(release, frequency);
  const { answers, periods } = await readAnswers(ctx, book, plan, rounds, edition);
  const sign = toSigner(plan, answers, periods);
  const signer: Signer["signer"] = (reports) =>
    reports.map((report) => {
      const answered = sign(report);
      for (const { key, indicator } of plan.pairs)
        if (!countsIn(answered, key))
          left.set(indicator, (left.get(indicator) ?? new Set()).add(report.organizationId));
      return { ...report, answered };
    });
  return { signer, left: () => left };
}

type ToldCell = { readonly dimensions: string[]; readonly place: string[]; readonly value: string | null };
type EarlierTable = {
  readonly period: string;
  readonly contributions: readonly Contribution[];
  readonly cells: readonly ToldCell[];
};
type EarlierOf = {
  readonly book: ReportBook;
  readonly release: ReleasePlan;
  readonly plan: TablePlan;
  readonly round: RoundSources;
  readonly marks: Marks;
};

/** An earlier release of a round: what stood behind it, by the groups and marks of now, and what of it was told. */
async function readEarlier(
  ctx: Context,
  { book, release, plan, round, marks }: EarlierOf,
  { id: releaseId, observed }: RoundSources["earlier"][number],
): Promise<EarlierTable> {
  const sources = await book.sourcesOf(ctx, releaseId, round.id);
  const cells = await ctx.db
    .select({ dimensions: figureCell.dimensions, place: figureCell.place, value: figureCell.value })
    .from(figureCell)
    .where(
      and(
        eq(figureCell.releaseId, releaseId),
        eq(figureCell.status, "published"),
        inArray(
          figureCell.indicator,
          plan.faces.map(({ indicator }) => indicator),
        ),
        eq(figureCell.measure, plan.root),
      ),
    )
    .orderBy(asc(figureCell.id));
  const reports = await book.listReports(ctx, plan, { period: round.period, sources, observed });
  const { signer } = await readSigner(ctx, book, release, plan, { roundId: round.id, sources });
  return { period: round.period, contributions: toContributions(plan, signer(reports), marks), cells };
}

/**
 * Where what was told stands in the table of now; what it has no place for is left out, and so is a sum of those who count in
 * a ratio where others count by now.
 */
function placeTold(
  plan: TablePlan,
  { period, cells }: EarlierTable,
  contributions: readonly Contribution[],
): EarlierRelease["published"] {
  const published = new Map<string, EarlierRelease["published"][number]>();
  const sums = sumCells(plan, cells.some(isAnswered) ? contributions : []);
  for (const { dimensions, place, value } of cells) {
    const at = plan.dimensions.map(({ id, tree }) => {
      const code = id === periodDimension ? period : (place[dimensions.indexOf(id)] ?? "all");
      return code in tree || Object.values(tree).some((parts) => parts.includes(code)) ? code : null;
    });
    const within = dimensions.every((id) => plan.dimensions.some((one) => one.id === id));
    if (!within || !at.every((code) => code !== null) || value === null) continue;
    if (!isAnswered({ dimensions }) || sums.get(cellKey(at))?.eq(value))
      published.set(at.join(), { at, value });
  }
  return [...published.values()];
}

const isAnswered = ({ dimensions }: Pick<ToldCell, "dimensions">) => dimensions.includes(answerDimension);
