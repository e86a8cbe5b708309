import { isoDay } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import {
  lifeOf,
  type PolicyEvent,
  type PolicyStatus,
  type StatusSpan,
  toldStatusOn,
} from "@lilink/model/governance";
import { registerOf } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

const policies = registerOf("publicPolicy");
const events = registerOf("policyEvent");

export type LifeEvent = PolicyEvent & {
  readonly publicId: string;
  readonly titleZh: string | null;
  readonly titleEn: string | null;
  readonly byDocument: string | null;
};
export type PolicyLife = {
  readonly publicId: string;
  readonly titleZh: string | null;
  readonly titleEn: string | null;
  readonly country: string;
  readonly status: PolicyStatus | null;
  readonly spans: readonly StatusSpan[];
  readonly events: readonly LifeEvent[];
  /** What an issued policy must say and this one does not: how its effect is measured, over which time, and when it is evaluated. */
  readonly lacks: readonly ("indicator" | "window" | "evaluateOn")[];
  readonly evaluateOn: string | null;
};

type Row = Omit<PolicyLife, "status" | "spans" | "lacks"> & {
  readonly indicator: string | null;
  readonly windowTo: string | null;
};

/** The life of each policy from its events, and what it is on a day; by default today. [PY1] [PY4] */
export const listPolicyLives = defineQuery({
  name: "policy.lives",
  input: z.object({ on: isoDay.optional(), id: z.string().max(40).optional() }),
  authorize: { action: "record.browse" },
  run: async (ctx, { on, id }): Promise<{ readonly on: string; readonly items: readonly PolicyLife[] }> => {
    const { rows } = await ctx.db.execute<Row>(
      sql`select h.public_id as "publicId", v.title_zh as "titleZh", v.title_en as "titleEn", v.country, v.indicator, v.window_to as "windowTo",
          v.evaluate_on as "evaluateOn", coalesce((select jsonb_agg(jsonb_build_object('publicId', eh.public_id, 'titleZh', e.title_zh,
            'titleEn', e.title_en, 'type', e.type, 'on', e.happened_on, 'until', e.until, 'byDocument', e.by_document) order by e.happened_on)
            from ${versionOf(events)} e join ${headOf(events)} eh on eh.id = e.record_id
            where e.policy_id = h.id and e.status = 'live' and e.level = 'everyone'), '[]') as events
        from ${headOf(policies)} h join ${versionOf(policies)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone'
        ${id === undefined ? sql`` : sql`where h.public_id = ${id}`} order by v.title_zh, h.id limit 10000`,
    );
    const day = on ?? toShanghaiDate(ctx.now);
    return {
      on: day,
      items: rows.map(({ indicator, windowTo, ...row }) => ({
        ...row,
        status: toldStatusOn(row.events, day),
        spans: lifeOf(row.events),
        lacks: [
          ...(indicator ? [] : (["indicator"] as const)),
          ...(windowTo ? [] : (["window"] as const)),
          ...(row.evaluateOn ? [] : (["evaluateOn"] as const)),
        ],
      })),
    };
  },
});
