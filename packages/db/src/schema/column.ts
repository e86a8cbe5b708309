import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** Full-text vector; written by services as the output of to_tsvector('simple', …). */
export const tsvector = customType<{ data: string; driverData: string }>({
  dataType: () => "tsvector",
});

export const id = () => uuid("id").primaryKey();
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
export const createdAt = () => at("created_at").notNull();

/** The condition of a check: one of the words of the model. */
export const isOneOf = (column: AnyPgColumn, words: readonly string[]): SQL =>
  sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(", "))})`;
