import { createHash } from "node:crypto";
import { listEventsSchema } from "@lilink/contract";
import {
  type CustodyEvent,
  epcisContext,
  type JsonObject,
  preHashes,
  type StepVerb,
  toEpcis,
} from "@lilink/model/trace";
import { explainCode, filedCode } from "@lilink/model/trace/code";
import { type SQL, sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { actInTrace, isApart } from "../battery/act-in-trace.ts";
import { listOf } from "../battery/list-of.ts";

type Row = {
  code: string;
  hash: string;
  verb: StepVerb;
  occurred_on: string;
  recorded_at: string | Date;
  by_id: string;
  to_id: string | null;
  province: string | null;
  facts: Partial<CustodyEvent>;
  reason: string | null;
};

/**
 * Events of which the own body is a side, as EPCIS 2.0 writes them; with codes, those of these batteries that the reader may read. A
 * correction is the event that it corrects with an error declaration. [TR35]
 */
export const listEvents = defineQuery({
  name: "battery.events",
  input: listEventsSchema,
  authorize: { action: "battery.read", resource: ownOrganization },
  run: async (ctx, { codes, verbs, from, before, recordedFrom, recordedBefore, cursor, limit }) => {
    await actInTrace(ctx);
    const [afterCode = "", afterHash = ""] = (cursor ?? "").split(" ");
    const own = requireOwn(ctx);
    const read = codes?.map((typed) => filedCode(explainCode(typed)));
    const find = async (source: SQL): Promise<Row[]> => {
      const found = await ctx.trace.execute<Row>(
        sql`with found as (select e.* from ${source})
          select e.code, encode(e.storage_hash, 'hex') as hash, coalesce(o.verb, e.verb) as verb, coalesce(o.occurred_on, e.occurred_on)::text as occurred_on,
            e.recorded_at, e.by_id, coalesce(o.to_id, e.to_id) as to_id, coalesce(o.province, e.province) as province, coalesce(o.facts, e.facts) as facts,
            case when e.corrects is not null then e.facts ->> 'reason' end as reason
          from found e left join trace.custody_event o on o.code = e.code and o.storage_hash = e.corrects
          where (e.code, e.storage_hash) > (${afterCode}, decode(${afterHash}, 'hex')) and (e.verb <> 'correct' or o.code is not null)
            and (${verbs ? sql`coalesce(o.verb, e.verb) = any (${sql.param(verbs)}::text[])` : sql`true`})
            and (${inside(sql`coalesce((coalesce(o.facts, e.facts) ->> 'time')::timestamptz, (coalesce(o.occurred_on, e.occurred_on) || 'T00:00:00+08:00')::timestamptz)`, from, before)})
            and (${inside(sql`e.recorded_at`, recordedFrom, recordedBefore)})
          order by e.code, e.storage_hash limit ${limit + 1}`,
      );
      return found.rows;
    };
    const rows = read
      ? await find(sql`trace.custody_event e where e.code = any (${sql.param(read)}::text[])`)
      : await findOwn(ctx, afterCode, limit, (list) =>
          find(
            sql`${list} join trace.custody_event e on e.code = b.code where e.role = 'self' and ${own}::uuid in (e.by_id, e.to_id)`,
          ),
        );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: withIds(await toEvents(ctx, page)),
      nextCursor: rows.length > limit && last ? `${last.code} ${last.hash}` : null,
    };
  },
});

/** So many batteries of the own list are brought to their server at once. */
const batch = 5000;

/** What `find` finds of the own list: on one server by one statement, on two a piece of the list after the other until a page is full. */
async function findOwn(
  ctx: Context,
  from: string,
  limit: number,
  find: (list: SQL) => Promise<Row[]>,
): Promise<Row[]> {
  const mine = sql`from battery_of where org_id = ${requireOwn(ctx)}::uuid`;
  if (!isApart(ctx)) return find(sql`(select code ${mine}) b`);
  const rows: Row[] = [];
  for (let after: string | null = null; ; ) {
    const list: { readonly rows: readonly { readonly code: string }[] } = await ctx.db.execute(
      sql`select code ${mine} and (${after}::text is null and code >= ${from} or code > ${after}) order by code limit ${batch}`,
    );
    const codes = list.rows.map(({ code }) => code);
    rows.push(...(await find(sql`unnest(${listOf(codes)}::text[]) b (code)`)));
    after = codes.at(-1) ?? null;
    if (rows.length > limit || codes.length < batch) return rows;
  }
}

function inside(value: ReturnType<typeof sql>, from: string | undefined, before: string | undefined) {
  const low = from === undefined ? sql`true` : sql`${value} >= ${from}::timestamptz`;
  const high = before === undefined ? sql`true` : sql`${value} < ${before}::timestamptz`;
  return sql`${low} and ${high}`;
}

async function toEvents(ctx: Context, rows: readonly Row[]): Promise<readonly JsonObject[]> {
  const ids = [...new Set(rows.flatMap((row) => [row.by_id, ...(row.to_id === null ? [] : [row.to_id])]))];
  const named = await ctx.db.execute<{ id: string; publicId: string }>(
    sql`select id, public_id as "publicId" from organization where id = any (${sql.param(ids)}::uuid[])`,
  );
  const names = new Map(named.rows.map(({ id, publicId }) => [id, publicId]));
  return rows.map((row) => {
    const to = row.to_id === null ? undefined : names.get(row.to_id);
    const recordedAt = new Date(row.recorded_at).toISOString();
    return toEpcis({
      event: {
        ...row.facts,
        verb: row.verb,
        code: row.facts.code ?? row.code,
        at: row.occurred_on,
        by: names.get(row.by_id) ?? "",
        ...(to !== undefined && { to }),
      },
      province: row.province,
      recordedAt,
      ...(row.reason !== null && { declares: { at: recordedAt, reason: row.reason } }),
    });
  });
}

/** Each with the hash id of CBV 2.0, which is computed and not stored. [TR31] */
function withIds(events: readonly JsonObject[]): readonly JsonObject[] {
  const texts = preHashes({ "@context": epcisContext, epcisBody: { eventList: events } });
  return events.map((event, at) => {
    const hash = createHash("sha256")
      .update(texts[at] ?? "")
      .digest("hex");
    return { ...event, eventID: `ni:///sha-256;${hash}?ver=CBV2.0` };
  });
}
