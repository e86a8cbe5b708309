import {
  type CountedFigure,
  countAgreements,
  countNeeds,
  countProjects,
  countWeakLinks,
  countWeakNeeds,
  type Observation,
} from "@lilink/model/goals/exchange";
import { type Period, parsePeriod } from "@lilink/model/return";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { readAgreements } from "./read-agreements.ts";
import { readNeeds, readWeakNeeds } from "./read-needs.ts";
import { readFundedProjects, readProjects } from "./read-projects.ts";
import { readWeakLinks } from "./read-weak-links.ts";
import { toSpan } from "./span.ts";

/**
 * What the exchange tells of itself for a period, with nothing typed: needs of the cohort a year before (CHN-07),
 * agreements, projects and weak links of a quarter (CHN-01, CHN-08), projects and the list of weak links of a half year (CHN-02,
 * CHN-10). CHN-05 is not counted here. Facts that came after `asOf` do not count.
 */
export async function measureExchange(
  ctx: Context,
  period: Period,
  asOf: Date = ctx.now,
): Promise<readonly Observation[]> {
  return place(ctx, await countFor(ctx, period, asOf));
}

async function countFor(ctx: Context, period: Period, asOf: Date): Promise<readonly CountedFigure[]> {
  const span = toSpan(period, asOf);
  const cohort = parsePeriod(`${period.year - 1}${period.id.slice(4)}`);
  const projects = async () => [...(await readProjects(ctx, span)), ...(await readFundedProjects(ctx, span))];
  const needs = async () => (cohort ? countNeeds(await readNeeds(ctx, toSpan(cohort, asOf))) : []);
  if (period.frequency === "monthly") return needs();
  if (period.frequency === "quarterly")
    return [
      ...(await needs()),
      ...countAgreements(await readAgreements(ctx, span)),
      ...countProjects(await projects()),
      ...countWeakNeeds(await readWeakNeeds(ctx, span)),
    ];
  return period.frequency === "semiannual"
    ? [...countProjects(await projects()), ...countWeakLinks(await readWeakLinks(ctx, span))]
    : [];
}

/** Puts each figure with the group and province of its organization. */
async function place(ctx: Context, figures: readonly CountedFigure[]): Promise<readonly Observation[]> {
  const ids = [...new Set(figures.map(({ organizationId }) => organizationId))];
  if (ids.length === 0) return [];
  const { rows } = await ctx.db.execute<{ id: string; party: string; province: string | null }>(sql`
    select o.id, coalesce(f.group_id, o.id) as party, o.province
    from organization o left join organization_profile f on f.organization_id = o.id
    where o.id = any(${sql.param(ids)}::uuid[])`);
  const known = new Map(rows.map((row) => [row.id, row]));
  return figures.flatMap((figure) => {
    const found = known.get(figure.organizationId);
    if (!found) return [];
    const province = found.province === null ? {} : { province: found.province };
    return [{ ...figure, group: found.party, place: { ...figure.place, ...province } }];
  });
}
