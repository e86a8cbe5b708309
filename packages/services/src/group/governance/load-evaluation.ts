import { toShanghaiDate } from "@lilink/model/calendar";
import {
  compareWindows,
  type PolicyEvent,
  type PolicyEventType,
  type PolicyStatus,
  toldStatusOn,
  type WindowComparison,
} from "@lilink/model/governance";
import { registerOf } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { readEditions, type SeriesEdition } from "../../figures/goal/read-editions.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

const policies = registerOf("publicPolicy");
const events = registerOf("policyEvent");
const items = registerOf("watchItem");
const comments = registerOf("policyComment");

type Titled = {
  readonly publicId: string;
  readonly titleZh: string | null;
  readonly titleEn: string | null;
};
type Policy = Titled & {
  readonly id: string;
  readonly state: string;
  readonly issuer: string;
  readonly links: readonly string[];
  readonly aimZh: string | null;
  readonly aimEn: string | null;
  readonly indicator: string | null;
  readonly windowFrom: string | null;
  readonly windowTo: string | null;
  readonly evaluateOn: string | null;
  readonly series: string | null;
  readonly region: string | null;
  readonly comparedRegion: string | null;
  readonly verdict: string | null;
  readonly finding: string | null;
  readonly summaryZh: string | null;
  readonly summaryEn: string | null;
  readonly events: readonly PolicyEvent[];
};

/** Something else that happened to the same links between the first and the last day of the window. */
export type Meanwhile = Titled & {
  readonly kind: "policy" | "watch";
  readonly on: string;
  readonly type: PolicyEventType | null;
};

export type PolicyComment = {
  readonly publicId: string;
  readonly subject: string;
  readonly kind: "consultation" | "side_effect";
  readonly position: "support" | "change" | "oppose" | null;
  readonly clause: string | null;
  readonly comment: string;
  readonly observedOn: string | null;
  readonly outcome: "adopted" | "partly" | "not_adopted" | "noted";
  readonly answer: string;
  readonly by: { readonly publicId: string; readonly nameZh: string; readonly nameEn: string | null };
};

export type MeasuredSide = { readonly region: string; readonly comparison: WindowComparison };
export type PolicyEvaluation = Omit<Policy, "id" | "events"> & {
  readonly on: string;
  readonly status: PolicyStatus | null;
  /** Not evaluated by its day. */
  readonly isOverdue: boolean;
  readonly measured: {
    readonly series: Pick<SeriesEdition, "code" | "name" | "unit" | "source" | "vintage">;
    readonly own: MeasuredSide;
    readonly other: MeasuredSide | null;
    /** How much more the own side changed than the other one. */
    readonly differenceOfDifferences: number | null;
  } | null;
  /** A series is named, and there is none of that code or none for that region. */
  readonly isSeriesUnknown: boolean;
  readonly meanwhile: readonly Meanwhile[];
  readonly comments: readonly PolicyComment[];
};

/**
 * What a policy is evaluated by: figures before and in its window, another region beside it, what else happened meanwhile, what firms
 * said and were answered, and the verdict. It stands from the first day and says nothing of reasons. Null where there is no such policy. [PY7]
 */
export const loadEvaluation = defineQuery({
  name: "policy.evaluation",
  input: z.object({ id: z.string().max(40) }),
  authorize: { action: "record.browse" },
  run: async (ctx, { id: publicId }): Promise<PolicyEvaluation | null> => {
    const policy = await findPolicy(ctx, publicId);
    if (!policy) return null;
    const { id, events: lived, ...shown } = policy;
    const on = toShanghaiDate(ctx.now);
    const measured = await measure(ctx, policy);
    return {
      ...shown,
      on,
      status: toldStatusOn(lived, on),
      isOverdue: policy.state === "published" && policy.evaluateOn !== null && policy.evaluateOn < on,
      measured,
      isSeriesUnknown: policy.series !== null && policy.windowFrom !== null && measured === null,
      meanwhile: await listMeanwhile(ctx, policy, on),
      comments: await listComments(ctx, id),
    };
  },
});

