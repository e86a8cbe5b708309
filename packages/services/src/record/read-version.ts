import { levelsOf, type Register, type Values } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { fromCells } from "./cells.ts";
import type { Head } from "./find-record.ts";
import { aliasOf, joinLevels, selectValues, versionOf } from "./record-tables.ts";
import type { Provenance } from "./write-version.ts";

export type RecordVersion = Provenance & {
  readonly version: number;
  readonly values: Values;
  readonly note: string | null;
  readonly savedAt: Date;
  /** The name of the person, where this reader may know it. */
  readonly savedBy: string | null;
  /** Whether a person saved it, and not the system. */
  readonly byPerson: boolean;
};

type At = { readonly id: string; readonly version: number };

/** A version of a record as this reader may read it, or null. */
export async function readVersion(
  ctx: Context,
  register: Register,
  head: Pick<Head, "id">,
  version: number,
): Promise<RecordVersion | null> {
  const found = await readVersions(ctx, register, [{ id: head.id, version }]);
  return found.get(head.id) ?? null;
}

/** One version each of many records in one statement, by the id of the record. */
export async function readVersions(
  ctx: Context,
  register: Register,
  asked: readonly At[],
): Promise<ReadonlyMap<string, RecordVersion>> {
  if (asked.length === 0) return new Map();
  const base = aliasOf(register.level);
  const readings = levelsOf(register).map((level) => sql`coalesce(${aliasOf(level)}.readings, '{}')`);
  const { rows } = await ctx.db.execute<Record<string, unknown> & { _id: string }>(
    sql`select ${base}.record_id as "_id", ${base}.version as "_version", ${base}.sources as "_sources",
        ${sql.join(readings, sql` || `)} as "_readings", ${base}.change_note as "_note",
        ${base}.saved_at as "_saved_at", (select p.name from person p where p.id = ${base}.saved_by) as "_saved_by",
        ${base}.saved_by is not null as "_by_person",
        ${selectValues(register)}
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (id uuid, version int)
      join ${versionOf(register)} ${base} on ${base}.record_id = asked.id and ${base}.version = asked.version ${joinLevels(register)}
      where ${base}.level = ${register.level}`,
  );
  return new Map(rows.map((row) => [row._id, toVersion(register, row)]));
}

function toVersion(register: Register, row: Readonly<Record<string, unknown>>): RecordVersion {
  return {
    version: Number(row._version),
    values: fromCells(register, row),
    sources: row._sources as RecordVersion["sources"],
    readings: row._readings as RecordVersion["readings"],
    note: row._note as string | null,
    savedAt: new Date(String(row._saved_at)),
    savedBy: row._saved_by as string | null,
    byPerson: row._by_person === true,
  };
}
