import {
  disclosureLevels,
  type LevelChoice,
  type PostingContent,
  type PostingPartFields,
  postingKinds,
  postingStates,
} from "@lilink/model/posting";
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, id, tsvector } from "./column.ts";
import { organization } from "./organization.ts";
import { person } from "./person.ts";

export const postingKind = pgEnum("posting_kind", postingKinds);
export const postingState = pgEnum("posting_state", postingStates);
export const disclosureLevel = pgEnum("disclosure_level", disclosureLevels);
export const partState = pgEnum("part_state", ["review", "returned", "live", "past", "ended"]);

/** The owner's own row. What others may know of a posting stands in posting_head and posting_part. */
export const posting = pgTable(
  "posting",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    publicId: text("public_id").notNull().unique(),
    kind: postingKind("kind").notNull(),
    state: postingState("state").notNull(),
    version: integer("version").notNull().default(0),
    liveVersion: integer("live_version"),
    /** The live version whose counterparts were last ranked; another number means that ranking is under way. */
    matchedVersion: integer("matched_version"),
    title: text("title").notNull().default(""),
    concept: text("concept"),
    validDays: integer("valid_days").notNull().default(180),
    /** The present version of its terms of use; null: nothing is asked. */
    useVersion: integer("use_version"),
    createdBy: uuid("created_by").references(() => person.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: at("updated_at").notNull(),
    submittedAt: at("submitted_at"),
    submittedBy: uuid("submitted_by").references(() => person.id, { onDelete: "set null" }),
    publishedAt: at("published_at"),
    validUntil: at("valid_until"),
    endedAt: at("ended_at"),
  },
  (t) => [
    index("posting_organization_idx").on(t.organizationId, t.state),
    index("posting_state_idx").on(t.state, t.validUntil),
  ],
);

/** What is being typed; autosaved with a revision so that two windows cannot overwrite each other. */
export const postingDraft = pgTable("posting_draft", {
  postingId: uuid("posting_id")
    .primaryKey()
    .references(() => posting.id, { onDelete: "cascade" }),
  organizationId: uuid("organization_id")
    .notNull()
    .references(() => organization.id, { onDelete: "cascade" }),
  content: jsonb("content").$type<Partial<PostingContent>>().notNull(),
  levels: jsonb("levels").$type<LevelChoice>().notNull(),
  revision: integer("revision").notNull().default(0),
  updatedBy: uuid("updated_by").references(() => person.id, { onDelete: "set null" }),
  updatedAt: at("updated_at").notNull(),
});

