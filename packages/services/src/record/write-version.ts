import type { Source } from "@lilink/contract";
import { type FieldFault, toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import {
  type Bilingual,
  fieldsAt,
  levelsOf,
  type Named,
  type Reading,
  type Register,
  type RegisterLevel,
  type Values,
} from "@lilink/model/register";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { type Cell, type Refs, referredTable, refKey, toCells, toSearchInput } from "./cells.ts";
import type { Head } from "./find-record.ts";
import { versionOf } from "./record-tables.ts";

export type Provenance = {
  readonly sources: readonly Source[];
  readonly readings: Readonly<
    Partial<Record<string, { readonly reading: Reading; readonly source: number | null }>>
  >;
};

export type VersionContent = Provenance & {
  readonly values: Values;
  readonly note?: string | null | undefined;
};

type Versioned = {
  readonly head: Pick<Head, "id" | "organizationId" | "version">;
  readonly content: VersionContent;
};

/** Writes a version's rows, one a level, in place of those of the same version. They become live by their head alone. */
export async function writeVersion(
  ctx: Context,
  register: Register,
  head: Versioned["head"],
  content: VersionContent,
): Promise<void> {
  const { refs, faults } = await resolveManyRefs(ctx, register, [{ row: 0, values: content.values }]);
  const [fault] = faults;
  if (fault) throw toInputError(fault.faults.map((one) => ({ ...one, field: `values.${one.field}` })));
  await ctx.db.execute(
    sql`delete from ${versionOf(register)} where record_id = ${head.id} and version = ${head.version} and status = 'draft'`,
  );
  await writeVersions(ctx, register, [{ head, content }], refs);
}

/** Writes the rows of new versions, one statement a level. */
export async function writeVersions(
  ctx: Context,
  register: Register,
  versions: readonly Versioned[],
  refs: Refs,
): Promise<void> {
  if (versions.length === 0) return;
  for (const level of levelsOf(register)) {
    const rows = versions.map((version) => toRow(ctx, register, level, version, refs));
    const names = [...(rows[0]?.keys() ?? [])].map((name) => sql.identifier(name));
    const values = rows.map((row) => sql`(${sql.join([...row.values()], sql`, `)})`);
    await ctx.db.execute(
      sql`insert into ${versionOf(register)} (${sql.join(names, sql`, `)}) values ${sql.join(values, sql`, `)}`,
    );
  }
}

function toRow(
  ctx: Context,
  register: Register,
  level: RegisterLevel,
  { head, content }: Versioned,
  refs: Refs,
): ReadonlyMap<string, SQL> {
  const fields = new Set(fieldsAt(register, level).map(([name]) => name));
  const readings = Object.fromEntries(Object.entries(content.readings).filter(([name]) => fields.has(name)));
  const row = new Map<string, SQL>([
    ["record_id", sql`${head.id}::uuid`],
    ["version", sql`${head.version}::int`],
    ["level", sql`${level}`],
    ["organization_id", sql`${head.organizationId}::uuid`],
    ["sources", sql`${JSON.stringify(level === register.level ? content.sources : [])}::jsonb`],
    ["readings", sql`${JSON.stringify(readings)}::jsonb`],
    ["search", sql`to_tsvector('simple', ${toSearchInput(register, level, content.values)})`],
    ["change_note", sql`${content.note ?? null}::text`],
    ["saved_by", sql`${personOf(ctx.actor)}::uuid`],
    ["saved_at", sql`${ctx.now.toISOString()}::timestamptz`],
  ]);
  for (const [name, cell] of toCells(register, level, content.values, refs)) row.set(name, toSql(cell));
  return row;
}

function toSql(cell: Cell): SQL {
  return Array.isArray(cell) ? sql`${sql.param([...cell])}::text[]` : sql`${cell}`;
}

type NamingRow = { readonly row: number; readonly values: Values };

/** The ids of all rows that the values name, one statement a table; a name that leads to nothing is a fault of its field. */
export async function resolveManyRefs(
  ctx: Context,
  register: Register,
  rows: readonly NamingRow[],
): Promise<{
  readonly refs: Refs;
  readonly faults: readonly { readonly row: number; readonly faults: readonly FieldFault[] }[];
}> {
  const refs = new Map<string, string>();
  const faults: { row: number; faults: FieldFault[] }[] = [];
  for (const [name, field] of Object.entries(register.fields)) {
    const table = referredTable(field);
    if (!table) continue;
    const named = rows.flatMap(({ row, values }) => {
      const value = values[name] as Named | null | undefined;
      return value ? [{ row, publicId: value.publicId }] : [];
    });
    if (named.length === 0) continue;
    const asked = sql.param(named.map(({ publicId }) => publicId));
    const found = await ctx.db.execute<{ id: string; public_id: string }>(
      sql`select id, public_id from ${sql.identifier(table)} where public_id = any (${asked}::text[])`,
    );
    for (const { id, public_id: publicId } of found.rows) refs.set(refKey(table, publicId), id);
    for (const { row, publicId } of named)
      if (!refs.has(refKey(table, publicId)))
        faults.push({ row, faults: [{ field: name, rule: "notInList" }] });
  }
  return { refs, faults };
}

/** A record's title in both languages, from the first column of its list. */
export function toTitle(register: Register, values: Values): Bilingual {
  const value = values[register.list[0] ?? ""];
  if (value && typeof value === "object" && "zh" in value) return value as Bilingual;
  const text = typeof value === "string" ? value : null;
  return { zh: text, en: text };
}
