import { toShanghaiDate } from "@lilink/model/calendar";
import {
  type Contributor,
  type MaturityStep,
  type MilestoneState,
  meanSlip,
  type OutputKind,
  slipOf,
} from "@lilink/model/fund/life";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
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
  readonly outputs: readonly OutputView[];
  /** The rungs of readiness as they were told, the first one first. */
  readonly maturity: readonly MaturityView[];
  /** Partners may confirm what the lead tells. */
  readonly isPartner: boolean;
};

/** The work of a project: milestones with promise and now, their mean slip, and what came of it. [FU22] [FU23] */
export async function readProject(ctx: Context, awardId: string): Promise<ProjectView> {
  const { rows } =
    await ctx.db.execute<Row>(sql`select m.public_id as "publicId", m.work_package as "workPackage", m.title, m.measure,
      m.baseline_from::text as "baselineFrom", m.baseline_on::text as "baselineOn", m.due_on::text as "dueOn", m.moves, m.state,
      m.ended_on::text as "endedOn", m.reason,
      (select jsonb_build_object('publicId', o.public_id, 'nameZh', o.name_zh, 'nameEn', o.name_en) from organization o where o.id = m.verified_org) as "verifiedBy"
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
  return {
    milestones: rows.map((row) => ({ ...row, slip: slipOf(row, today) })),
    slip: meanSlip(rows, today),
    outputs,
    maturity,
    isPartner: sides[0]?.isPartner === true,
  };
}
