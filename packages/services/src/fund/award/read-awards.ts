import { type AwardState, type Plan, type PlanEvent, planByYear, planOf } from "@lilink/model/fund/life";
import type { ResearchClass } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Body } from "../application/read-application.ts";

type Row = {
  readonly id: string;
  readonly publicId: string;
  readonly callId: string;
  readonly lead: Body;
  readonly isOwn: boolean;
  readonly title: string;
  readonly abstract: string;
  readonly researchClass: ResearchClass;
  readonly asked: number;
  readonly amount: number;
  readonly startsOn: string;
  readonly months: number;
  readonly state: AwardState;
  readonly awardedAt: string;
  readonly paid: readonly { readonly year: number; readonly amount: number }[];
  readonly lastPaidOn: string | null;
  readonly events: readonly PlanEvent[];
};
export type AwardView = Omit<Row, "id" | "callId" | "events"> & {
  readonly planned: readonly { readonly year: number; readonly amount: number }[];
  readonly plan: Plan;
};
export type KnownAward = AwardView & { readonly id: string; readonly callId: string };

/** Awards with what was paid, what is planned and the plan of their reviews; the newest start first. */
export async function readAwards(ctx: Context, publicId?: string): Promise<readonly KnownAward[]> {
  const { rows } = await ctx.db.execute<Row>(sql`with paid as (select * from app.fund_paid())
    select a.id, a.public_id as "publicId", a.call_id as "callId", coalesce(a.org_id = app.org(), false) as "isOwn",
      (select jsonb_build_object('publicId', o.public_id, 'nameZh', o.name_zh, 'nameEn', o.name_en) from organization o where o.id = a.org_id) as lead,
      a.title, a.abstract, a.research_class as "researchClass", a.asked::float8 as asked, a.amount::float8 as amount,
      a.starts_on::text as "startsOn", a.months, a.state, a.awarded_at as "awardedAt",
      coalesce((select jsonb_agg(jsonb_build_object('year', p.year, 'amount', p.paid) order by p.year) from paid p where p.award_id = a.id), '[]'::jsonb) as paid,
      (select max(p.last_on)::text from paid p where p.award_id = a.id) as "lastPaidOn",
      coalesce((select jsonb_agg(e.event order by e.position) from fund_plan_event e where e.award_id = a.id), '[]'::jsonb) as events
    from fund_award a where ${publicId === undefined ? sql`true` : sql`a.public_id = ${publicId}`}
    order by a.starts_on desc, a.public_id`);
  return rows.map(({ events, ...row }) => ({
    ...row,
    awardedAt: new Date(row.awardedAt).toISOString(),
    planned: [...planByYear(row.amount, row.startsOn, row.months)].map(([year, amount]) => ({
      year,
      amount,
    })),
    plan: planOf(row.researchClass, row.startsOn, events),
  }));
}
