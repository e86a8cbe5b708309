import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { at } from "./column.ts";
import { posting } from "./posting.ts";

/**
 * Two live postings judged by what every verified member may read of both, the one that asks and the one that answers,
 * and what the allocation of the market made of them. Nothing here depends on a field above that level, but for who was told.
 */
export const marketPair = pgTable(
  "market_pair",
  {
    demandPostingId: uuid("demand_posting_id")
      .notNull()
      .references(() => posting.id, { onDelete: "cascade" }),
    offerPostingId: uuid("offer_posting_id")
      .notNull()
      .references(() => posting.id, { onDelete: "cascade" }),
    demandScore: doublePrecision("demand_score").notNull(),
    offerScore: doublePrecision("offer_score").notNull(),
    /** Breaks no hard requirement, as far as every verified member can tell. */
    fits: boolean("fits").notNull(),
    /** Attributes of the hard requirements that were judged, and of those that fail. */
    judged: text("judged").array().notNull(),
    failed: text("failed").array().notNull(),
    shown: boolean("shown").notNull().default(false),
    /** Where the demand stands with the offer among all who would have it, and the reverse; null before it is worked out. */
    demandPlace: integer("demand_place"),
    offerPlace: integer("offer_place"),
    /** Whose owner was told. Not granted to the app role: it follows from the owner's own reading. */
    demandTold: boolean("demand_told").notNull().default(false),
    offerTold: boolean("offer_told").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.demandPostingId, t.offerPostingId] }),
    index("market_pair_offer_idx").on(t.offerPostingId),
  ],
);

/** What the last allocation did to the market: one row of sums, written by the worker, read by officers. */
export const marketReport = pgTable(
  "market_report",
  {
    only: boolean("only").primaryKey().default(true),
    madeAt: at("made_at").notNull(),
    modelVersion: text("model_version").notNull(),
    report: jsonb("report").notNull(),
  },
  (t) => [check("market_report_one_row", sql`${t.only}`)],
);
