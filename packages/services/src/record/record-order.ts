import { collationOf, isCoarse, noText, orderSql } from "@lilink/db";
import { levelOf, openingSort, type Register, settledStates } from "@lilink/model/register";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { readCursor, writeCursor } from "../kernel/key-cursor.ts";
import { opensSettled, type RecordQuery } from "./record-filter.ts";
import { columnOf, namedBy } from "./record-tables.ts";

/** What a list sorts by: a first key, the title where the first leaves many rows equal, then the id. */
export type RecordOrder = {
  readonly first: SQL;
  readonly second: SQL;
  /** Before both: whether nothing is asked of the row any more; null where no row of the list can be so. */
  readonly settled: SQL | null;
  /** Over the row's id under any name. */
  readonly by: (first: SQL, second: SQL, id: SQL, settled: SQL) => SQL;
  /** What comes after the row at which a page ended. */
  readonly after: (cursor: string, id: SQL) => SQL;
};

const cursorSchema = z.tuple([
  z.string().max(400),
  z.string().max(400),
  z.uuid(),
  z.enum(["true", "false"]).optional(),
]);
const none = sql`''::text`;

/** The order of a list: the one that is asked for, else the one in which its register opens. [RG7] */
export function orderOf(register: Register, query: RecordQuery): RecordOrder {
  const sort = query.sort ?? openingSort(register);
  const name = sort.replace(/^-/, "");
  const isFalling = sort.startsWith("-");
  const { first, type } = firstKey(register, name, isFalling, query);
  const [title = ""] = register.list;
  const field = register.fields[name];
  const byTitle = name !== title && field !== undefined && isCoarse(field);
  // Years fall while the names under each rise; without names one direction is enough, and one index.
  const second = byTitle ? firstKey(register, title, false, query).first : none;
  const [word, beyond] = isFalling ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const settled = opensSettled(register, query)
    ? sql`(h.state = any (${sql.param([...settledStates(register)])}::text[]))`
    : null;
  return {
    first,
    second,
    settled,
    by: (one, two, id, last) => {
      const own = byTitle ? sql`${one} ${word}, ${two} asc, ${id} asc` : sql`${one} ${word}, ${id} ${word}`;
      return settled ? sql`${last} asc, ${own}` : own;
    },
    after: (cursor, id) => {
      const [one, two, last, was] = readCursor(cursor, cursorSchema);
      const value = sql`${one}::${type}`;
      const own = byTitle
        ? sql`(${first} ${beyond} ${value} or ${first} = ${value} and (${second}, ${id}) > (${two}::text, ${last}::uuid))`
        : sql`(${first}, ${id}) ${beyond} (${value}, ${last}::uuid)`;
      if (!settled) return own;
      const before = was === "true";
      return sql`(${settled} > ${before}::boolean or ${settled} = ${before}::boolean and ${own})`;
    },
  };
}

export const toOrderCursor = (row: Readonly<Record<string, unknown>>): string =>
  writeCursor([
    String(row._order),
    String(row._then),
    String(row._id),
    ...(typeof row._settled === "boolean" ? [String(row._settled)] : []),
  ]);

function firstKey(
  register: Register,
  name: string,
  isFalling: boolean,
  { language, binding }: RecordQuery,
): { readonly first: SQL; readonly type: SQL } {
  // Nothing owed is like a day that never comes.
  if (name === "due")
    return {
      first: sql`coalesce(next_due.due_at, ${isFalling ? sql`'-infinity'` : sql`'infinity'`}::timestamptz)`,
      type: sql`timestamptz`,
    };
  if (name === "updatedAt") return { first: sql`h.updated_at`, type: sql`timestamptz` };
  const field = register.fields[name];
  if (!field) throw new Error(`${register.name} has no field ${name}`);
  const named = namedBy(register, name) ?? (field.kind === "organization" ? sql`organization` : null);
  if (named) {
    const [zh, en] = field.kind === "organization" ? ["name_zh", "name_en"] : ["title_zh", "title_en"];
    const [own, other] = language === "en" ? [en, zh] : [zh, en];
    const called = sql`select coalesce(o.${sql.identifier(own ?? "")}, o.${sql.identifier(other ?? "")}) from ${named} o where o.id = ${columnOf(register, name).sql}`;
    return {
      first: sql`coalesce((${called}), ${sql.raw(noText(isFalling))}) ${sql.raw(collationOf(language))}`,
      type: sql`text`,
    };
  }
  const at = binding?.field === name ? "bound." : `v_${levelOf(register, field)}.`;
  const numeric = ["figure", "count", "point", "choice"].includes(field.kind);
  return {
    first: sql.raw(orderSql(name, field, { isFalling, language, at })),
    type: numeric ? sql`numeric` : sql`text`,
  };
}
