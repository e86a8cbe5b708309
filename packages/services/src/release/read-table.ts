import { figureCell, releaseSource, returnForm } from "@lilink/db/schema";
import type { Contribution, EarlierRelease, ReleaseInput } from "@lilink/model/goals/disclosure";
import {
  type Marks,
  overPeriods,
  periodDimension,
  pruneTrees,
  type TablePlan,
} from "@lilink/model/goals/release/making";
import type { ReturnFrequency } from "@lilink/model/return";
import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { defineQuery } from "../kernel/define.ts";
import { readContributions } from "./read-contributions.ts";
import type { ReleasePlan, RoundSources } from "./read-plan.ts";

const periodsAYear: Readonly<Record<ReturnFrequency, number>> = {
  monthly: 12,
  quarterly: 4,
  semiannual: 2,
  annual: 1,
};

/** A table as it is protected: its plan with the periods that it is made up of, and what was reported to it. */
export type TableInput = { readonly plan: TablePlan } & Omit<ReleaseInput, "parameters">;

/**
 * Reads what was reported to one table. The versions that a release is made from never change, so each table is read in a
 * short transaction of its own.
 */
export const readTable = (release: ReleasePlan, planned: TablePlan) =>
  defineQuery({
    name: "release.make",
    input: z.object({}),
    authorize: { action: "release.make" },
    run: async (ctx): Promise<TableInput> => {
      const own = planned.frequency === release.period.frequency;
      const rounds = own ? release.rounds.slice(0, 1) : roundsWithin(release, planned);
      const plan = own
        ? planned
        : overPeriods(
            planned,
            rounds.map(({ period }) => period),
          );
      const marks = marksOf(release, plan);
      const contributions: Contribution[] = [];
      const earlier: EarlierRelease[] = [];
      for (const round of rounds.slice(plan.overTime === "last" && !own ? -1 : 0)) {
        contributions.push(
          ...(await readContributions(ctx, plan, round, round.sources, release.askedAt, marks)),
        );
        for (const one of round.earlier) earlier.push(await readEarlier(ctx, plan, round, one, marks));
      }
      const all = [contributions, ...earlier.map((one) => one.contributions)].flat();
      const dimensions = pruneTrees(plan.dimensions, all);
      return {
        plan: { ...plan, dimensions },
        dimensions,
        breakdowns: plan.breakdowns,
        signed: plan.signed,
        contributions,
        earlier,
      };
    },
  });

/** The rounds of all shorter periods of this one; none where one of them is missing, for then its sum is not known. */
function roundsWithin({ rounds, period }: ReleasePlan, { frequency }: TablePlan): readonly RoundSources[] {
  const found = rounds.slice(1).filter((round) => round.frequency === frequency);
  return found.length === periodsAYear[frequency] / periodsAYear[period.frequency] ? found : [];
}

function marksOf(release: ReleasePlan, { faces, members }: TablePlan): Marks {
  const [first = [], ...others] = faces.map(({ indicator }) => release.waivers[indicator] ?? []);
  return {
    known: new Set(members.flatMap(({ component }) => release.known[component.code] ?? [])),
    // A table serves all its indicators: a waiver for one of them alone would tell the others' figures too.
    waived: new Set(first.filter((one) => others.every((other) => other.includes(one)))),
  };
}

/** An earlier release of a round: what stood behind it, by the groups and marks of now, and what of it was told. */
async function readEarlier(
  ctx: Context,
  plan: TablePlan,
  round: RoundSources,
  { id: releaseId, askedAt }: RoundSources["earlier"][number],
  marks: Marks,
): Promise<EarlierRelease> {
  const sources = await ctx.db
    .select({ formId: releaseSource.formId, version: releaseSource.version })
    .from(releaseSource)
    .innerJoin(returnForm, eq(returnForm.id, releaseSource.formId))
    .where(and(eq(releaseSource.releaseId, releaseId), eq(returnForm.roundId, round.id)));
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
  const published = new Map<string, EarlierRelease["published"][number]>();
  for (const { dimensions, place, value } of cells) {
    const at = plan.dimensions.map(({ id, tree }) => {
      const code = id === periodDimension ? round.period : (place[dimensions.indexOf(id)] ?? "all");
      return code in tree || Object.values(tree).some((parts) => parts.includes(code)) ? code : null;
    });
    const within = dimensions.every((id) => plan.dimensions.some((one) => one.id === id));
    if (within && at.every((code) => code !== null) && value !== null)
      published.set(at.join(), { at, value });
  }
  return {
    contributions: await readContributions(ctx, plan, round, sources, askedAt, marks),
    published: [...published.values()],
  };
}
