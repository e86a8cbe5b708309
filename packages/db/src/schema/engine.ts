import type { MatchWeights } from "@lilink/model/matching";
import { boolean, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./column.ts";
import { person } from "./person.ts";

/** A set of weights that the engine learned: written by the worker, never changed. Its report holds sums alone. */
export const engineVersion = pgTable("engine_version", {
  version: text("version").primaryKey(),
  /** The rules that it was learned under; a set for other rules is not ranked with. */
  rules: text("rules").notNull(),
  /** The version in use when it was proposed, which its report compares it with. */
  comparedWith: text("compared_with").notNull(),
  weights: jsonb("weights").$type<MatchWeights>().notNull(),
  report: jsonb("report").$type<Record<string, unknown>>().notNull(),
  madeAt: at("made_at").notNull(),
});

/** What the secretary decided on a version, and why; the last adoption says which version is ranked with. */
export const engineDecision = pgTable(
  "engine_decision",
  {
    id: id(),
    /** No foreign key: the weights set by hand are a version too, and stand in no row. */
    version: text("version").notNull(),
    adopted: boolean("adopted").notNull(),
    reason: text("reason").notNull(),
    decidedBy: uuid("decided_by").references(() => person.id, { onDelete: "set null" }),
    decidedAt: at("decided_at").notNull(),
  },
  (t) => [index("engine_decision_time_idx").on(t.decidedAt.desc())],
);
