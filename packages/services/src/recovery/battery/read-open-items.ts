import { toShanghaiDate } from "@lilink/model/calendar";
import { organizationOf } from "@lilink/model/policy";
import { heldKinds, type ItemKind } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** Whose report of the same battery a report contradicts, as far as the reader sees it. */
export const contradicted = sql`(select c.organization_id from battery_item c where c.code = i.code and c.kind = 'conflict' and c.closed_at is null
  and c.organization_id <> i.organization_id order by c.id limit 1)`;

export type LifeItem = {
  readonly id: string;
  readonly kind: ItemKind;
  readonly code: string;
  /** The event that it is about. */
  readonly hash: string;
  readonly occurredOn: string;
  readonly dueOn: string | null;
  readonly isOverdue: boolean;
  /** It waits at the own body. */
  readonly isOwn: boolean;
  /** The other side of an own item, as the list of own items names it. */
  readonly otherZh: string | null;
  readonly otherEn: string | null;
};

/** What is open about batteries, the most urgent first. What waits at several bodies for one event is one item, the own one where there is one. [TR17] */
export async function readOpenItems(ctx: Context, codes: readonly string[]): Promise<readonly LifeItem[]> {
  const { rows } = await ctx.db.execute<LifeItem>(
    sql`with open as (select distinct on (i.kind, i.code, i.event_hash) i.id, i.kind, i.code, i.event_hash, i.occurred_on, i.due_on, i.organization_id, i.other_id,
        coalesce(i.organization_id = ${organizationOf(ctx.actor)}::uuid and i.kind = any (${sql.param([...heldKinds])}::text[]), false) as own
      from battery_item i where i.code = any (${sql.param([...codes])}::text[]) and i.closed_at is null
      order by i.kind, i.code, i.event_hash, own desc, i.due_on nulls last, i.id)
      select i.id, i.kind, i.code, i.event_hash as hash, i.occurred_on::text as "occurredOn", i.due_on::text as "dueOn",
        coalesce(i.due_on < ${toShanghaiDate(ctx.now)}::date, false) as "isOverdue", i.own as "isOwn",
        o.name_zh as "otherZh", o.name_en as "otherEn"
      from open i left join organization o on i.own and o.id = coalesce(i.other_id, case when i.kind = 'conflict' then ${contradicted} end)
      order by i.due_on nulls last, i.occurred_on, i.id limit 20`,
  );
  return rows;
}
