import type { Ledger } from "@lilink/model/ledger";
import { columnName } from "@lilink/model/register";
import { type SQL, sql } from "drizzle-orm";

/** The two tables of a ledger: entries, and the answers of their other sides. */
export function tablesOfLedger({ name }: Pick<Ledger, "name">): {
  readonly entry: SQL;
  readonly answer: SQL;
} {
  return {
    entry: sql`${sql.identifier(`${columnName(name)}_entry`)}`,
    answer: sql`${sql.identifier(`${columnName(name)}_answer`)}`,
  };
}
