import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import * as schema from "../schema/index.ts";

/**
 * What holds for every table: row security binds even the owner, the owner of the tables maintains all rows, and the app
 * reads and writes nothing before a transaction has its actor ([PL2]). Who else may do what stands in the table's own file.
 */
export function protectEveryTable(): string {
  return Object.values<unknown>(schema)
    .filter((table) => is(table, PgTable))
    .map((table) => getTableName(table))
    .sort()
    .map(
      (table) => `alter table ${table} enable row level security, force row level security;
create policy maintenance on ${table} to current_user using (true) with check (true);
create policy acted on ${table} as restrictive to lilink_app using ((select app.acted()));`,
    )
    .join("\n");
}
