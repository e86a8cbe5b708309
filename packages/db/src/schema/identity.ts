import { bigint, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./column.ts";
import { organization } from "./organization.ts";
import { person } from "./person.ts";

const ofPerson = () =>
  uuid("person_id")
    .notNull()
    .references(() => person.id, { onDelete: "cascade" });

/** A second factor: an authenticator's sealed secret or a passkey's public key. Functions of schema app alone read those. */
export const secondFactor = pgTable(
  "second_factor",
  {
    id: id(),
    personId: ofPerson(),
    kind: text("kind").notNull(),
    label: text("label").notNull(),
    secret: text("secret"),
    credentialId: text("credential_id").unique(),
    publicKey: text("public_key"),
    counter: bigint("counter", { mode: "number" }).notNull().default(0),
    transports: text("transports").array().notNull().default([]),
    createdAt: createdAt(),
    confirmedAt: at("confirmed_at"),
    usedAt: at("used_at"),
  },
  (t) => [index("second_factor_person_idx").on(t.personId)],
);

/** Codes for the day on which every factor is lost, as keyed hashes; each works once. */
export const recoveryCode = pgTable(
  "recovery_code",
  {
    id: id(),
    personId: ofPerson(),
    codeHash: text("code_hash").notNull(),
    createdAt: createdAt(),
    usedAt: at("used_at"),
  },
  (t) => [index("recovery_code_person_idx").on(t.personId)],
);

/** Between password and second factor: no session, opens nothing, and is gone in ten minutes. */
export const signInStep = pgTable("sign_in_step", {
  id: id(),
  personId: ofPerson(),
  tokenHash: text("token_hash").notNull().unique(),
  userAgent: text("user_agent"),
  challenge: text("challenge"),
  wrong: integer("wrong").notNull().default(0),
  createdAt: createdAt(),
  expiresAt: at("expires_at").notNull(),
  usedAt: at("used_at"),
});

/** Passwords that were, for the profile that forbids them to come back. */
export const passwordHistory = pgTable(
  "password_history",
  {
    id: id(),
    personId: ofPerson(),
    passwordHash: text("password_hash").notNull(),
    changedAt: at("changed_at").notNull(),
  },
  (t) => [index("password_history_person_idx").on(t.personId)],
);

/** An operator's reading of one organization in an emergency: for a reason, for a time, told to its owner. */
export const brokenGlass = pgTable(
  "broken_glass",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    personId: uuid("person_id").references(() => person.id, { onDelete: "set null" }),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    reason: text("reason").notNull(),
    openedAt: at("opened_at").notNull(),
    endsAt: at("ends_at").notNull(),
    closedAt: at("closed_at"),
  },
  (t) => [index("broken_glass_organization_idx").on(t.organizationId)],
);

/**
 * By what a transaction proves that a process of the web began it: the two halves of an HMAC key that follows from AUTH_SECRET.
 * One row; `prepare` writes it, and a function alone reads it. [ID11]
 */
export const webKey = pgTable("web_key", {
  one: integer("one").primaryKey().default(1),
  inner: text("inner_pad").notNull(),
  outer: text("outer_pad").notNull(),
});
