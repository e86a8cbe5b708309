import {
  type Column,
  columnsOf,
  type Field,
  fieldsAt,
  levelOf,
  levelsOf,
  type Register,
  type RegisterLevel,
  tablesOf,
} from "@lilink/model/register";
import { type SQL, sql } from "drizzle-orm";
import { referredTable } from "./cells.ts";

/** The alias under which a level's rows stand in every query over records. */
export const aliasOf = (level: RegisterLevel): SQL => sql`${sql.identifier(`v_${level}`)}`;

export const headOf = (register: Register): SQL => sql`${sql.identifier(tablesOf(register).head)}`;
export const versionOf = (register: Register): SQL => sql`${sql.identifier(tablesOf(register).version)}`;

/** A field's first column: the one that sorts and filters. */
export function columnOf(
  register: Register,
  name: string,
): { readonly sql: SQL; readonly type: Column["type"] } {
  const field = register.fields[name];
  if (!field) throw new Error(`${register.name} has no field ${name}`);
  const [column] = columnsOf(name, field);
  return { sql: sql`${aliasOf(levelOf(register, field))}.${sql.identifier(column.name)}`, type: column.type };
}

/** The table of the records that a field names; null for a field of another kind. */
export function namedBy(register: Register, name: string): SQL | null {
  const field = register.fields[name];
  return field?.kind === "record" ? sql`${sql.identifier(referredTable(field) ?? "")}` : null;
}

/** Every column of every field, and what a reference names, as one select list. */
export function selectValues(register: Register): SQL {
  const parts = levelsOf(register).flatMap((level) =>
    fieldsAt(register, level).flatMap(([name, field]) =>
      columnsOf(name, field).map(({ name: column }) =>
        referredTable(field)
          ? selectNamed(level, column, field)
          : sql`${aliasOf(level)}.${sql.identifier(column)}`,
      ),
    ),
  );
  return sql.join(parts, sql`, `);
}

/** A referred row as {publicId, zh, en}; what the reader may not see is null. */
function selectNamed(level: RegisterLevel, column: string, field: Field): SQL {
  const [zh, en] = field.kind === "organization" ? ["name_zh", "name_en"] : ["title_zh", "title_en"];
  const [table, name] = [sql.identifier(referredTable(field) ?? ""), sql.identifier(column)];
  return sql`(select jsonb_build_object('publicId', o.public_id, 'zh', o.${sql.identifier(zh)}, 'en', o.${sql.identifier(en)})
    from ${table} o where o.id = ${aliasOf(level)}.${name}) as ${name}`;
}

/** Joins the rows of the narrower levels to those of the register's own; row security leaves out what is not for the reader. */
export function joinLevels(register: Register): SQL {
  const joins = levelsOf(register)
    .filter((level) => level !== register.level)
    .map(
      (level) =>
        sql`left join ${versionOf(register)} ${aliasOf(level)} on ${aliasOf(level)}.record_id = ${aliasOf(register.level)}.record_id and ${aliasOf(level)}.version = ${aliasOf(register.level)}.version and ${aliasOf(level)}.level = ${level}`,
    );
  return joins.length === 0 ? sql`` : sql.join(joins, sql` `);
}
