import { sql } from "drizzle-orm";
import { type AnyPgColumn, text, uuid } from "drizzle-orm/pg-core";
import { organization } from "./organization.ts";
import { person } from "./person.ts";

export const publicId = () => text("public_id").notNull().unique();
export const owner = () =>
  uuid("org_id")
    .notNull()
    .references(() => organization.id, { onDelete: "cascade" });

/** Who did something; it stays when the person is deleted. */
export const byPerson = (name: string) => uuid(name).references(() => person.id, { onDelete: "set null" });

export const isCode = (column: AnyPgColumn) => sql`length(${column}) between 19 and 24`;
export const isProvince = (column: AnyPgColumn) => sql`${column} ~ '^[0-9]{2}$'`;
export const isName = (column: AnyPgColumn) => sql`length(${column}) between 1 and 80`;
export const isShare = (column: AnyPgColumn) => sql`${column} between 0 and 1`;
