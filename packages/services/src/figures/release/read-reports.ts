import type { Report, TablePlan } from "@lilink/model/goals/release/making";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { RoundSources } from "./read-plan.ts";

type Owner = { readonly organization: string; readonly party: string };

/** What one edition was made from: these versions of returns, and what the exchange had counted of itself. */
export type MadeFrom = Pick<RoundSources, "period" | "sources" | "observed">;

/** What stands behind a table: figures of returns, or what the exchange counted. */
export async function readReports(ctx: Context, plan: TablePlan, from: MadeFrom): Promise<readonly Report[]> {
  return plan.basis === "platform" ? listObserved(plan, from) : readReported(ctx, plan, from);
}

/** What was reported, added up over the sites of each organization at each place. */
async function readReported(
  ctx: Context,
  plan: TablePlan,
  { period, sources }: MadeFrom,
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

function listObserved(plan: TablePlan, { period, observed }: MadeFrom): readonly Report[] {
  return (observed ?? []).flatMap(({ component, organizationId, group, place, value }) => {
    const member = plan.members.find((one) => one.component.code === component);
    if (!member) return [];
    const codes = member.component.dimensions.map((id) => place[id] ?? "");
    const { province = null, size = null, link = "" } = place;
    return [{ component, organizationId, group, period, province, size, link, place: codes, value }];
  });
}
