import { toListSchema } from "@lilink/contract";
import { toRecordShapes } from "@lilink/contract/rest";
import {
  type Bilingual,
  levelsOf,
  type Reading,
  type Register,
  readActionOf,
  type Values,
} from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { defineQuery } from "../kernel/define.ts";
import { fromCells } from "./cells.ts";
import { countDuties, type DutyCounts } from "./count-duties.ts";
import { type Binding, readBinding } from "./read-binding.ts";
import type { RecordVersion } from "./read-version.ts";
import {
  askedColumn,
  facetMatches,
  fromRecords,
  isByDuty,
  type RecordQuery,
  toRecordQuery,
  whereOf,
} from "./record-filter.ts";
import { orderOf, toOrderCursor } from "./record-order.ts";
import { aliasOf, headOf, joinLevels, namedBy, selectValues, versionOf } from "./record-tables.ts";

export type RecordItem = {
  readonly publicId: string;
  readonly state: string;
  readonly stateSince: Date;
  readonly updatedAt: Date;
  readonly values: Values;
  readonly readings: Readonly<Record<string, { readonly reading: Reading; readonly source: number | null }>>;
  readonly sources: RecordVersion["sources"];
  /** What is owed of it and by when, the next first; null where nothing is. */
  readonly duty: { readonly kind: string; readonly dueAt: Date } | null;
  /** What binds instead of what the record states, by field; only where it is something else. [EP6] */
  readonly binding?: Readonly<Record<string, string>>;
};

export type FacetCount = {
  readonly value: string;
  readonly count: number;
  /** Of a value that is a record's public id: what the record is called. */
  readonly name?: Bilingual;
};
export type RecordPage = {
  readonly items: readonly RecordItem[];
  readonly nextCursor: string | null;
  /** Null where nothing was counted. */
  readonly total: number | null;
  /** For each facet, how many rows each value would give beside the other choices. */
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>;
  /** How many rows owe something and by when, where the list is by duty and counts. */
  readonly duties: DutyCounts | null;
};

