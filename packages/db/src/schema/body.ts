import { bodyFacts, contestable, contestStates, factBases, mergeEndings } from "@lilink/model/organization";
import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id, isOneOf } from "./column.ts";
import { organization, organizationStatus } from "./organization.ts";
import { person } from "./person.ts";
import { publicId } from "./recovery-column.ts";

/** A body of the directory, by another name than the one that acts. */
const body = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => organization.id, { onDelete: "cascade" });

/** Two records that became one, with what it takes to make them two again. [BD3] [BD4] */
export const bodyMerge = pgTable(
  "body_merge",
  {
    id: id(),
    publicId: publicId(),
    mergedId: body("merged_id"),
    intoId: body("into_id"),
    reason: text("reason").notNull(),
    statusBefore: organizationStatus("status_before").notNull(),
    /** What the record that stays took over, by column. */
    filled: jsonb("filled").$type<Record<string, unknown>>().notNull(),
    moved: integer("moved").notNull(),
    mergedBy: uuid("merged_by").references(() => person.id, { onDelete: "set null" }),
    mergedAt: at("merged_at").notNull(),
    undoneBy: uuid("undone_by").references(() => person.id, { onDelete: "set null" }),
    undoneAt: at("undone_at"),
    undoReason: text("undo_reason"),
  },
  (t) => [
    uniqueIndex("body_merge_once_idx").on(t.mergedId).where(sql`${t.undoneAt} is null`),
    index("body_merge_into_idx").on(t.intoId),
    check("body_merge_self", sql`${t.mergedId} <> ${t.intoId}`),
    check("body_merge_reason", sql`length(${t.reason}) between 10 and 1000`),
  ],
);

/** Each row that a merge moved, by table, column and key. */
export const bodyMergeMove = pgTable(
  "body_merge_move",
  {
    mergeId: uuid("merge_id")
      .notNull()
      .references(() => bodyMerge.id, { onDelete: "cascade" }),
    tableName: text("table_name").notNull(),
    columnName: text("column_name").notNull(),
    key: jsonb("key").notNull(),
  },
  (t) => [primaryKey({ columns: [t.mergeId, t.tableName, t.columnName, t.key] })],
);

/** An officer asks two bodies that both act whether their records may become one. [BD8] */
export const mergeRequest = pgTable(
  "merge_request",
  {
    id: id(),
    publicId: publicId(),
    mergedId: body("merged_id"),
    intoId: body("into_id"),
    reason: text("reason").notNull(),
    askedBy: uuid("asked_by").references(() => person.id, { onDelete: "set null" }),
    askedAt: at("asked_at").notNull(),
    /** Until when both sign and the officer merges. */
    dueAt: at("due_at").notNull(),
    ending: text("ending"),
    endedAt: at("ended_at"),
  },
  (t) => [
    uniqueIndex("merge_request_once_idx")
      .on(sql`least(${t.mergedId}, ${t.intoId})`, sql`greatest(${t.mergedId}, ${t.intoId})`)
      .where(sql`${t.endedAt} is null`),
    index("merge_request_merged_idx").on(t.mergedId),
    index("merge_request_into_idx").on(t.intoId),
    check("merge_request_self", sql`${t.mergedId} <> ${t.intoId}`),
    check("merge_request_reason", sql`length(${t.reason}) between 10 and 1000`),
    check("merge_request_ending", isOneOf(t.ending, mergeEndings)),
    check("merge_request_ended", sql`(${t.ending} is null) = (${t.endedAt} is null)`),
  ],
);

/** The signature of one of the two bodies; it is taken back until they are merged. [BD8] */
export const mergeConsent = pgTable(
  "merge_consent",
  {
    requestId: uuid("request_id")
      .notNull()
      .references(() => mergeRequest.id, { onDelete: "cascade" }),
    organizationId: body("organization_id"),
    signedBy: uuid("signed_by").references(() => person.id, { onDelete: "set null" }),
    signedAt: at("signed_at").notNull(),
    takenBackAt: at("taken_back_at"),
  },
  (t) => [
    primaryKey({ columns: [t.requestId, t.organizationId] }),
    index("merge_consent_organization_idx").on(t.organizationId),
  ],
);

/** Two records that an officer told apart; they are not proposed again. [BD2] */
export const bodyApart = pgTable(
  "body_apart",
  {
    firstId: body("first_id"),
    secondId: body("second_id"),
    reason: text("reason").notNull(),
    saidBy: uuid("said_by").references(() => person.id, { onDelete: "set null" }),
    saidAt: at("said_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.firstId, t.secondId] }),
    index("body_apart_second_idx").on(t.secondId),
    check("body_apart_order", sql`${t.firstId} < ${t.secondId}`),
    check("body_apart_reason", sql`length(${t.reason}) between 10 and 1000`),
  ],
);

/** A statement about a body beside what its record says: who says it, on what evidence. Rows are only added. [BD5] */
export const bodyFact = pgTable(
  "body_fact",
  {
    id: id(),
    organizationId: body("organization_id"),
    fact: text("fact").notNull(),
    value: text("value"),
    basis: text("basis").notNull(),
    evidence: text("evidence").notNull(),
    saidOn: text("said_on").notNull(),
    recordedBy: uuid("recorded_by").references(() => person.id, { onDelete: "set null" }),
    recordedAt: at("recorded_at").notNull(),
  },
  (t) => [
    index("body_fact_organization_idx").on(t.organizationId, t.fact),
    check("body_fact_fact", isOneOf(t.fact, bodyFacts)),
    check("body_fact_basis", isOneOf(t.basis, factBases)),
    check("body_fact_on", sql`${t.saidOn} ~ '^\\d{4}-\\d{2}-\\d{2}$'`),
    check("body_fact_evidence", sql`length(${t.evidence}) between 10 and 1000`),
  ],
);

/** A body says that a fact about it is wrong. [BD7] */
export const factContest = pgTable(
  "fact_contest",
  {
    id: id(),
    publicId: publicId(),
    organizationId: body("organization_id"),
    fact: text("fact").notNull(),
    state: text("state").notNull(),
    /** What stood there when it was filed, and what shall stand there. */
    said: text("said"),
    wanted: text("wanted"),
    /** The page on which it stands, where it is no fact of the directory. */
    place: text("place"),
    reason: text("reason").notNull(),
    filedBy: uuid("filed_by").references(() => person.id, { onDelete: "set null" }),
    filedAt: at("filed_at").notNull(),
    evidence: text("evidence"),
    answeredBy: uuid("answered_by").references(() => person.id, { onDelete: "set null" }),
    answeredAt: at("answered_at"),
  },
  (t) => [
    index("fact_contest_organization_idx").on(t.organizationId),
    index("fact_contest_state_idx").on(t.state, t.filedAt),
    uniqueIndex("fact_contest_open_idx")
      .on(t.organizationId, t.fact, sql`coalesce(${t.place}, '')`)
      .where(sql`${t.state} = 'open'`),
    check("fact_contest_fact", isOneOf(t.fact, contestable)),
    check("fact_contest_state", isOneOf(t.state, contestStates)),
    check("fact_contest_reason", sql`length(${t.reason}) between 10 and 2000`),
  ],
);
