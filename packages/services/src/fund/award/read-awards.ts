import { type AwardState, type Plan, type PlanEvent, planByYear, planOf } from "@lilink/model/fund/life";
import type { ResearchClass } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Body } from "../application/read-application.ts";
import { titleConcept } from "./title-concept.ts";

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
  readonly concept: string | null;
  readonly planned: readonly { readonly year: number; readonly amount: number }[];
  readonly plan: Plan;
};
export type KnownAward = AwardView & { readonly id: string; readonly callId: string };

/** Which awards: one, or those after a place in the order of starts, so many at most. */
type Which = {
  readonly publicId?: string;
  readonly after?: readonly [startsOn: string, id: string];
  readonly limit?: number;
};

/** Awards with what was paid, what is planned and the plan of their reviews; the newest start first. */
export async function readAwards(
  ctx: Context,
  { publicId, after, limit }: Which,
): Promise<readonly KnownAward[]> {
  const { rows } = await ctx.db.execute<
    Omit<Row, "paid"> & { readonly years: string | null }
  >(sql`with wanted as materialized (
      select * from fund_award a where ${publicId === undefined ? sql`true` : sql`a.public_id = ${publicId}`}
        and ${after ? sql`(a.starts_on, a.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql`true`}
      order by a.starts_on desc, a.id desc ${limit === undefined ? sql`` : sql`limit ${limit}`}),
    told as (select e.award_id, jsonb_agg(e.event order by e.position) as events from wanted w join fund_plan_event e on e.award_id = w.id group by 1)
    select a.id, a.public_id as "publicId", a.call_id as "callId", coalesce(a.org_id = (select app.org()), false) as "isOwn",
      (select jsonb_build_object('publicId', o.public_id, 'nameZh', o.name_zh, 'nameEn', o.name_en) from organization o where o.id = a.org_id) as lead,
      a.title, a.abstract, a.research_class as "researchClass", a.asked::float8 as asked, a.amount::float8 as amount,
      a.starts_on::text as "startsOn", a.months, a.state, a.awarded_at as "awardedAt",
      p.years, p.last_on::text as "lastPaidOn", coalesce(t.events, '[]'::jsonb) as events
    from wanted a left join lateral app.fund_paid(a.id, a.id) p on true left join told t on t.award_id = a.id
    order by a.starts_on desc, a.id desc`);
  return rows.map(({ events, years, ...row }) => ({
    ...row,
    concept: titleConcept(row.title),
    paid: paidOf(years === null ? [] : years.split(",").map(Number)),
    awardedAt: new Date(row.awardedAt).toISOString(),
    planned: plannedOf(row),
    plan: planOf(row.researchClass, row.startsOn, events),
  }));
}

const plannedOf = ({ amount, startsOn, months }: Pick<Row, "amount" | "startsOn" | "months">) =>
  [...planByYear(amount, startsOn, months)].map(([year, part]) => ({ year, amount: part }));

/** What the sums of the fund are made of: an award without its words. */
export type AwardMoney = Pick<
  KnownAward,
  "publicId" | "callId" | "researchClass" | "amount" | "startsOn" | "months" | "state" | "paid" | "lastPaidOn"
>;

const ends = ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"];

/** The money of every award. Ten thousand of them come as one text in one pass: a row for each takes longer to send than to sum up. [FU20] */
export async function readMoney(ctx: Context): Promise<readonly AwardMoney[]> {
  const { rows } = await ctx.db.execute<{ readonly told: string | null }>(
    sql`select string_agg('["' || a.public_id || '","' || a.call_id || '","' || a.research_class || '",' || a.amount || ',"' || a.starts_on || '",'
        || a.months || ',"' || a.state || '",[' || coalesce(p.years, '') || '],' || coalesce('"' || p.last_on || '"', 'null') || ']', ',') as told
      from fund_award a left join app.fund_paid(${ends[0]}, ${ends[1]}) p on p.award_id = a.id`,
  );
  const told = JSON.parse(`[${rows[0]?.told ?? ""}]`) as readonly Told[];
  return told.map(([publicId, callId, researchClass, amount, startsOn, months, state, paid, lastPaidOn]) => ({
    publicId,
    callId,
    researchClass,
    amount,
    startsOn,
    months,
    state,
    lastPaidOn,
    paid: paidOf(paid),
  }));
}
type Told = readonly [
  publicId: string,
  callId: string,
  researchClass: ResearchClass,
  amount: number,
  startsOn: string,
  months: number,
  state: AwardState,
  paid: readonly number[],
  lastPaidOn: string | null,
];

/** @example paidOf([2025, 100, 2026, 50]) // [{ year: 2025, amount: 100 }, …] */
const paidOf = (told: readonly number[]): Row["paid"] =>
  Array.from({ length: told.length / 2 }, (_, at) => ({
    year: told[at * 2] ?? 0,
    amount: told[at * 2 + 1] ?? 0,
  }));