/** Records that the reader may read, filtered, counted by facet and in order, page by page. [RG7] */
export function listRecords(register: Register) {
  return defineQuery({
    name: `${register.name}.list`,
    input: toListSchema(register),
    authorize: { action: readActionOf(register) },
    rest: {
      method: "GET",
      path: `/${register.rest.path}`,
      tag: "registers",
      ...(register.level === "everyone" ? { open: true } : {}),
      output: toRecordShapes(register).list as z.ZodType,
    },
    run: async (ctx, { cursor, limit, counts, ...input }): Promise<RecordPage> => {
      const asked = toRecordQuery(register, input);
      const binding = await readBinding(ctx, register, asked.own);
      const query = { ...asked, binding };
      const rows = await readPage(ctx, register, query, { cursor, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.map((row) => toItem(register, row, binding)),
        nextCursor: last && rows.length > limit ? toOrderCursor(last) : null,
        ...(counts ? { total: null, facets: {} } : await countFacets(ctx, register, query)),
        duties: counts || !isByDuty(query) ? null : await countDuties(ctx, register, query),
      };
    },
  });
}

type Row = Record<string, unknown> & { _id: string; _public_id: string };

/** One page of rows, with everything that a line of the list shows. */
export async function readPage(
  ctx: Context,
  register: Register,
  query: RecordQuery,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<readonly Row[]> {
  const order = orderOf(register, query);
  const base = aliasOf(register.level);
  const facets = register.facets.map((name) => facetMatches(register, name, query));
  const readings = levelsOf(register).map((level) => sql`coalesce(${aliasOf(level)}.readings, '{}')`);
  const id = sql`${base}.record_id`;
  const after = cursor ? sql` and ${order.after(cursor, id)}` : sql``;
  // Which rows is asked of narrow columns; only those of the page are then read in full.
  const { rows } = await ctx.db.execute<Row>(
    sql`with page as materialized (select ${id} as id, ${base}.version as version, ${order.first} as sorted, ${order.second} as then_by, ${order.settled ?? sql`null::boolean`} as settled from ${fromRecords(register, query)}
        where ${sql.join([whereOf(register, query), ...facets], sql` and `)}${after}
        order by ${order.by(order.first, order.second, id, order.settled ?? sql`false`)} limit ${limit})
      select h.id as "_id", h.public_id as "_public_id", h.state as "_state", h.state_since as "_state_since", h.updated_at as "_updated_at",
        page.sorted as "_order", page.then_by as "_then", page.settled as "_settled", ${sql.join(readings, sql` || `)} as "_readings", ${base}.sources as "_sources",
        (select jsonb_build_object('kind', d.kind, 'dueAt', d.due_at) from duty d
          where d.subject_id = h.id and d.ended_at is null order by d.due_at limit 1) as "_duty",
        ${selectValues(register)}
      from page join ${versionOf(register)} ${base} on ${id} = page.id and ${base}.version = page.version and ${base}.level = ${register.level}
        join ${headOf(register)} h on h.id = page.id ${joinLevels(register)}
      order by ${order.by(sql`page.sorted`, sql`page.then_by`, sql`page.id`, sql`page.settled`)}`,
  );
  return rows;
}

export function toItem(register: Register, row: Row, binding?: Binding): RecordItem {
  const bound = binding?.values.get(row._id);
  const duty = row._duty as { kind: string; dueAt: string } | null;
  return {
    publicId: row._public_id,
    state: String(row._state),
    stateSince: new Date(String(row._state_since)),
    updatedAt: new Date(String(row._updated_at)),
    values: fromCells(register, row),
    readings: row._readings as RecordItem["readings"],
    sources: row._sources as RecordItem["sources"],
    duty: duty && { kind: duty.kind, dueAt: new Date(duty.dueAt) },
    ...(binding && bound !== undefined && { binding: { [binding.field]: bound } }),
  };
}

/** Counts in one pass over the rows: how many have the same facets; then each facet beside the choices of the others. */
async function countFacets(
  ctx: Context,
  register: Register,
  query: RecordQuery,
): Promise<Pick<RecordPage, "total" | "facets">> {
  const columns = register.facets.map((name, at) => ({ name, at, ...askedColumn(register, name, query) }));
  const nameOf = (at: number) => sql`${sql.identifier(`f${at}`)}`;
  const hits = columns.map(({ at, sql: column }) => sql`${column} as ${nameOf(at)}`);
  const others = (without: number) => {
    const rest = columns.filter(({ at }) => at !== without);
    const chosen = rest.map(({ name, at }) => facetMatches(register, name, query, nameOf(at)));
    return chosen.length === 0 ? sql`true` : sql.join(chosen, sql` and `);
  };
  const counts = columns.map(({ name, at, type }) => {
    const column = nameOf(at);
    const named = namedBy(register, name);
    if (named)
      return sql`select ${at}::int, o.public_id, sum(n)::int, o.title_zh, o.title_en from hit join ${named} o on o.id = ${column} where ${others(at)} group by 2, 4, 5`;
    return type === "text[]"
      ? sql`select ${at}::int, u.value, sum(n)::int, null, null from hit, unnest(${column}) u(value) where ${others(at)} group by u.value`
      : sql`select ${at}::int, ${column}::text, sum(n)::int, null, null from hit where ${others(at)} and ${column} is not null group by ${column}`;
  });
  const total = sql`select -1 as facet, null::text as value, coalesce(sum(n), 0)::int as count, null::text as zh, null::text as en from hit where ${others(-1)}`;
  const grouped = columns.map(({ at }) => nameOf(at));
  const unsorted = { ...query, sort: undefined };
  const { rows } = await ctx.db.execute<{ facet: number; value: string | null; count: number } & Bilingual>(
    sql`with hit as materialized (select ${sql.join([...hits, sql`count(*) as n`], sql`, `)} from ${fromRecords(register, unsorted)}
        where ${whereOf(register, query)} group by ${grouped.length === 0 ? sql`()` : sql.join(grouped, sql`, `)})
      ${sql.join([total, ...counts], sql` union all `)}`,
  );
  const facets = Object.fromEntries(
    columns.map(({ name, at }) => [
      name,
      rows
        .filter((row) => row.facet === at)
        .map(({ value, count, zh, en }) => ({
          value: String(value),
          count,
          ...(namedBy(register, name) && { name: { zh, en } }),
        }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    ]),
  );
  return { total: rows.find(({ facet }) => facet === -1)?.count ?? 0, facets };
}
