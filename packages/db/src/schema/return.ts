import { returnFrequencies, returnStates } from "@lilink/model/return";
import type { NamedFault } from "@lilink/model/return/file";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./column.ts";
import { organization } from "./organization.ts";
import { person } from "./person.ts";

export const returnState = pgEnum("return_state", returnStates);
export const returnFrequency = pgEnum("return_frequency", returnFrequencies);

/** A period for which returns are asked: opened by an officer, due at one instant for all. */
export const returnRound = pgTable(
  "return_round",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    period: text("period").notNull(),
    frequency: returnFrequency("frequency").notNull(),
    opensAt: at("opens_at").notNull(),
    dueAt: at("due_at").notNull(),
    closedAt: at("closed_at"),
    openedBy: uuid("opened_by").references(() => person.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [unique("return_round_period").on(t.period, t.frequency)],
);

/** What one organization owes for one round and sheet (a link's components); province, size and group as they were at the opening. */
export const returnForm = pgTable(
  "return_form",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    roundId: uuid("round_id")
      .notNull()
      .references(() => returnRound.id, { onDelete: "cascade" }),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    sheet: text("sheet").notNull(),
    /** Version of the definition by indicator: a return keeps what it was opened with. */
    definitions: jsonb("definitions").$type<Record<string, number>>().notNull(),
    /** What is asked, in order: a body that changes its links is asked the same to the end. */
    components: text("components").array().notNull().default([]),
    province: text("province"),
    size: text("size"),
    groupId: uuid("group_id"),
    state: returnState("state").notNull(),
    version: integer("version").notNull().default(1),
    /** The last version that a checker verified: the one that a release counts, while the next is corrected. */
    verifiedVersion: integer("verified_version"),
    /** First handed in after the due instant of the round. */
    late: boolean("late").notNull().default(false),
    submittedBy: uuid("submitted_by").references(() => person.id, { onDelete: "set null" }),
    submittedAt: at("submitted_at"),
    checkedBy: uuid("checked_by").references(() => person.id, { onDelete: "set null" }),
    checkedAt: at("checked_at"),
    updatedAt: at("updated_at").notNull(),
  },
  (t) => [
    unique("return_form_place").on(t.roundId, t.organizationId, t.sheet),
    index("return_form_organization_idx").on(t.organizationId, t.state),
    index("return_form_queue_idx").on(t.state, t.province),
    check(
      "return_form_two_persons",
      sql`${t.checkedBy} is null or ${t.checkedBy} is distinct from ${t.submittedBy}`,
    ),
  ],
);

/**
 * One reported figure: what was typed stays in `raw` and `unit`, `value` is it in the component's own unit, null while it
 * cannot be read. `place` holds a code for each dimension of the component, `site` the plant.
 */
export const returnValue = pgTable(
  "return_value",
  {
    id: id(),
    formId: uuid("form_id")
      .notNull()
      .references(() => returnForm.id, { onDelete: "cascade" }),
    organizationId: uuid("organization_id").notNull(),
    version: integer("version").notNull(),
    component: text("component").notNull(),
    site: text("site").notNull().default(""),
    place: text("place").array().notNull().default([]),
    raw: text("raw").notNull(),
    unit: text("unit").notNull(),
    value: numeric("value"),
    imputed: boolean("imputed").notNull().default(false),
    /** Grows by one with each change: a writer names the revision that it saw. */
    revision: integer("revision").notNull().default(1),
    changedBy: uuid("changed_by").references(() => person.id, { onDelete: "set null" }),
    changedAt: at("changed_at").notNull(),
  },
  (t) => [unique("return_value_place").on(t.formId, t.version, t.component, t.site, t.place)],
);

/** The explanation that a soft check asked for. */
export const returnExplanation = pgTable(
  "return_explanation",
  {
    formId: uuid("form_id")
      .notNull()
      .references(() => returnForm.id, { onDelete: "cascade" }),
    organizationId: uuid("organization_id").notNull(),
    version: integer("version").notNull(),
    check: text("check").notNull(),
    text: text("text").notNull(),
    changedBy: uuid("changed_by").references(() => person.id, { onDelete: "set null" }),
    changedAt: at("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.formId, t.version, t.check] })],
);

/** What happened to a return, in order: submitted, queried with what is asked, answered, verified, reopened with a reason. */
export const returnEvent = pgTable(
  "return_event",
  {
    id: id(),
    formId: uuid("form_id")
      .notNull()
      .references(() => returnForm.id, { onDelete: "cascade" }),
    organizationId: uuid("organization_id").notNull(),
    version: integer("version").notNull(),
    kind: text("kind").notNull(),
    text: text("text"),
    byPerson: uuid("by_person").references(() => person.id, { onDelete: "set null" }),
    byOrganization: uuid("by_organization"),
    at: at("at").notNull(),
  },
  (t) => [index("return_event_form_idx").on(t.formId, t.at)],
);

/** A file of figures on its way in: all of it is taken or none; the faults go back in the file, row by row. */
export const returnImport = pgTable(
  "return_import",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    formId: uuid("form_id").references(() => returnForm.id, { onDelete: "cascade" }),
    fileName: text("file_name").notNull(),
    fileId: uuid("file_id").notNull(),
    markedFileId: uuid("marked_file_id"),
    /** Of the file and of the marked one; null in rows from before the column. */
    sha256: text("sha256"),
    markedSha256: text("marked_sha256"),
    /** Bytes of both files, which count against what its organization may store. */
    size: integer("size").notNull().default(0),
    /** Whether the file may overwrite figures that it does not know of. */
    replace: boolean("replace").notNull().default(false),
    state: text("state").notNull(),
    rowsTotal: integer("rows_total"),
    rowsDone: integer("rows_done").notNull().default(0),
    faults: integer("faults").notNull().default(0),
    /** The first rows at fault, to be named on the page. */
    firstFaults: jsonb("first_faults").$type<NamedFault[]>(),
    refusal: text("refusal"),
    refusalParams: jsonb("refusal_params").$type<Record<string, string | number>>(),
    requestedBy: uuid("requested_by").references(() => person.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    endedAt: at("ended_at"),
  },
  (t) => [index("return_import_organization_idx").on(t.organizationId, t.createdAt.desc())],
);
