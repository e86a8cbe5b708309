import { listBatteriesSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { heldKinds, type LifeState, type Verdict } from "@lilink/model/trace";
import { type SQL, sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
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

/** The batteries that the own organization made or had a part in, by their codes: all, those with a part of a code, of a kind or in a state, or what waits, and how many they are. [TR22] */
export const listBatteries = defineQuery({
  name: "battery.list",
  input: listBatteriesSchema,
  rest: { tag: "registers", method: "GET", path: "/batteries", output: shape.batteryPage },
  authorize: { action: "battery.read", resource: ownOrganization },
  run: async (ctx, { q, open, product, state, cursor, limit }) => {
    const ownId = requireOwn(ctx);
    const waits = open
      ? sql`and exists (select from battery_item i where i.organization_id = ${ownId}::uuid and i.code = battery_of.code
          and i.kind = any (${sql.param([...heldKinds])}::text[]) and i.closed_at is null)`
      : sql``;
    const found = sql`from battery_of
        where org_id = ${ownId}::uuid and strpos(code, ${(q ?? "").toUpperCase()}) > 0 ${waits}
          ${product ? sql`and substr(code, 4, 1) = ${product}` : sql``}`;
    const { rows: counted } = await ctx.db.execute<{ readonly count: number }>(
      sql`select count(*)::int as count from (select 1 ${found} limit ${mostCounted + 1}) as found`,
    );
    await actInTrace(ctx);
    const page = { after: cursor ?? "", most: limit + 1 };
    const { rows, looked } = state
      ? await readInState(ctx, found, { ...page, state })
      : { rows: await readAfter(ctx, found, page), looked: null };
    const items: readonly BatteryItem[] = rows.slice(0, limit);
    const count = counted[0]?.count ?? 0;
    return {
      items,
      nextCursor: rows.length > limit ? (items.at(-1)?.code ?? null) : looked,
      // Where each stands is known on the other side alone, and not counted.
      count: state || count > mostCounted ? null : count,
    };
  },
});

type Page = { readonly after: string; readonly most: number };
type Row = Record<string, unknown> & BatteryItem;

/** So many batteries of the own organization after a code, with where they stand. */
async function readAfter(ctx: Context, found: SQL, { after, most }: Page): Promise<readonly Row[]> {
  const own = await bring(
    ctx,
    "db",
    sql`select code, as_maker ${found} and code > ${after} order by code limit ${most}`,
    "b",
    { code: "text", as_maker: "boolean" },
  );
  const { rows } = await ctx.trace.execute<Row>(
    sql`select b.code, b.as_maker as "isMaker", u.level, u.battery_type as "batteryType", u.kwh::text,
        coalesce(s.state, 'none') as state, coalesce(s.flags, '{}') as flags
      from ${own} left join trace.battery_unit u on u.code = b.code left join trace.battery_state s on s.code = b.code order by b.code`,
  );
  return rows;
}

const batch = 1000;
/** A page of batteries in a state looks through so many batches; the page after it goes on from there. */
const mostBatches = 20;

/**
 * Those in a state: batch after batch by code, since one side knows whose they are and the other where they stand. `looked`: the last code
 * that was looked at, where more may follow. [TR20]
 */
async function readInState(
  ctx: Context,
  found: SQL,
  { after, most, state }: Page & { readonly state: LifeState },
): Promise<{ readonly rows: readonly Row[]; readonly looked: string | null }> {
  const kept: Row[] = [];
  let last = after;
  for (let at = 0; at < mostBatches; at++) {
    const rows = await readAfter(ctx, found, { after: last, most: batch });
    kept.push(...rows.filter((row) => row.state === state));
    if (kept.length >= most) return { rows: kept.slice(0, most), looked: null };
    if (rows.length < batch) return { rows: kept, looked: null };
    last = rows.at(-1)?.code ?? last;
  }
  return { rows: kept, looked: last };
}
