import { levelsOf, type Register, type RegisterLevel } from "@lilink/model/register";
import { type SQL, sql } from "drizzle-orm";
import { toQueryGroups } from "../ground/search/to-query-groups.ts";
import { aliasOf, columnOf, headOf, joinLevels, versionOf } from "./record-tables.ts";

/** A list's question after its schema has read it. */
export type RecordQuery = {
  readonly q?: string | undefined;
  readonly state?: string | undefined;
  /** Current versions as their owner and reviewers see them, drafts included; else what is live. */
  readonly own: boolean;
  readonly sort?: string | undefined;
  readonly facets: Readonly<Record<string, readonly string[]>>;
};

/** What the schema of a list has read, as one question. */
export function toRecordQuery(register: Register, input: Readonly<Record<string, unknown>>): RecordQuery {
  const facets = Object.fromEntries(
    register.facets.map((name) => [name, (input[name] ?? []) as readonly string[]]),
  );
  const { q, state, own, sort } = input as Readonly<Record<string, string | undefined>>;
  return { q: q || undefined, state, own: own === "true", sort, facets };
}

/** From head and version rows of every level, the base level first: `h` and the aliases of the levels. */
export function fromRecords(register: Register): SQL {
  const base = aliasOf(register.level);
  return sql`${versionOf(register)} ${base} join ${headOf(register)} h on h.id = ${base}.record_id ${joinLevels(register)}`;
}

/** What every counted and listed row satisfies, the facets aside. */
export function whereOf(register: Register, query: RecordQuery): SQL {
  const base = aliasOf(register.level);
  const parts = [sql`${base}.level = ${register.level}`];
  // The planner sees the constant and takes the partial index of what is live.
  parts.push(query.own ? sql`${base}.version = h.version` : sql`${base}.status = 'live'`);
  if (query.state) parts.push(sql`h.state = ${query.state}`);
  for (const { query: words } of toQueryGroups(query.q ?? "")) {
    const found = levelsOf(register).map((level) => searches(level, words));
    parts.push(sql`(${sql.join(found, sql` or `)})`);
  }
  return sql.join(parts, sql` and `);
}

const searches = (level: RegisterLevel, words: string) =>
  sql`${aliasOf(level)}.search @@ to_tsquery('simple', ${words})`;

/** Whether a row has one of the chosen values of a facet; true where none is chosen. */
export function facetMatches(register: Register, name: string, values: readonly string[]): SQL {
  if (values.length === 0) return sql`true`;
  const column = columnOf(register, name);
  const given = sql`${sql.param([...values])}::text[]`;
  return column.type === "text[]" ? sql`${column.sql} && ${given}` : sql`${column.sql} = any (${given})`;
}
