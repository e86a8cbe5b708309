import type { Report, TablePlan } from "@lilink/model/goals/release/making";
import { parsePeriod } from "@lilink/model/return";
import { sql } from "drizzle-orm";
import { measureExchange } from "../exchange/measure-exchange.ts";
import type { Context } from "../kernel/context.ts";
import type { RoundSources, Source } from "./read-plan.ts";

type Owner = { readonly organization: string; readonly party: string };

/** What stands behind a table: figures of these versions of returns, or what the exchange measured as of an instant. */
export function readReports(
  ctx: Context,
  plan: TablePlan,
  round: RoundSources,
  sources: readonly Source[],
  asOf: Date,
): Promise<readonly Report[]> {
  return plan.basis === "platform"
    ? readMeasured(ctx, plan, round, asOf)
    : readReported(ctx, plan, round, sources);
}

/** What was reported, added up over the sites of each organization at each place. */
async function readReported(
  ctx: Context,
  plan: TablePlan,
  { period }: RoundSources,
  sources: readonly Source[],
): Promise<readonly Report[]> {
  const forms = sql.param(sources.map(({ formId }) => formId));
  const versions = sql.param(sources.map(({ version }) => version));
  const codes = sql.param(plan.members.map(({ component }) => component.code));
  const { rows } = await ctx.db.execute<Omit<Report, "organizationId" | "group" | "period"> & Owner>(sql`
    select v.component, f.organization_id as organization, coalesce(f.group_id, f.organization_id) as party,
      f.province, f.size, split_part(f.sheet, '.', 1) as link, v.place, trim_scale(sum(v.value))::text as value
    from unnest(${forms}::uuid[], ${versions}::int[]) as s (form_id, version)
    join return_form f on f.id = s.form_id
    join return_value v on v.form_id = s.form_id and v.version = s.version and v.component = any(${codes}::text[])
    where v.value is not null
    group by v.component, f.organization_id, party, f.province, f.size, link, v.place`);
  return rows.map(({ organization, party, ...row }) => ({
    ...row,
    organizationId: organization,
    group: party,
    period,
  }));
}

/** What the exchange measured of itself, as of the instant at which the release was asked for. */
async function readMeasured(
  ctx: Context,
  plan: TablePlan,
  round: RoundSources,
  asOf: Date,
): Promise<readonly Report[]> {
  const period = parsePeriod(round.period);
  const observations = period ? await measureExchange(ctx, period, asOf) : [];
  return observations.flatMap(({ component, organizationId, group, place, value }) => {
    const member = plan.members.find((one) => one.component.code === component);
    if (!member) return [];
    const codes = member.component.dimensions.map((id) => place[id] ?? "");
    const { province = null, size = null, link = "" } = place;
    return [
      { component, organizationId, group, period: round.period, province, size, link, place: codes, value },
    ];
  });
}
