import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./column.ts";
import { organization } from "./organization.ts";
import { person } from "./person.ts";

export const notice = pgTable(
  "notice",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    organizationId: uuid("organization_id").references(() => organization.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    params: jsonb("params").$type<Record<string, string>>().notNull(),
    path: text("path").notNull(),
    /** Makes delivery idempotent: one notice a person, kind and cause. */
    causeKey: text("cause_key").notNull(),
    createdAt: createdAt(),
    readAt: at("read_at"),
  },
  (t) => [
    uniqueIndex("notice_cause_idx").on(t.personId, t.kind, t.causeKey),
    index("notice_open_cause_idx").on(t.causeKey).where(sql`read_at is null`),
    index("notice_person_idx").on(t.personId, t.createdAt.desc()),
  ],
);

/** A letter on its way: to a person, or to an address that has no account yet. What it said is cleared once it is sent. */
export const mail = pgTable(
  "mail",
  {
    id: id(),
    personId: uuid("person_id").references(() => person.id, { onDelete: "cascade" }),
    address: text("address").notNull(),
    locale: text("locale").notNull(),
    kind: text("kind").notNull(),
    params: jsonb("params").$type<Record<string, string>>().notNull(),
    path: text("path").notNull(),
    causeKey: text("cause_key").notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** Leasing a letter moves it ahead, so that a letter whose sender died is tried again. */
    nextAt: at("next_at").notNull(),
    sentAt: at("sent_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("mail_cause_idx").on(t.address, t.kind, t.causeKey),
    index("mail_waiting_idx").on(t.nextAt).where(sql`sent_at is null`),
  ],
);

export const savedSearch = pgTable(
  "saved_search",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    organizationId: uuid("organization_id").references(() => organization.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    page: text("page").notNull(),
    query: text("query").notNull(),
    digest: text("digest").notNull().default("none"),
    lastDigestAt: at("last_digest_at"),
    createdAt: createdAt(),
  },
  (t) => [index("saved_search_person_idx").on(t.personId)],
);