export const postingVersion = pgTable(
  "posting_version",
  {
    postingId: uuid("posting_id")
      .notNull()
      .references(() => posting.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    content: jsonb("content").$type<PostingContent>().notNull(),
    levels: jsonb("levels").$type<LevelChoice>().notNull(),
    changeNote: text("change_note"),
    submittedBy: uuid("submitted_by").references(() => person.id, { onDelete: "set null" }),
    submittedAt: at("submitted_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.postingId, t.version] })],
);

/** One row per (version, level, side of the competitor wall); row security decides which of them a reader gets. */
export const postingPart = pgTable(
  "posting_part",
  {
    postingId: uuid("posting_id")
      .notNull()
      .references(() => posting.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    level: disclosureLevel("level").notNull(),
    walled: boolean("walled").notNull(),
    /** Not granted to the app role: who owns a posting is itself a field with a level. */
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    state: partState("state").notNull(),
    publicId: text("public_id").notNull(),
    kind: postingKind("kind").notNull(),
    concept: text("concept").notNull(),
    link: text("link").notNull(),
    language: text("language").notNull(),
    fields: jsonb("fields").$type<PostingPartFields>().notNull(),
    facets: text("facets").array().notNull().default([]),
    search: tsvector("search").notNull(),
    /** The terms that a reader accepted before anything but the parts for everyone arrives. [US3] */
    useVersion: integer("use_version"),
    /** Not granted to the app role. */
    wallKeys: text("wall_keys").array().notNull().default([]),
    publishedAt: at("published_at"),
    validUntil: at("valid_until"),
  },
  (t) => [
    primaryKey({ columns: [t.postingId, t.version, t.level, t.walled] }),
    index("posting_part_list_idx").on(t.level, t.state, t.publishedAt.desc(), t.postingId),
    index("posting_part_kind_idx").on(t.level, t.state, t.kind, t.publishedAt.desc()),
    index("posting_part_concept_idx").on(t.concept, t.state),
    index("posting_part_public_idx").on(t.publicId),
    index("posting_part_search_idx").using("gin", t.search).with({ fastupdate: false }),
    index("posting_part_identity_idx").on(sql`(fields #>> '{identity,publicId}')`),
    index("posting_part_facets_idx").using("gin", t.facets).with({ fastupdate: false }),
  ],
);

/** How many postings are live at a kind and a concept; kept by triggers on posting_part, so that counting is no scan. */
export const postingTally = pgTable(
  "posting_tally",
  {
    kind: postingKind("kind").notNull(),
    concept: text("concept").notNull(),
    link: text("link").notNull(),
    live: integer("live").notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.concept] })],
);

/** The transaction that last changed the open text of a posting at a level: what an index of texts must read again (ADR 32). */
export const postingChange = pgTable(
  "posting_change",
  {
    postingId: uuid("posting_id").notNull(),
    level: disclosureLevel("level").notNull(),
    changedIn: bigint("changed_in", { mode: "bigint" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.postingId, t.level] }), index("posting_change_idx").on(t.changedIn)],
);

/** The little that everyone may know of a posting that was ever published, its end included. */
export const postingHead = pgTable("posting_head", {
  postingId: uuid("posting_id")
    .primaryKey()
    .references(() => posting.id, { onDelete: "cascade" }),
  organizationId: uuid("organization_id")
    .notNull()
    .references(() => organization.id, { onDelete: "cascade" }),
  publicId: text("public_id").notNull().unique(),
  kind: postingKind("kind").notNull(),
  state: postingState("state").notNull(),
  endedAt: at("ended_at"),
});

export const postingReview = pgTable(
  "posting_review",
  {
    id: id(),
    postingId: uuid("posting_id")
      .notNull()
      .references(() => posting.id, { onDelete: "cascade" }),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    decision: text("decision").notNull(),
    failedCriteria: text("failed_criteria").array().notNull().default([]),
    reason: text("reason"),
    reviewedBy: uuid("reviewed_by").references(() => person.id, { onDelete: "set null" }),
    reviewedAt: at("reviewed_at").notNull(),
  },
  (t) => [index("posting_review_posting_idx").on(t.postingId, t.version)],
);

/** A file lies under its id in the files folder; the row says whose it is and what it is called. */
export const attachment = pgTable(
  "attachment",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    postingId: uuid("posting_id").references(() => posting.id, { onDelete: "cascade" }),
    introductionId: uuid("introduction_id"),
    claimId: uuid("claim_id"),
    /** The picture beside the name of its organization. [OR17] */
    logo: boolean("logo").notNull().default(false),
    name: text("name").notNull(),
    type: text("type").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    uploadedBy: uuid("uploaded_by").references(() => person.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [
    index("attachment_organization_idx").on(t.organizationId),
    index("attachment_posting_idx").on(t.postingId),
    index("attachment_introduction_idx").on(t.introductionId),
  ],
);

/** Mutual consent: while it lasts, the organization reads the posting at level `partner`. */
export const consent = pgTable(
  "consent",
  {
    postingId: uuid("posting_id")
      .notNull()
      .references(() => posting.id, { onDelete: "cascade" }),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    introductionId: uuid("introduction_id").notNull(),
    since: at("since").notNull(),
    until: at("until"),
  },
  (t) => [
    primaryKey({ columns: [t.postingId, t.organizationId, t.introductionId] }),
    index("consent_organization_idx").on(t.organizationId),
  ],
);
