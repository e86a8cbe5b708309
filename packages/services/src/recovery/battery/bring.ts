import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { isApart } from "./act-in-trace.ts";

type Columns = Readonly<Record<string, "text" | "boolean" | "date" | "uuid" | "jsonb" | "float8">>;

/**
 * Rows of one side for a statement on the other: on one server a part of that statement, on two what was read, as a list. So a page is one
 * statement where it can be, and never pulls a table over: what it brings has its limit. [TR20]
 * @example sql`select r.code from ${await bring(ctx, "db", sql`select code from battery_of limit 9`, "r", { code: "text" })}`
 */
export async function bring(
  ctx: Context,
  from: "db" | "trace",
  query: SQL,
  alias: string,
  columns: Columns,
): Promise<SQL> {
  if (!isApart(ctx)) return sql`(${query}) as ${sql.identifier(alias)}`;
  const { rows } = await ctx[from].execute(query);
  const typed = Object.entries(columns).map(([name, type]) => sql`${sql.identifier(name)} ${sql.raw(type)}`);
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as ${sql.identifier(alias)} (${sql.join(typed, sql`, `)})`;
}