async function findPolicy(ctx: Context, publicId: string): Promise<Policy | null> {
  const { rows } = await ctx.db.execute<Policy>(
    sql`select h.id, h.public_id as "publicId", h.state, v.title_zh as "titleZh", v.title_en as "titleEn", v.issuer, v.links,
        v.aim_zh as "aimZh", v.aim_en as "aimEn", v.indicator, v.window_from as "windowFrom", v.window_to as "windowTo",
        v.evaluate_on as "evaluateOn", v.series, v.region, v.compared_region as "comparedRegion", v.verdict, v.finding,
        v.summary_zh as "summaryZh", v.summary_en as "summaryEn",
        coalesce((select jsonb_agg(jsonb_build_object('type', e.type, 'on', e.happened_on, 'until', e.until))
          from ${versionOf(events)} e where e.policy_id = h.id and e.status = 'live' and e.level = 'everyone'), '[]') as events
      from ${headOf(policies)} h join ${versionOf(policies)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone'
      where h.public_id = ${publicId}`,
  );
  return rows[0] ?? null;
}

/** The series by which the policy is measured, before its window and in it. */
async function measure(
  ctx: Context,
  { series, region, comparedRegion, windowFrom, windowTo }: Policy,
): Promise<PolicyEvaluation["measured"]> {
  if (series === null || windowFrom === null) return null;
  const [edition] = await readEditions(ctx, [series]);
  if (!edition) return null;
  const window = { from: windowFrom, to: windowTo ?? "9999-12-31" };
  const sideOf = (wanted: string): MeasuredSide | null => {
    const found = edition.figures.filter((figure) => figure.region === wanted);
    const values = found.map(({ period, value }) => ({ period, value: Number(value) }));
    return found.length === 0 ? null : { region: wanted, comparison: compareWindows(values, window) };
  };
  const own = sideOf(region ?? "CN");
  if (!own) return null;
  const other = comparedRegion === null ? null : sideOf(comparedRegion);
  const [mine, theirs] = [own.comparison.difference, other?.comparison.difference ?? null];
  const { code, name, unit, source, vintage } = edition;
  return {
    series: { code, name, unit, source, vintage },
    own,
    other,
    differenceOfDifferences: mine === null || theirs === null ? null : mine - theirs,
  };
}

/** Events of other policies and watch items of the same links in the window, as far as the reader may see them. */
async function listMeanwhile(
  ctx: Context,
  { id, links, windowFrom, windowTo }: Policy,
  today: string,
): Promise<readonly Meanwhile[]> {
  if (windowFrom === null) return [];
  const to = windowTo ?? today;
  const shared = sql`array[${sql.join(
    links.map((link) => sql`${link}`),
    sql`, `,
  )}]::text[]`;
  const { rows } = await ctx.db.execute<Meanwhile>(
    sql`select 'policy' as kind, ph.public_id as "publicId", p.title_zh as "titleZh", p.title_en as "titleEn", e.happened_on as "on", e.type
      from ${versionOf(events)} e join ${headOf(policies)} ph on ph.id = e.policy_id
        join ${versionOf(policies)} p on p.record_id = ph.id and p.status = 'live' and p.level = 'everyone'
      where e.status = 'live' and e.level = 'everyone' and e.policy_id <> ${id} and p.links && ${shared}
        and e.happened_on >= ${windowFrom} and e.happened_on <= ${to}
      union all
      select 'watch', wh.public_id, w.title_zh, w.title_en, w.happened_on, null
      from ${versionOf(items)} w join ${headOf(items)} wh on wh.id = w.record_id
      where w.status = 'live' and w.level = 'member' and w.links && ${shared} and wh.state <> 'merged'
        and w.happened_on >= ${windowFrom} and w.happened_on <= ${to}
      order by "on", "publicId" limit 100`,
  );
  return rows;
}

/** Answered words on a policy, in the order of their answers. */
async function listComments(ctx: Context, policy: string): Promise<readonly PolicyComment[]> {
  const { rows } = await ctx.db.execute<PolicyComment>(
    sql`select h.public_id as "publicId", v.subject, v.kind, v.position, v.clause, v.comment, v.observed_on as "observedOn", a.outcome, a.answer,
        jsonb_build_object('publicId', o.public_id, 'nameZh', o.name_zh, 'nameEn', o.name_en) as by
      from ${headOf(comments)} h join ${versionOf(comments)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone'
        join organization o on o.id = h.organization_id
        cross join lateral (select s.to_state as outcome, coalesce(s.reason, '') as answer from record_step s
          where s.register = ${comments.name} and s.record_id = h.id and s.version = v.version and s.shown
          order by s.taken_at desc limit 1) a
      where v.policy_id = ${policy} order by h.state_since, h.id limit 500`,
  );
  return rows;
}
