import { sql } from "drizzle-orm";
import { boolean, check, jsonb, pgTable } from "drizzle-orm/pg-core";
import { at } from "./column.ts";

/** The sums over the exchange as they were last added up: one row, read and written by app.board_sums alone. */
export const boardSum = pgTable(
  "board_sum",
  {
    only: boolean("only").primaryKey().default(true),
    madeAt: at("made_at").notNull(),
    sums: jsonb("sums").notNull(),
  },
  (t) => [check("board_sum_one_row", sql`${t.only}`)],
);
