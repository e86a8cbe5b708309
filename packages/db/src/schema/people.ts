import type { RolledCell, RolledSource } from "@lilink/model/people";
import { sql } from "drizzle-orm";
import { check, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./column.ts";

/** The people whom firms want, as sums under disclosure control as of a day; one for each day, and it stays as it is. [SK4] */
export const talentRollup = pgTable(
  "talent_rollup",
  {
    id: id(),
    asOf: text("as_of").notNull().unique(),
    cells: jsonb("cells").$type<readonly RolledCell[]>().notNull(),
    madeAt: at("made_at").notNull(),
  },
  (t) => [check("talent_rollup_day", sql`${t.asOf} ~ '^[0-9]{4}-(01|04|07|10)-01$'`)],
);

/** What a roll-up was made from: the sums of each group of firms. The worker alone reads it, to protect the next one. */
export const talentSource = pgTable("talent_source", {
  rollupId: uuid("rollup_id")
    .primaryKey()
    .references(() => talentRollup.id, { onDelete: "cascade" }),
  sources: jsonb("sources").$type<readonly RolledSource[]>().notNull(),
});
