import type { FieldFault } from "@lilink/model/error";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./column.ts";
import { organization } from "./organization.ts";
import { person } from "./person.ts";

/** States of every machine, seeded from the model. */
export const machineState = pgTable(
  "machine_state",
  {
    machine: text("machine").notNull(),
    state: text("state").notNull(),
    start: boolean("start").notNull(),
    live: boolean("live").notNull(),
    review: boolean("review").notNull(),
    edit: text("edit"),
  },
  (t) => [primaryKey({ columns: [t.machine, t.state] })],
);

/** Ways from state to state of every machine, seeded from the model; guards of the database read them. */
export const machineStep = pgTable(
  "machine_step",
  {
    machine: text("machine").notNull(),
    step: text("step").notNull(),
    fromState: text("from_state").notNull(),
    toState: text("to_state").notNull(),
    who: text("who").notNull(),
  },
  (t) => [primaryKey({ columns: [t.machine, t.step, t.fromState] })],
);

/** Steps that records of every register took. `shown`: to whoever reads the record, else to its owner and reviewers alone. */
export const recordStep = pgTable(
  "record_step",
  {
    id: id(),
    register: text("register").notNull(),
    recordId: uuid("record_id").notNull(),
    organizationId: uuid("organization_id").references(() => organization.id, { onDelete: "restrict" }),
    level: text("level").notNull(),
    shown: boolean("shown").notNull(),
    version: integer("version").notNull(),
    step: text("step").notNull(),
    fromState: text("from_state"),
    toState: text("to_state").notNull(),
    reason: text("reason"),
    takenBy: uuid("taken_by").references(() => person.id, { onDelete: "set null" }),
    takenAt: at("taken_at").notNull(),
  },
  (t) => [index("record_step_record").on(t.recordId, t.takenAt)],
);

/** A file of records on its way in: all of it is taken or none; the faults go back in the file, row by row. [RG8] */
export const recordImport = pgTable(
  "record_import",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    register: text("register").notNull(),
    /** For whom the records are filed, and against whose quota both files count. */
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    fileName: text("file_name").notNull(),
    fileId: uuid("file_id").notNull(),
    markedFileId: uuid("marked_file_id"),
    /** Of the file and of the marked one; null in rows from before the column. */
    sha256: text("sha256"),
    markedSha256: text("marked_sha256"),
    size: integer("size").notNull().default(0),
    /** The language in which faults are marked. */
    locale: text("locale").notNull(),
    state: text("state").notNull(),
    rowsTotal: integer("rows_total"),
    rowsDone: integer("rows_done").notNull().default(0),
    created: integer("created").notNull().default(0),
    updated: integer("updated").notNull().default(0),
    unchanged: integer("unchanged").notNull().default(0),
    faults: integer("faults").notNull().default(0),
    /** The first rows at fault, to be named on the page. */
    firstFaults: jsonb("first_faults").$type<{ row: number; faults: readonly FieldFault[] }[]>(),
    refusal: text("refusal"),
    refusalParams: jsonb("refusal_params").$type<Record<string, string | number>>(),
    requestedBy: uuid("requested_by").references(() => person.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    endedAt: at("ended_at"),
  },
  (t) => [index("record_import_person_idx").on(t.requestedBy, t.createdAt.desc())],
);

/** What somebody owes by a day. It stays open until an act ends it; past its day everybody concerned sees it. [DU1] */
export const duty = pgTable(
  "duty",
  {
    id: id(),
    /** The kind of duty, as `duty.<subject kind>.<kind>` names it in the texts. */
    kind: text("kind").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** Where the subject is acted on. */
    path: text("path").notNull(),
    titleZh: text("title_zh").notNull(),
    titleEn: text("title_en").notNull(),
    /** The organization that owes it; null: the secretariat. */
    holderId: uuid("holder_id").references(() => organization.id, { onDelete: "cascade" }),
    /** Whether an overdue one stands in the published list. */
    published: boolean("published").notNull().default(false),
    startedAt: at("started_at").notNull(),
    dueAt: at("due_at").notNull(),
    /** Since when the holder is warned, and told that it is overdue. */
    warnedAt: at("warned_at"),
    overdueAt: at("overdue_at"),
    /** Since when the secretariat knows; from then on a published one is listed. */
    escalatedAt: at("escalated_at"),
    endedAt: at("ended_at"),
    endedBy: text("ended_by"),
  },
  (t) => [index("duty_subject").on(t.subjectId, t.kind), index("duty_open").on(t.holderId, t.dueAt)],
);
