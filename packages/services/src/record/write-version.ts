import type { Source } from "@lilink/contract";
import { type FieldFault, toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import {
  type Bilingual,
  columnsOf,
  fieldsAt,
  levelsOf,
  type Named,
  type Reading,
  type Register,
  type RegisterLevel,
  type Values,
} from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { type Refs, referredTable, refKey, toCells, toSearchInput } from "./cells.ts";
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
  const refs = await requireRefs(ctx, register, content.values);
  await dropDrafts(ctx, register, [head]);
  await writeVersions(ctx, register, [{ head, content }], refs);
}

/** Deletes the rows of versions that are drafts still. */
export async function dropDrafts(
  ctx: Context,
  register: Register,
  versions: readonly Pick<Head, "id" | "version">[],
): Promise<void> {
  const rows = versions.map(({ id, version }) => ({ id, version }));
  await ctx.db.execute(
    sql`delete from ${versionOf(register)} v using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, version int)
      where v.record_id = d.id and v.version = d.version and v.status = 'draft'`,
  );
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
    const fields = fieldsAt(register, level);
    const atLevel = new Set(fields.map(([name]) => name));
    const rows = versions.map((version) => toRow(register, level, version, refs, atLevel));
    const own = fields.flatMap(([name, field]) => columnsOf(name, field));
    const columns = [...headColumns, ...own];
    const names = sql.raw(columns.map(({ name }) => name).join(", "));
    const typed = sql.raw(columns.map(({ name, type }) => `${name} ${type}`).join(", "));
    await ctx.db.execute(
      sql`insert into ${versionOf(register)} (level, saved_by, saved_at, search, ${names})
        select ${level}, ${personOf(ctx.actor)}::uuid, ${ctx.now.toISOString()}::timestamptz, to_tsvector('simple', words), ${names}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (words text, ${typed})`,
    );
  }
}

/** What every row of a version has, beside its fields. */
const headColumns = [
  { name: "record_id", type: "uuid" },
  { name: "version", type: "int" },
  { name: "organization_id", type: "uuid" },
  { name: "sources", type: "jsonb" },
  { name: "readings", type: "jsonb" },
  { name: "change_note", type: "text" },
] as const;

function toRow(
  register: Register,
  level: RegisterLevel,
  { head, content }: Versioned,
  refs: Refs,
  atLevel: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  return {
    record_id: head.id,
    version: head.version,
    organization_id: head.organizationId,
    sources: level === register.level ? content.sources : [],
    readings: Object.fromEntries(Object.entries(content.readings).filter(([name]) => atLevel.has(name))),
    change_note: content.note ?? null,
    words: toSearchInput(register, level, content.values),
    ...toCells(register, level, content.values, refs),
  };
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

/** @throws INVALID_INPUT naming each field that leads to nothing */
export async function requireRefs(ctx: Context, register: Register, values: Values): Promise<Refs> {
  const { refs, faults } = await resolveManyRefs(ctx, register, [{ row: 0, values }]);
  const [fault] = faults;
  if (fault) throw toInputError(fault.faults.map((one) => ({ ...one, field: `values.${one.field}` })));
  return refs;
}

/** A record's title in both languages, from the first column of its list. */
export function toTitle(register: Register, values: Values): Bilingual {
  const value = values[register.list[0] ?? ""];
  if (value && typeof value === "object" && "zh" in value) return value as Bilingual;
  const text = typeof value === "string" ? value : null;
  return { zh: text, en: text };
}
