import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./column.ts";
import { organization } from "./organization.ts";
import { person } from "./person.ts";

/** The key itself is shown once; only its hash stays. */
export const apiKey = pgTable(
  "api_key",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    keyHash: text("key_hash").notNull().unique(),
    prefix: text("prefix").notNull(),
    scopes: text("scopes").array().notNull(),
    createdBy: uuid("created_by").references(() => person.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    expiresAt: at("expires_at"),
    usedAt: at("used_at"),
    revokedAt: at("revoked_at"),
  },
  (t) => [index("api_key_organization_idx").on(t.organizationId)],
);
