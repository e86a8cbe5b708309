import {
  claimStates,
  organizationKinds,
  organizationRoles,
  organizationSizes,
  organizationStatuses,
} from "@lilink/model/organization";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./column.ts";
import { person } from "./person.ts";

export const organizationKind = pgEnum("organization_kind", organizationKinds);
export const organizationStatus = pgEnum("organization_status", organizationStatuses);
export const memberRole = pgEnum("member_role", organizationRoles);

export const organizationGroup = pgTable("organization_group", {
  id: id(),
  publicId: text("public_id").notNull().unique(),
  name: text("name").notNull(),
  nameEn: text("name_en"),
  createdAt: createdAt(),
});

/** Directory entry: what everyone may read of an organization. Codes, proofs and group live in tables of their own. */
export const organization = pgTable(
  "organization",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    kind: organizationKind("kind").notNull(),
    status: organizationStatus("status").notNull(),
    nameZh: text("name_zh").notNull(),
    nameEn: text("name_en"),
    namePinyin: text("name_pinyin").notNull(),
    /** Both names as they look, a line each; a trigger keeps it. [OR12] */
    nameKey: text("name_key").notNull().default(""),
    /** The same as a glance takes them, by which bodies of one name are found. */
    nameLooks: text("name_looks").array().notNull().default([]),
    fictional: boolean("fictional").notNull().default(false),
    country: text("country").notNull().default("CN"),
    province: text("province"),
    links: text("links").array().notNull().default([]),
    description: text("description"),
    website: text("website"),
    /** The file of its picture. [OR17] */
    logo: text("logo"),
    /** What the paper says of a named body: {id, says, section, confidence}. */
    seed: jsonb("seed").$type<{ id: string; says: string; section: string; nameConfidence: string } | null>(),
    /** From when its people read what is for members; null: since it is verified. [OR16] */
    membersFrom: at("members_from"),
    createdAt: createdAt(),
    updatedAt: at("updated_at").notNull(),
  },
  (t) => [
    index("organization_status_idx").on(t.status, t.kind),
    index("organization_pinyin_idx").on(t.namePinyin),
    index("organization_looks_idx").using("gin", t.nameLooks),
  ],
);

/** What an organization declares of itself beyond the directory: own and officers only. */
export const organizationProfile = pgTable(
  "organization_profile",
  {
    organizationId: uuid("organization_id")
      .primaryKey()
      .references(() => organization.id, { onDelete: "cascade" }),
    groupId: uuid("group_id").references(() => organizationGroup.id, { onDelete: "set null" }),
    codeScheme: text("code_scheme"),
    code: text("code").unique(),
    codeFlags: text("code_flags").array().notNull().default([]),
    contactName: text("contact_name"),
    contactEmail: text("contact_email"),
    contactPhone: text("contact_phone"),
    /** Of an enterprise; returns opened from then on carry it. */
    size: text("size", { enum: organizationSizes }),
    offers: text("offers").array().notNull().default([]),
    needs: text("needs").array().notNull().default([]),
    updatedAt: at("updated_at").notNull(),
  },
  (t) => [check("organization_profile_size", sql`${t.size} in ('large', 'medium', 'small', 'micro')`)],
);

/**
 * Keys that put an organization on one side of the market; read by row security alone. One that a profile no longer
 * declares lapses at `until`.
 */
export const organizationStance = pgTable(
  "organization_stance",
  {
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    source: text("source").notNull(),
    key: text("key").notNull(),
    until: at("until"),
    /** When it was taken; null where it was before that was kept. */
    since: at("since"),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.source, t.key] })],
);

export const membership = pgTable(
  "membership",
  {
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    role: memberRole("role").notNull(),
    duties: text("duties").array().notNull().default([]),
    active: boolean("active").notNull().default(true),
    /** Written by the database, whoever ends it: conflicts of interest last for a year. */
    endedAt: at("ended_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.personId] }),
    index("membership_person_idx").on(t.personId),
  ],
);

export const invitation = pgTable(
  "invitation",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    email: text("email").notNull(),
    role: memberRole("role").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    invitedBy: uuid("invited_by").references(() => person.id, { onDelete: "set null" }),
    expiresAt: at("expires_at").notNull(),
    acceptedAt: at("accepted_at"),
    revokedAt: at("revoked_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("invitation_organization_idx").on(t.organizationId),
    uniqueIndex("invitation_open_idx")
      .on(t.organizationId, t.email)
      .where(sql`${t.acceptedAt} is null and ${t.revokedAt} is null`),
  ],
);

export const claimState = pgEnum("claim_state", claimStates);

/** A person claims an unclaimed profile, or registers a new body; an officer decides on the proof. */
export const claim = pgTable(
  "claim",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    state: claimState("state").notNull(),
    codeScheme: text("code_scheme").notNull(),
    code: text("code").notNull(),
    codeFlags: text("code_flags").array().notNull().default([]),
    statement: text("statement").notNull(),
    decisionReason: text("decision_reason"),
    decidedBy: uuid("decided_by").references(() => person.id, { onDelete: "set null" }),
    decidedAt: at("decided_at"),
    /** What the body was before its approval, so that this can be undone. [OR16] */
    statusBefore: organizationStatus("status_before"),
    createdAt: createdAt(),
  },
  (t) => [
    index("claim_state_idx").on(t.state, t.createdAt),
    uniqueIndex("claim_open_idx").on(t.organizationId, t.personId).where(sql`${t.state} = 'open'`),
  ],
);
