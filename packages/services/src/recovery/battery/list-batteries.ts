import { listBatteriesSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { heldKinds, type LifeState, type Verdict } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineQuery } from "../../kernel/define.ts";
import { actInTrace } from "./act-in-trace.ts";
import { bring } from "./bring.ts";

export type BatteryItem = {
  readonly code: string;
  readonly isMaker: boolean;
  readonly level: string | null;
  readonly batteryType: string | null;
  readonly kwh: string | null;
  readonly state: LifeState;
  readonly flags: readonly Verdict[];
};

/** More than these are not counted: a count reads every row that it counts. */
const mostCounted = 10_000;

/** The batteries that the own organization made or had a part in, by their codes: all, those with a part of a code, or what waits, and how many they are. [TR22] */
export const listBatteries = defineQuery({
  name: "battery.list",
  input: listBatteriesSchema,
  rest: { tag: "registers", method: "GET", path: "/batteries", output: shape.batteryPage },
  authorize: { action: "battery.read", resource: ownOrganization },
  run: async (ctx, { q, open, cursor, limit }) => {
    const ownId = requireOwn(ctx);
    const waits = open
      ? sql`and exists (select from battery_item i where i.organization_id = ${ownId}::uuid and i.code = battery_of.code
          and i.kind = any (${sql.param([...heldKinds])}::text[]) and i.closed_at is null)`
      : sql``;
    const found = sql`from battery_of
        where org_id = ${ownId}::uuid and strpos(code, ${(q ?? "").toUpperCase()}) > 0 ${waits}`;
    const { rows: counted } = await ctx.db.execute<{ readonly count: number }>(
      sql`select count(*)::int as count from (select 1 ${found} limit ${mostCounted + 1}) as found`,
    );
    await actInTrace(ctx);
    const own = await bring(
      ctx,
      "db",
      sql`select code, as_maker ${found} and code > ${cursor ?? ""} order by code limit ${limit + 1}`,
      "b",
      { code: "text", as_maker: "boolean" },
    );
    const { rows } = await ctx.trace.execute<Record<string, unknown> & BatteryItem>(
      sql`select b.code, b.as_maker as "isMaker", u.level, u.battery_type as "batteryType", u.kwh::text,
          coalesce(s.state, 'none') as state, coalesce(s.flags, '{}') as flags
        from ${own} left join trace.battery_unit u on u.code = b.code left join trace.battery_state s on s.code = b.code order by b.code`,
    );
    const items: readonly BatteryItem[] = rows.slice(0, limit);
    const count = counted[0]?.count ?? 0;
    return {
      items,
      nextCursor: rows.length > limit ? (items.at(-1)?.code ?? null) : null,
      count: count > mostCounted ? null : count,
    };
  },
});
