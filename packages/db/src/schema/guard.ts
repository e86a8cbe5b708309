import { date, doublePrecision, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./column.ts";
import { organization } from "./organization.ts";
import { person } from "./person.ts";

/** What is left of an allowance. Unlogged: after a crash of the server every bucket is full again. */
export const rateBucket = pgTable("rate_bucket", {
  key: text("key").primaryKey(),
  tokens: doublePrecision("tokens").notNull(),
  at: at("at").notNull(),
});

/** What a change by a program answered, written in the transaction of the change, so that a repeat gets the same. */
export const idempotencyKey = pgTable(
  "idempotency_key",
  {
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    keyId: uuid("key_id").notNull(),
    key: text("key").notNull(),
    fingerprint: text("fingerprint").notNull(),
    answer: jsonb("answer").$type<unknown>(),
    at: at("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.keyId, t.key] }),
    index("idempotency_key_time_idx").on(t.at),
  ],
);

/** What an organization read on a day, once each. Unlogged: it bounds a day and proves nothing. */
export const readingDay = pgTable(
  "reading_day",
  {
    organizationId: uuid("organization_id").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    kind: text("kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.day, t.kind, t.subjectId] }),
    index("reading_day_day_idx").on(t.day),
  ],
);

/** What a member reports of a posting or an organization, and what an officer found. */
export const abuseReport = pgTable(
  "abuse_report",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    personId: uuid("person_id").references(() => person.id, { onDelete: "set null" }),
    subjectKind: text("subject_kind").notNull(),
    subjectPublicId: text("subject_public_id").notNull(),
    aboutOrganizationId: uuid("about_organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    reason: text("reason").notNull(),
    words: text("words").notNull(),
    createdAt: createdAt(),
    finding: text("finding"),
    note: text("note"),
    decidedBy: uuid("decided_by").references(() => person.id, { onDelete: "set null" }),
    decidedAt: at("decided_at"),
  },
  (t) => [
    index("abuse_report_time_idx").on(t.createdAt.desc()),
    index("abuse_report_organization_idx").on(t.organizationId),
  ],
);
