import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./column.ts";

export const person = pgTable("person", {
  id: id(),
  publicId: text("public_id").notNull().unique(),
  email: text("email").notNull().unique(),
  name: text("name").notNull(),
  phone: text("phone"),
  locale: text("locale").notNull().default("zh-CN"),
  /** Which notices arrive by e-mail: {<noticeKind>: boolean}. */
  noticeChoice: jsonb("notice_choice").$type<Record<string, boolean>>().notNull().default({}),
  /** Whether keys without a modifier lead somewhere on the pages of review. */
  singleKeys: boolean("single_keys").notNull().default(true),
  disabledAt: at("disabled_at"),
  createdAt: createdAt(),
});

/** Which terms a person agreed to, and when. */
export const termsConsent = pgTable(
  "terms_consent",
  {
    personId: uuid("person_id").notNull(),
    version: text("version").notNull(),
    agreedAt: timestamp("agreed_at", { withTimezone: true, mode: "date" }).notNull(),
  },
  // Named as the databases have them that were made before the baseline.
  (t) => [
    primaryKey({ name: "terms_consent_pkey", columns: [t.personId, t.version] }),
    foreignKey({
      name: "terms_consent_person_id_fkey",
      columns: [t.personId],
      foreignColumns: [person.id],
    }).onDelete("cascade"),
  ],
);

/** Secrets of sign-in: no policy lets anyone read them but through app.find_credential. */
export const credential = pgTable("credential", {
  personId: uuid("person_id")
    .primaryKey()
    .references(() => person.id, { onDelete: "cascade" }),
  passwordHash: text("password_hash").notNull(),
  changedAt: at("changed_at").notNull(),
});

export const externalIdentity = pgTable(
  "external_identity",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("external_identity_subject_idx").on(t.issuer, t.subject)],
);

export const session = pgTable(
  "session",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    organizationId: uuid("organization_id"),
    userAgent: text("user_agent"),
    /** When its person last proved who it is; sensitive acts ask for ten minutes at most. */
    confirmedAt: at("confirmed_at"),
    /** What has to be mended before it acts for an organization: "factor" or "password". */
    limited: text("limited"),
    /** A passkey is being made or asked for; used once. */
    challenge: text("challenge"),
    createdAt: createdAt(),
    seenAt: at("seen_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    revokedAt: at("revoked_at"),
  },
  (t) => [index("session_person_idx").on(t.personId)],
);

/** Wrong tries at signing in and letters asked for, read and written by functions of schema app alone. */
export const signInThrottle = pgTable(
  "sign_in_throttle",
  {
    key: text("key").primaryKey(),
    wrong: integer("wrong").notNull(),
    since: at("since").notNull(),
    until: at("until"),
    openedAt: at("opened_at"),
  },
  (t) => [index("sign_in_throttle_since_idx").on(t.since)],
);

/** A token sent by mail to prove an address; only its hash stays, and only functions of schema app read it. */
export const mailToken = pgTable("mail_token", {
  id: id(),
  kind: text("kind").notNull(),
  email: text("email").notNull(),
  payload: jsonb("payload").$type<Record<string, string>>().notNull(),
  tokenHash: text("token_hash").notNull().unique(),
  createdAt: createdAt(),
  expiresAt: at("expires_at").notNull(),
  usedAt: at("used_at"),
});
