import { type BatteryKey, listBatteriesSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { heldKinds, type LifeState, lifeStates, type Verdict } from "@lilink/model/trace";
import { type SQL, sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";
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

/** The batteries that the own organization made or had a part in, by their codes or by another column: all, those with a part of a code, of a kind or in a state, or what waits, and how many they are. [TR22] */
export const listBatteries = defineQuery({
  name: "battery.list",
  input: listBatteriesSchema,
  rest: { tag: "registers", method: "GET", path: "/batteries", output: shape.batteryPage },
  authorize: { action: "battery.read", resource: ownOrganization },
  run: async (ctx, { q, open, product, state, sort, cursor, limit }) => {
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
    const count = counted[0]?.count ?? 0;
    await actInTrace(ctx);
    const by = sort?.replace("-", "") as BatteryKey | undefined;
    const falls = sort?.startsWith("-") ?? false;
    // Where each stands is known on the other side: so many codes at most are taken there to be put in order.
    if (by && by !== "code" && count <= mostCounted) {
      const rows = await readOrdered(ctx, found, { by, falls, state, cursor, most: limit + 1 });
      const page = toPage(rows, limit, ({ key, code }) => [key, code], withoutKey);
      return { ...page, count: state ? null : count, sort: sort ?? null };
    }
    const page = { after: cursor ?? null, falls: by === "code" && falls, most: limit + 1 };
    const { rows, looked } = state
      ? await readInState(ctx, found, { ...page, state })
      : { rows: await readAfter(ctx, found, page), looked: null };
    const items: readonly BatteryItem[] = rows.slice(0, limit);
    return {
      items,
      nextCursor: rows.length > limit ? (items.at(-1)?.code ?? null) : looked,
      // Where each stands is known on the other side alone, and not counted.
      count: state || count > mostCounted ? null : count,
      // The order that the page has: of too many only that by code.
      sort: by === "code" ? (sort ?? null) : null,
    };
  },
});

const withoutKey = ({ key: _, ...row }: Ordered): BatteryItem => row;

type Page = { readonly after: string | null; readonly falls: boolean; readonly most: number };
type Row = Record<string, unknown> & BatteryItem;

const own = { code: "text", as_maker: "boolean" } as const;
const shown = sql`b.code, b.as_maker as "isMaker", u.level, u.battery_type as "batteryType", u.kwh::text, coalesce(s.state, 'none') as state, coalesce(s.flags, '{}') as flags`;
const withState = sql`left join trace.battery_unit u on u.code = b.code left join trace.battery_state s on s.code = b.code`;
const wayOf = (falls: boolean) => ({
  way: sql.raw(falls ? "desc" : "asc"),
  beyond: sql.raw(falls ? "<" : ">"),
});

/** So many batteries of the own organization after a code, with where they stand. */
async function readAfter(ctx: Context, found: SQL, { after, falls, most }: Page): Promise<readonly Row[]> {
  const { way, beyond } = wayOf(falls);
  const on = after === null ? sql`` : sql`and code ${beyond} ${after}`;
  const query = sql`select code, as_maker ${found} ${on} order by code ${way} limit ${most}`;
  const brought = await bring(ctx, "db", query, "b", own);
  const { rows } = await ctx.trace.execute<Row>(
    sql`select ${shown} from ${brought} ${withState} order by b.code ${way}`,
  );
  return rows;
}

type Ordered = Row & { readonly key: string };
type Order = {
  readonly by: Exclude<BatteryKey, "code">;
  readonly falls: boolean;
  readonly state: LifeState | undefined;
  readonly cursor: string | undefined;
  readonly most: number;
};

/** So many of all own batteries in the order of a column, and of one value by code. What nobody told the energy of stands last either way. */
async function readOrdered(
  ctx: Context,
  found: SQL,
  { by, falls, state, cursor, most }: Order,
): Promise<readonly Ordered[]> {
  const { way, beyond } = wayOf(falls);
  const keys: Readonly<Record<Order["by"], SQL>> = {
    role: sql`case when b.as_maker then 0 else 1 end`,
    what: sql`case when u.level is null then ${falls ? -1 : 999} else strpos('PMC', u.level) * 100 + ascii(coalesce(u.battery_type, '')) - 32 end`,
    energy: sql`coalesce(u.kwh, ${falls ? -1 : 1_000_001})`,
    state: sql`array_position(${sql.param([...lifeStates])}::text[], coalesce(s.state, 'none'))`,
  };
  const [key, code] = cursor === undefined ? [null, null] : readKeyCursor(cursor);
  const brought = await bring(ctx, "db", sql`select code, as_maker ${found}`, "b", own);
  const { rows } = await ctx.trace.execute<Ordered>(
    sql`select * from (select ${shown}, (${keys[by]})::numeric as key from ${brought} ${withState}) as ordered
      where ${state ? sql`state = ${state}` : sql`true`} and ${key === null ? sql`true` : sql`(key, code) ${beyond} (${key}::numeric, ${code})`}
      order by key ${way}, code ${way} limit ${most}`,
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
  { after, falls, most, state }: Page & { readonly state: LifeState },
): Promise<{ readonly rows: readonly Row[]; readonly looked: string | null }> {
  const kept: Row[] = [];
  let last = after;
  for (let at = 0; at < mostBatches; at++) {
    const rows = await readAfter(ctx, found, { after: last, falls, most: batch });
    kept.push(...rows.filter((row) => row.state === state));
    if (kept.length >= most) return { rows: kept.slice(0, most), looked: null };
    if (rows.length < batch) return { rows: kept, looked: null };
    last = rows.at(-1)?.code ?? last;
  }
  return { rows: kept, looked: last };
}
