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
  readonly savedBy: string | null;
};

/** A version of a record as this reader may read it, or null. */
export async function readVersion(
  ctx: Context,
  register: Register,
  head: Pick<Head, "id">,
  version: number,
): Promise<RecordVersion | null> {
  const base = aliasOf(register.level);
  const readings = levelsOf(register).map((level) => sql`coalesce(${aliasOf(level)}.readings, '{}')`);
  const { rows } = await ctx.db.execute<Record<string, unknown>>(
    sql`select ${base}.sources as "_sources", ${sql.join(readings, sql` || `)} as "_readings", ${base}.change_note as "_note",
        ${base}.saved_at as "_saved_at", (select p.name from person p where p.id = ${base}.saved_by) as "_saved_by",
        ${selectValues(register)}
      from ${versionOf(register)} ${base} ${joinLevels(register)}
      where ${base}.record_id = ${head.id} and ${base}.version = ${version} and ${base}.level = ${register.level}`,
  );
  const row = rows[0];
  return row
    ? {
        version,
        values: fromCells(register, row),
        sources: row._sources as RecordVersion["sources"],
        readings: row._readings as RecordVersion["readings"],
        note: row._note as string | null,
        savedAt: new Date(String(row._saved_at)),
        savedBy: row._saved_by as string | null,
      }
    : null;
}
