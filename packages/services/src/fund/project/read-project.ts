import { shiftDate, shiftMonths, toShanghaiDate } from "@lilink/model/calendar";
import {
  type AwardState,
  type Contributor,
  type CriticalPath,
  criticalPath,
  type Forecast,
  forecastEnd,
  type MaturityStep,
  type MilestoneChange,
  type MilestoneState,
  meanSlip,
  type OutputKind,
  slipOf,
  type ThreePoints,
} from "@lilink/model/fund/life";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { seedOf } from "../../kernel/seed-of.ts";
import type { Body } from "../application/read-application.ts";

type Row = {
  readonly publicId: string;
  readonly workPackage: string;
  readonly title: string;
  readonly measure: string;
  readonly baselineFrom: string;
  readonly baselineOn: string;
  readonly dueOn: string;
  readonly moves: number;
  readonly state: MilestoneState;
  readonly endedOn: string | null;
  readonly reason: string | null;
  readonly verifiedBy: Body | null;
  /** What it waits for, by public ids. */
  readonly after: readonly string[];
  readonly points: ThreePoints | null;
  /** What happened to its plan, the first change first. */
  readonly changes: readonly {
    readonly kind: MilestoneChange;
    readonly dueOn: string;
    readonly reason: string;
    readonly on: string;
  }[];
};
export type MilestoneView = Row & { readonly slip: number | null };
export type OutputView = {
  readonly publicId: string;
  readonly kind: OutputKind;
  readonly title: string;
  readonly identifier: string;
  readonly madeOn: string;
  readonly share: number;
  readonly contributors: readonly Contributor[];
  /** Other projects that tell the same output, and what is left of its credit. */
  readonly also: readonly { readonly publicId: string; readonly title: string; readonly share: number }[];
  /** Where it stands on the relay board. */
  readonly result: string | null;
};
export type MaturityView = MaturityStep & { readonly publicId: string; readonly evidence: string };
export type ProjectView = {
  readonly milestones: readonly MilestoneView[];
  readonly slip: number | null;
  /** When it ends as things stand, and what holds the end; of a project that runs. [PJ2] */
  readonly path: CriticalPath | null;
  /** How likely it ends by which day; of a project that runs. [PJ4] */
  readonly forecast: Forecast | null;
  /** The last day that the grant runs. */
  readonly until: string;
  readonly outputs: readonly OutputView[];
  /** The rungs of readiness as they were told, the first one first. */
  readonly maturity: readonly MaturityView[];
  /** Partners may confirm what the lead tells. */
  readonly isPartner: boolean;
};

type Award = {
  readonly id: string;
  readonly publicId: string;
  readonly state: AwardState;
  readonly startsOn: string;
  readonly months: number;
};

/** The work of a project: milestones with promise and now, their mean slip, what holds the end, and what came of it. [FU22] [FU23] [PJ2] */
export async function readProject(ctx: Context, award: Award): Promise<ProjectView> {
  const { id: awardId, publicId, startsOn, months } = award;
  const { rows } =
    await ctx.db.execute<Row>(sql`select m.public_id as "publicId", m.work_package as "workPackage", m.title, m.measure,
      m.baseline_from::text as "baselineFrom", m.baseline_on::text as "baselineOn", m.due_on::text as "dueOn", m.moves, m.state,
      m.ended_on::text as "endedOn", m.reason,
      (select jsonb_build_object('publicId', o.public_id, 'nameZh', o.name_zh, 'nameEn', o.name_en) from organization o where o.id = m.verified_org) as "verifiedBy",
      coalesce((select jsonb_agg(b.public_id order by b.baseline_from, b.public_id) from fund_milestone_after f join fund_milestone b on b.id = f.after_id
        where f.milestone_id = m.id), '[]'::jsonb) as after,
      case when m.short_days is not null then jsonb_build_object('short', m.short_days, 'likely', m.likely_days, 'long', m.long_days) end as points,
      coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'dueOn', c.due_on, 'reason', c.reason,
        'on', (c.told_at at time zone 'Asia/Shanghai')::date) order by c.told_at, c.id) from fund_milestone_change c where c.milestone_id = m.id), '[]'::jsonb) as changes
    from fund_milestone m where m.award_id = ${awardId} order by m.work_package, m.baseline_from, m.baseline_on, m.public_id`);
  const { rows: outputs } =
    await ctx.db.execute<OutputView>(sql`select f.public_id as "publicId", f.kind, f.title, f.identifier, f.made_on::text as "madeOn",
      f.share::float8 as share,
      coalesce((select jsonb_agg(jsonb_build_object('name', c.name, 'roles', c.roles, 'share', c.share::float8) order by c.position)
        from fund_contributor c where c.output_id = f.id), '[]'::jsonb) as contributors,
      coalesce((select jsonb_agg(jsonb_build_object('publicId', a.public_id, 'title', a.title, 'share', o.share::float8) order by a.starts_on)
        from fund_output o join fund_award a on a.id = o.award_id where o.kind = f.kind and o.key = f.key and o.award_id <> f.award_id), '[]'::jsonb) as also,
      (select r.public_id from relay_result r where r.output_id = f.id and r.state = 'offered') as result
    from fund_output f where f.award_id = ${awardId} order by f.made_on desc, f.public_id`);
  const { rows: maturity } =
    await ctx.db.execute<MaturityView>(sql`select public_id as "publicId", rung, trl, reached_on::text as "reachedOn", evidence, reason
      from fund_maturity where award_id = ${awardId} order by position`);
  const { rows: sides } = await ctx.db.execute<{ isPartner: boolean }>(
    sql`select coalesce(app.fund_joins(a.application_id) and a.org_id <> app.org(), false) as "isPartner" from fund_award a where a.id = ${awardId}`,
  );
  const today = toShanghaiDate(ctx.now);
  const until = shiftDate(shiftMonths(startsOn, months), -1);
  const stones = rows.map((row) => ({ ...row, id: row.publicId }));
  const runs = award.state === "active";
  return {
    milestones: rows.map((row) => ({ ...row, slip: slipOf(row, today) })),
    slip: meanSlip(rows, today),
    path: runs ? criticalPath(stones, today) : null,
    forecast: runs ? forecastEnd(stones, today, until, seedOf(publicId)) : null,
    until,
    outputs,
    maturity,
    isPartner: sides[0]?.isPartner === true,
  };
}
