import {
  declineReasons,
  introductionSides,
  introductionStates,
  ledgerStates,
  ledgerSteps,
} from "@lilink/model/introduction";
import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./column.ts";
import { eventMeeting } from "./event.ts";
import { organization } from "./organization.ts";
import { person } from "./person.ts";
import { posting } from "./posting.ts";

export const introductionState = pgEnum("introduction_state", introductionStates);
export const declineReason = pgEnum("decline_reason", declineReasons);
export const ledgerStep = pgEnum("ledger_step", ledgerSteps);
export const ledgerState = pgEnum("ledger_state", ledgerStates);
export const introductionSide = pgEnum("introduction_side", introductionSides);

/** Holds no organization: who stands behind each side is a row of introduction_party. */
export const introduction = pgTable(
  "introduction",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    askingPostingId: uuid("asking_posting_id").references(() => posting.id, { onDelete: "cascade" }),
    /** Absent where an achievement is asked for. */
    askedPostingId: uuid("asked_posting_id").references(() => posting.id, { onDelete: "cascade" }),
    /** The achievement that is asked for or, beside a need, the one that the asking side offers. The plan makes its table. [AC8] */
    achievementId: uuid("achievement_id"),
    state: introductionState("state").notNull(),
    aim: text("aim").notNull(),
    message: text("message").notNull(),
    question: jsonb("question").$type<Record<string, unknown> | null>(),
    dueAt: at("due_at").notNull(),
    /** No longer written: the duty knows. It is read once at an upgrade, and the next release drops it ([RC8]). */
    remindedAt: at("reminded_at"),
    sentAt: at("sent_at").notNull(),
    answeredAt: at("answered_at"),
    declineReason: declineReason("decline_reason"),
    answerNote: text("answer_note"),
    endedAt: at("ended_at"),
    endNote: text("end_note"),
  },
  (t) => [
    index("introduction_state_idx").on(t.state, t.dueAt),
    index("introduction_asked_idx").on(t.askedPostingId),
    index("introduction_achievement_idx").on(t.achievementId),
    check("introduction_asked_check", sql`num_nonnulls(${t.askedPostingId}, ${t.achievementId}) >= 1`),
  ],
);

/** Own side always; the other side only from mutual consent on. */
export const introductionParty = pgTable(
  "introduction_party",
  {
    introductionId: uuid("introduction_id")
      .notNull()
      .references(() => introduction.id, { onDelete: "cascade" }),
    side: introductionSide("side").notNull(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    contactPersonId: uuid("contact_person_id").references(() => person.id, { onDelete: "set null" }),
    contactName: text("contact_name"),
    contactEmail: text("contact_email"),
    contactPhone: text("contact_phone"),
  },
  (t) => [
    primaryKey({ columns: [t.introductionId, t.side] }),
    index("introduction_party_organization_idx").on(t.organizationId),
  ],
);

/** Whether the asking side competed when it asked: told to the asked side alone, by a function. */
export const introductionRivalry = pgTable("introduction_rivalry", {
  introductionId: uuid("introduction_id")
    .primaryKey()
    .references(() => introduction.id, { onDelete: "cascade" }),
  competes: boolean("competes").notNull(),
});

export type MessageFile = {
  readonly publicId: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
};

export const introductionMessage = pgTable(
  "introduction_message",
  {
    id: id(),
    introductionId: uuid("introduction_id")
      .notNull()
      .references(() => introduction.id, { onDelete: "cascade" }),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    side: introductionSide("side").notNull(),
    personId: uuid("person_id").references(() => person.id, { onDelete: "set null" }),
    personName: text("person_name").notNull(),
    /** The letting in of the adviser who wrote it for this side; absent where the side wrote itself. [AV6] */
    advisedBy: uuid("advised_by"),
    body: text("body").notNull(),
    files: jsonb("files").$type<readonly MessageFile[]>().notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [index("introduction_message_idx").on(t.introductionId, t.createdAt)],
);

export const ledgerEntry = pgTable(
  "ledger_entry",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    /** One of the two: an introduction, or a meeting at an event. */
    introductionId: uuid("introduction_id").references(() => introduction.id, { onDelete: "cascade" }),
    eventMeetingId: uuid("event_meeting_id").references(() => eventMeeting.id, { onDelete: "cascade" }),
    step: ledgerStep("step").notNull(),
    state: ledgerState("state").notNull(),
    proposedSide: introductionSide("proposed_side").notNull(),
    occurredOn: text("occurred_on").notNull(),
    amount: text("amount"),
    unit: text("unit"),
    note: text("note"),
    proposedBy: uuid("proposed_by").references(() => person.id, { onDelete: "set null" }),
    confirmedBy: uuid("confirmed_by").references(() => person.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    decidedAt: at("decided_at"),
  },
  (t) => [
    index("ledger_entry_introduction_idx").on(t.introductionId),
    index("ledger_entry_meeting_idx").on(t.eventMeetingId),
    check("ledger_entry_of_one", sql`num_nonnulls(${t.introductionId}, ${t.eventMeetingId}) = 1`),
  ],
);
