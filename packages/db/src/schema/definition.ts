import { boolean, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./column.ts";
import { person } from "./person.ts";

/**
 * One version of an indicator's definition. It holds from a period on and is never changed; figures name the version
 * that they were made by. `content` has the form of a definition of the model.
 */
export const definition = pgTable(
  "definition",
  {
    id: id(),
    indicator: text("indicator").notNull(),
    version: integer("version").notNull(),
    fromPeriod: text("from_period").notNull(),
    content: jsonb("content").$type<Record<string, unknown>>().notNull(),
    reason: text("reason").notNull(),
    adopted: boolean("adopted").notNull().default(false),
    proposedBy: uuid("proposed_by").references(() => person.id, { onDelete: "set null" }),
    adoptedBy: uuid("adopted_by").references(() => person.id, { onDelete: "set null" }),
    adoptedAt: at("adopted_at"),
    /** A proposal that was taken back: it keeps its number and is offered to nobody. */
    withdrawnAt: at("withdrawn_at"),
    createdAt: createdAt(),
  },
  (t) => [unique("definition_indicator_version").on(t.indicator, t.version)],
);
