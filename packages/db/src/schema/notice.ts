import { index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
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
    mailedAt: at("mailed_at"),
  },
  (t) => [
    uniqueIndex("notice_cause_idx").on(t.personId, t.kind, t.causeKey),
    index("notice_person_idx").on(t.personId, t.createdAt.desc()),
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
