import { doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at } from "./column.ts";
import { organization } from "./organization.ts";
import { posting } from "./posting.ts";

/** One row per (need, capability, reader, model version): each side reads a match made from what it may read. */
export const match = pgTable(
  "match",
  {
    readerOrganizationId: uuid("reader_organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    /** The reader's own posting, and the other side's. */
    ownPostingId: uuid("own_posting_id")
      .notNull()
      .references(() => posting.id, { onDelete: "cascade" }),
    otherPostingId: uuid("other_posting_id")
      .notNull()
      .references(() => posting.id, { onDelete: "cascade" }),
    modelVersion: text("model_version").notNull(),
    score: doublePrecision("score").notNull(),
    result: jsonb("result").$type<Record<string, unknown>>().notNull(),
    ownVersion: integer("own_version").notNull(),
    otherVersion: integer("other_version").notNull(),
    /** Which parts of the other side it was made from; row security shows it while the reader reads just these. */
    seen: integer("seen").notNull(),
    computedAt: at("computed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ownPostingId, t.otherPostingId] }),
    index("match_own_idx").on(t.ownPostingId, t.score.desc()),
    index("match_other_idx").on(t.otherPostingId),
    index("match_reader_idx").on(t.readerOrganizationId, t.computedAt),
  ],
);

/** A reader's pin or dismissal of a match, kept apart so that recomputing never loses it. */
export const matchMark = pgTable(
  "match_mark",
  {
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    ownPostingId: uuid("own_posting_id")
      .notNull()
      .references(() => posting.id, { onDelete: "cascade" }),
    otherPostingId: uuid("other_posting_id")
      .notNull()
      .references(() => posting.id, { onDelete: "cascade" }),
    mark: text("mark").notNull(),
    reason: text("reason"),
    markedAt: at("marked_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.ownPostingId, t.otherPostingId] })],
);
