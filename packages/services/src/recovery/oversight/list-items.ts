import { listOwnItemsSchema, type OwnItemKey, overseeBatteriesSchema } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { heldKinds, type ItemKind, overseenKinds } from "@lilink/model/trace";
import { type SQL, sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";
import { type Denial, denialWords } from "../battery/read-denials.ts";
import { contradicted } from "../battery/read-open-items.ts";

export type BodyName = {
  readonly publicId: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
};
export type BatteryItemView = {
  readonly id: string;
  readonly kind: ItemKind;
  readonly code: string;
  /** The event that it is about. */
  readonly hash: string;
  /** The words of both sides where a hand-over is denied. [TR27] */
  readonly denial: Denial | null;
  readonly occurredOn: string;
  readonly dueOn: string | null;
  readonly rule: string | null;
  readonly province: string | null;
  readonly isOverdue: boolean;
  /** Who has to look into it. */
  readonly holder: BodyName;
  readonly other: BodyName | null;
};

const held = sql`i.kind = any (${sql.param([...heldKinds])}::text[])`;

const ownOrders: Readonly<Record<OwnItemKey, SQL>> = {
  kind: sql`array_position(${sql.param([...heldKinds])}::text[], i.kind)`,
  code: sql`i.code`,
  on: sql`i.occurred_on`,
  due: sql`i.due_on`,
  otherZh: sql`o.name_pinyin`,
  otherEn: sql`(coalesce(o.name_en, o.name_zh) collate "en-x-icu")`,
};

/** What the own body has to look into about batteries: how much, and the most urgent: hand-overs that the other side denies, then those to confirm, by their last day; or in the order of a column. [TR17] [TR27] */
export const listOwnItems = defineQuery({
  name: "battery.items",
  input: listOwnItemsSchema,
  authorize: { action: "battery.read", resource: ownOrganization },
  run: async (ctx, { sort, limit }) => {
    const own = sql`i.organization_id = ${requireOwn(ctx)}::uuid and ${held}`;
    const by = sort?.replace("-", "") as OwnItemKey | undefined;
    const way = sql.raw(sort?.startsWith("-") ? "desc" : "asc");
    const first = by ? sql`${ownOrders[by]} ${way} nulls last, ` : sql``;
    const order = sql`${first} i.kind <> 'denied', i.due_on nulls last, i.occurred_on desc, i.id`;
    const rows = await readItems(ctx, own, order, limit);
    const { rows: counted } = await ctx.db.execute<{ count: number }>(
      sql`select count(*)::int as count from battery_item i where i.closed_at is null and ${own}`,
    );
    return { count: counted[0]?.count ?? 0, items: rows.map((row) => toView(row, toShanghaiDate(ctx.now))) };
  },
});

/**
 * The desk of whoever oversees batteries: open items of the own province, for officers of all, counted by province and kind. A hand-over is
 * late after its last day; before it, it only runs. What is late comes first, the longest first. [TR23]
 */
export const overseeBatteries = defineQuery({
  name: "battery.oversight",
  input: overseeBatteriesSchema,
  authorize: { action: "battery.oversee" },
  run: async (ctx, { kind, province, body, cursor, limit }) => {
    const today = toShanghaiDate(ctx.now);
    const own = sql`i.kind = any (${sql.param([...overseenKinds])}::text[]) and coalesce((select app.regulates()) = i.province, (select app.officer()))`;
    const late = sql`(i.kind <> 'handover' or i.due_on is null or i.due_on < ${today}::date)`;
    const counts = await ctx.db.execute<{
      province: string | null;
      kind: ItemKind;
      late: number;
      running: number;
    }>(
      sql`select i.province, i.kind, count(*) filter (where ${late})::int as late, count(*) filter (where not ${late})::int as running
        from battery_item i where i.closed_at is null and ${own} group by 1, 2 order by 1, 2`,
    );
    const [rank, id] = cursor === undefined ? [null, null] : readKeyCursor(cursor);
    const where = sql.join(
      [
        sql`${own} and ${late}`,
        ...(kind === undefined ? [] : [sql`i.kind = ${kind}`]),
        ...(province === undefined ? [] : [sql`i.province = ${province}`]),
        ...(body === undefined ? [] : [sql`h.public_id = ${body} and ${held}`]),
        ...(rank === null ? [] : [sql`(${urgency}, i.id) > (${Number(rank)}::int, ${id}::uuid)`]),
      ],
      sql` and `,
    );
    const rows = await readItems(ctx, where, sql`${urgency}, i.id`, limit + 1);
    const isFirst = cursor === undefined && body === undefined;
    return {
      counts: counts.rows,
      bodies: isFirst ? await readBodies(ctx, where, today) : [],
      ...toPage(
        rows,
        limit,
        (row) => [String(row.urgency), row.id],
        (row) => toView(row, today),
      ),
    };
  },
});

/** Who has something to do, and how much of it is late: whoever has most late comes first. */
export type BusyBody = BodyName & {
  readonly late: number;
  /** The last day of what is late longest. */
  readonly since: string | null;
  readonly open: number;
};
const shownBodies = 10;

async function readBodies(ctx: Context, where: SQL, today: string): Promise<readonly BusyBody[]> {
  const late = sql`filter (where i.due_on < ${today}::date)`;
  const { rows } = await ctx.db.execute<BusyBody & Record<string, unknown>>(
    sql`select h.public_id as "publicId", h.name_zh as "nameZh", h.name_en as "nameEn",
        count(*) ${late}::int as late, (min(i.due_on) ${late})::text as since, count(*)::int as open
      from battery_item i join organization h on h.id = i.organization_id
      where i.closed_at is null and ${held} and ${where}
      group by h.id, h.public_id, h.name_zh, h.name_en order by late desc, open desc, h.name_zh limit ${shownBodies}`,
  );
  return rows;
}

/** What is late first, the longest first; then what has no last day, the newest first. */
const urgency = sql`coalesce(i.due_on - date '1900-01-01', 1000000 - (i.occurred_on - date '1900-01-01'))`;

type Row = Omit<BatteryItemView, "holder" | "other" | "isOverdue"> & {
  readonly urgency: number;
  readonly holderId: string;
  readonly holderZh: string;
  readonly holderEn: string | null;
  readonly otherId: string | null;
  readonly otherZh: string;
  readonly otherEn: string | null;
};

async function readItems(ctx: Context, where: SQL, order: SQL, limit: number): Promise<readonly Row[]> {
  const { rows } = await ctx.db.execute<Row & Record<string, unknown>>(
    sql`select i.id, i.kind, i.code, i.event_hash as hash, ${denialWords} as denial, i.occurred_on::text as "occurredOn", i.due_on::text as "dueOn", ${urgency} as urgency, i.rule, i.province,
        h.public_id as "holderId", h.name_zh as "holderZh", h.name_en as "holderEn",
        o.public_id as "otherId", o.name_zh as "otherZh", o.name_en as "otherEn"
      from battery_item i join organization h on h.id = i.organization_id left join organization o on o.id = coalesce(i.other_id, case when i.kind = 'conflict' then ${contradicted} end)
        left join battery_denial d on i.kind in ('handover', 'denied', 'disputed') and d.code = i.code and d.event_hash = i.event_hash
      where i.closed_at is null and ${where} order by ${order} limit ${limit}`,
  );
  return rows;
}

function toView(row: Row, today: string): BatteryItemView {
  const { id, kind, code, hash, denial, occurredOn, dueOn, rule, province } = row;
  return {
    ...{ id, kind, code, hash, denial, occurredOn, dueOn, rule, province },
    isOverdue: dueOn !== null && dueOn < today,
    holder: { publicId: row.holderId, nameZh: row.holderZh, nameEn: row.holderEn },
    other: row.otherId === null ? null : { publicId: row.otherId, nameZh: row.otherZh, nameEn: row.otherEn },
  };
}
