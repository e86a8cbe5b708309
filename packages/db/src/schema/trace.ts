import { sql } from "drizzle-orm";
import { bigserial, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./column.ts";

/** Append-only record of every change, written in the transaction that it describes. */
export const auditEntry = pgTable(
  "audit_entry",
  {
    id: id(),
    organizationId: uuid("organization_id"),
    personId: uuid("person_id"),
    actorKind: text("actor_kind").notNull(),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: uuid("subject_id"),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull(),
    at: at("at").notNull(),
  },
  (t) => [
    index("audit_entry_organization_idx").on(t.organizationId, t.at.desc()),
    index("audit_entry_file_idx").on(t.at).where(sql`action = 'file.refuse'`),
  ],
);

/** Who read a confidential field of a posting, or a return; its owner sees every row. Of a posting and a return one is named. */
export const disclosureRead = pgTable(
  "disclosure_read",
  {
    id: id(),
    ownerOrganizationId: uuid("owner_organization_id").notNull(),
    postingId: uuid("posting_id"),
    formId: uuid("form_id"),
    version: integer("version").notNull(),
    level: text("level").notNull(),
    purpose: text("purpose").notNull(),
    readerOrganizationId: uuid("reader_organization_id"),
    readerPersonId: uuid("reader_person_id"),
    at: at("at").notNull(),
  },
  (t) => [
    index("disclosure_read_owner_idx").on(t.ownerOrganizationId, t.at.desc()),
    index("disclosure_read_reader_idx").on(t.readerOrganizationId, t.at.desc()),
  ],
);

/** Jobs written in the caller's transaction; the worker moves them on in order. */
export const outbox = pgTable("outbox", {
  seq: bigserial("seq", { mode: "number" }).primaryKey(),
  id: uuid("id").notNull().unique(),
  name: text("name").notNull(),
  payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
  runAt: at("run_at").notNull(),
  createdAt: createdAt(),
  /** Where the work was asked for, as a W3C traceparent; null where nothing is traced. */
  trace: text("trace"),
});

/** Marks a job as done in the transaction of its effect, so that a repeated job changes nothing. */
export const jobDone = pgTable("job_done", {
  jobId: uuid("job_id").primaryKey(),
  name: text("name").notNull(),
  doneAt: at("done_at").notNull(),
});

export const workerBeat = pgTable("worker_beat", { id: text("id").primaryKey(), at: at("at").notNull() });
