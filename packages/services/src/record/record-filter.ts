import type { OrderLanguage } from "@lilink/db";
import {
  type Field,
  fieldsAt,
  levelsOf,
  type Register,
  settledStates,
  statesThat,
} from "@lilink/model/register";
import { type SQL, sql } from "drizzle-orm";
import { toQueryGroups } from "../ground/search/to-query-groups.ts";
import type { Binding } from "./read-binding.ts";
import { aliasOf, columnOf, headOf, joinLevels, namedBy, versionOf } from "./record-tables.ts";

/** A list's question after its schema has read it. */
export type RecordQuery = {
  readonly q?: string | undefined;
  /** The states that are asked for; undefined: all. */
  readonly states?: readonly string[] | undefined;
  /** These records alone, by public id. */
  readonly ids?: readonly string[] | undefined;
  /** Current versions as their owner and reviewers see them, drafts included; else what is live. */
  readonly own: boolean;
  readonly sort?: string | undefined;
  /** The language by whose alphabet names stand in order. */
  readonly language: OrderLanguage;
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** What binds instead of what records state: the list goes by it. */
  readonly binding?: Binding | undefined;
};

/** What the schema of a list has read, as one question. */
export function toRecordQuery(register: Register, input: Readonly<Record<string, unknown>>): RecordQuery {
  const facets = Object.fromEntries(
    register.facets.map((name) => [name, (input[name] ?? []) as readonly string[]]),
  );
  const { q, state, open, own, sort, lang } = input as Readonly<Record<string, string | undefined>>;
  const ids = input.ids as readonly string[] | undefined;
  const asked = open && statesThat(register, open === "true" ? "open" : "ended");
  const states = state ? [state].filter((one) => !asked || asked.includes(one)) : asked || undefined;
  return {
    q: q || undefined,
    states,
    ids,
    own: own === "true",
    sort,
    language: lang === "en" ? "en" : "zh",
    facets,
  };
}

/** Whether the rows stand in the order of what is owed of them next. */
export const isByDuty = ({ sort }: RecordQuery): boolean => sort === "due" || sort === "-due";

/** Whether what is settled stands behind the rest: in the order in which a list opens, where a state can be settled. */
export const opensSettled = (register: Register, { sort }: RecordQuery): boolean =>
  sort === undefined && settledStates(register).length > 0;

/**
 * From version rows of every level, the base level first, under the aliases of the levels; with the head `h` only where it is
 * asked about. A row that is live is in the state of what is live, so most lists need no head to find their rows.
 */
export function fromRecords(register: Register, query: RecordQuery): SQL {
  const base = aliasOf(register.level);
  const asksHead =
    query.own ||
    query.states !== undefined ||
    query.ids !== undefined ||
    query.sort?.endsWith("updatedAt") ||
    opensSettled(register, query);
  const head = asksHead ? sql`join ${headOf(register)} h on h.id = ${base}.record_id ` : sql``;
  const due = isByDuty(query)
    ? sql` left join lateral (select min(d.due_at) as due_at from duty d
        where d.subject_id = ${base}.record_id and d.ended_at is null) next_due on true`
    : sql``;
  return sql`${versionOf(register)} ${base} ${head}${joinLevels(register)}${due}${joinBinding(register, query)}`;
}

/** Under the alias `bound` and the field's own name: what binds, else what the record states. [EP6] */
function joinBinding(register: Register, { binding }: RecordQuery): SQL {
  if (!binding) return sql``;
  const stated = columnOf(register, binding.field).sql;
  const [ids, values] = [[...binding.values.keys()], [...binding.values.values()]];
  return sql` cross join lateral (select coalesce((select one.value
      from unnest(${sql.param(ids)}::uuid[], ${sql.param(values)}::text[]) one(id, value) where one.id = ${aliasOf(register.level)}.record_id),
    ${stated}) as ${sql.identifier(binding.field)}) bound`;
}

/** The column by which a list filters, counts and sorts: what binds of a field, where anything does. */
export function askedColumn(register: Register, name: string, { binding }: RecordQuery) {
  const column = columnOf(register, name);
  return binding?.field === name ? { ...column, sql: sql`bound.${sql.identifier(name)}` } : column;
}

/** What every counted and listed row satisfies, the facets aside. */
export function whereOf(register: Register, query: RecordQuery): SQL {
  const base = aliasOf(register.level);
  const parts = [sql`${base}.level = ${register.level}`];
  // The planner sees the constant and takes the partial index of what is live.
  parts.push(query.own ? sql`${base}.version = h.version` : sql`${base}.status = 'live'`);
  if (query.states) parts.push(sql`h.state = any (${sql.param([...query.states])}::text[])`);
  if (query.ids) parts.push(sql`h.public_id = any (${sql.param([...query.ids])}::text[])`);
  for (const { query: words } of toQueryGroups(query.q ?? "")) parts.push(finds(register, query, words));
  return sql.join(parts, sql` and `);
}

/** Whether a record has the words at one of its levels, asked so that the index of words answers it. */
function finds(register: Register, { own }: RecordQuery, words: string): SQL {
  const base = aliasOf(register.level);
  const isAsked = sql`search @@ to_tsquery('simple', ${words})`;
  const levels = levelsOf(register).filter((level) => fieldsAt(register, level).some(hasWords));
  if (levels.every((level) => level === register.level)) return sql`${base}.${isAsked}`;
  const live = own ? sql`` : sql` and status = 'live'`;
  return sql`(${base}.record_id, ${base}.version) in (select record_id, version from ${versionOf(register)} where ${isAsked}${live})`;
}

const hasWords = ([, field]: readonly [string, Field]) => field.kind === "text" || field.kind === "bilingual";

/** Whether a row has one of the chosen values of a facet; true where none is chosen. `as`: the column under another name. */
export function facetMatches(register: Register, name: string, query: RecordQuery, as?: SQL): SQL {
  const values = query.facets[name] ?? [];
  if (values.length === 0) return sql`true`;
  const { sql: own, type } = askedColumn(register, name, query);
  const column = as ?? own;
  const given = sql`${sql.param([...values])}::text[]`;
  const named = namedBy(register, name);
  if (named) return sql`${column} in (select id from ${named} where public_id = any (${given}))`;
  return type === "text[]" ? sql`${column} && ${given}` : sql`${column} = any (${given})`;
}
