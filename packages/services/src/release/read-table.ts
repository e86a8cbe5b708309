import { figureCell, releaseSource } from "@lilink/db/schema";
import type { Contribution, EarlierRelease, ReleaseInput } from "@lilink/model/goals/disclosure";
import {
  type Marks,
  overPeriods,
  periodDimension,
  type Report,
  type TablePlan,
  toContributions,
} from "@lilink/model/goals/release/making";
import type { ReturnFrequency } from "@lilink/model/return";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { defineQuery } from "../kernel/define.ts";
import type { ReleasePlan, RoundSources, Source } from "./read-plan.ts";

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
        contributions.push(...(await readContributions(ctx, plan, round, round.sources, marks)));
        for (const id of round.earlier) earlier.push(await readEarlier(ctx, plan, round, id, marks));
      }
      return {
        plan,
        dimensions: plan.dimensions,
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

async function readContributions(
  ctx: Context,
  plan: TablePlan,
  { period }: RoundSources,
  sources: readonly Source[],
  marks: Marks,
): Promise<readonly Contribution[]> {
  const forms = sql.param(sources.map(({ formId }) => formId));
  const versions = sql.param(sources.map(({ version }) => version));
  const codes = sql.param(plan.members.map(({ component }) => component.code));
  const { rows } = await ctx.db.execute<{
    component: string;
    organization: string;
    party: string;
    province: string | null;
    size: string | null;
    link: string;
    place: string[];
    value: string;
  }>(sql`
    select v.component, f.organization_id as organization, coalesce(f.group_id, f.organization_id) as party,
      f.province, f.size, split_part(f.sheet, '.', 1) as link, v.place, trim_scale(sum(v.value))::text as value
    from unnest(${forms}::uuid[], ${versions}::int[]) as s (form_id, version)
    join return_form f on f.id = s.form_id
    join return_value v on v.form_id = s.form_id and v.version = s.version and v.component = any(${codes}::text[])
    where v.value is not null
    group by v.component, f.organization_id, party, f.province, f.size, link, v.place`);
  const reports = rows.map(
    ({ organization, party, ...row }): Report => ({
      ...row,
      organizationId: organization,
      group: party,
      period,
    }),
  );
  return toContributions(plan, reports, marks);
}

/** An earlier release of a round: what stood behind it, by the groups and marks of now, and what of it was told. */
async function readEarlier(
  ctx: Context,
  plan: TablePlan,
  round: RoundSources,
  releaseId: string,
  marks: Marks,
): Promise<EarlierRelease> {
  const sources = await ctx.db
    .select({ formId: releaseSource.formId, version: releaseSource.version })
    .from(releaseSource)
    .where(eq(releaseSource.releaseId, releaseId));
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
    contributions: await readContributions(ctx, plan, round, sources, marks),
    published: [...published.values()],
  };
}
