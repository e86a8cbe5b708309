import type { FieldFault } from "@lilink/model/error";
import { statesOf } from "@lilink/model/state";
import { denialMachine } from "@lilink/model/trace/denial";
import { check, date, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, isOneOf } from "./column.ts";
import { organization } from "./organization.ts";
import { person } from "./person.ts";

/** One fault of what was sent: the place of the event or the row, from 0, and where in it. */
export type CaptureFault = {
  readonly at: number;
  readonly field: string;
  readonly rule: FieldFault["rule"];
  readonly message?: string;
};

/** A document or a file of batteries and what became of it: each event or row has its answer. [TR33] */
export const batteryCapture = pgTable(
  "battery_capture",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    /** `epcis`: a document of EPCIS 2.0; `event` and `unit`: a file of rows. */
    kind: text("kind").notNull(),
    /** `rollback`: one fault, and nothing is kept; `proceed`: what is good is kept. */
    behaviour: text("behaviour").notNull(),
    fileName: text("file_name").notNull(),
    /** Null once it has been read: what it said is kept as events, not as a file. */
    fileId: uuid("file_id"),
    markedFileId: uuid("marked_file_id"),
    sha256: text("sha256"),
    markedSha256: text("marked_sha256"),
    size: integer("size").notNull().default(0),
    /** The language in which faults are marked. */
    locale: text("locale").notNull(),
    state: text("state").notNull(),
    rowsTotal: integer("rows_total"),
    taken: integer("taken").notNull().default(0),
    known: integer("known").notNull().default(0),
    faults: integer("faults").notNull().default(0),
    /** One letter for each event or row, in the order in which they were sent. */
    answers: text("answers"),
    /** The first of the faults, each with its place. */
    firstFaults: jsonb("first_faults").$type<readonly CaptureFault[]>(),
    refusal: text("refusal"),
    refusalParams: jsonb("refusal_params").$type<Record<string, string | number>>(),
    requestedBy: uuid("requested_by").references(() => person.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    endedAt: at("ended_at"),
  },
  (t) => [index("battery_capture_organization_idx").on(t.organizationId, t.createdAt.desc())],
);

/** What a body has to look into: a hand-over that the other side has not confirmed, or an event that does not fit. [TR17] */
export const batteryItem = pgTable(
  "battery_item",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    otherId: uuid("other_id").references(() => organization.id, { onDelete: "set null" }),
    kind: text("kind").notNull(),
    code: text("code").notNull(),
    eventHash: text("event_hash").notNull(),
    /** Where it happened, or else where the body sits: the regulator of that province reads it. */
    province: text("province"),
    occurredOn: date("occurred_on").notNull(),
    /** The last day for it by the dated rule that holds; null where no rule sets one. */
    dueOn: date("due_on"),
    rule: text("rule"),
    openedAt: at("opened_at").notNull(),
    closedAt: at("closed_at"),
  },
  (t) => [
    unique("battery_item_once").on(t.organizationId, t.kind, t.code, t.eventHash),
    index("battery_item_code_idx").on(t.code),
    index("battery_item_province_idx").on(t.province, t.kind, t.dueOn),
  ],
);

/**
 * The word of a body that it did not take a battery over that another says it handed to it, and what became of it. Each word stands: none is changed and
 * none deleted. [TR27]
 */
export const batteryDenial = pgTable(
  "battery_denial",
  {
    id: id(),
    /** Who denies it; the other is who told the hand-over. */
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    otherId: uuid("other_id").references(() => organization.id, { onDelete: "set null" }),
    code: text("code").notNull(),
    eventHash: text("event_hash").notNull(),
    province: text("province"),
    occurredOn: date("occurred_on").notNull(),
    state: text("state").notNull(),
    reason: text("reason").notNull(),
    deniedBy: uuid("denied_by").references(() => person.id, { onDelete: "set null" }),
    deniedAt: at("denied_at").notNull(),
    upheldReason: text("upheld_reason"),
    upheldBy: uuid("upheld_by").references(() => person.id, { onDelete: "set null" }),
    upheldAt: at("upheld_at"),
    settledReason: text("settled_reason"),
    settledBy: uuid("settled_by").references(() => person.id, { onDelete: "set null" }),
    settledAt: at("settled_at"),
  },
  (t) => [
    unique("battery_denial_once").on(t.organizationId, t.code, t.eventHash),
    index("battery_denial_event_idx").on(t.code, t.eventHash),
    check("battery_denial_state_check", isOneOf(t.state, statesOf(denialMachine))),
  ],
);

/** What an officer read in the official text of a set of dated rules. The last reading of a set counts; none is changed. [TR25] */
export const ruleReading = pgTable(
  "rule_reading",
  {
    id: id(),
    ruleSet: text("rule_set").notNull(),
    fromOn: date("from_on").notNull(),
    deadlines: jsonb("deadlines").$type<Readonly<Record<string, number>>>(),
    source: text("source").notNull(),
    note: text("note"),
    recordedBy: uuid("recorded_by").references(() => person.id, { onDelete: "set null" }),
    recordedAt: at("recorded_at").notNull(),
  },
  (t) => [index("rule_reading_set_idx").on(t.ruleSet, t.recordedAt)],
);
