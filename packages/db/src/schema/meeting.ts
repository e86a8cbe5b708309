import { meetingStates } from "@lilink/model/meeting";
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, isOneOf } from "./column.ts";
import { organization } from "./organization.ts";
import { person } from "./person.ts";
import { duty } from "./record.ts";
import { figureRelease } from "./release.ts";

/** A review meeting. Its snapshot is frozen when it is called: what was on the board then is what its papers print. */
export const meeting = pgTable(
  "meeting",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    title: text("title").notNull(),
    heldAt: at("held_at").notNull(),
    venue: text("venue"),
    state: text("state").notNull(),
    releaseId: uuid("release_id").references(() => figureRelease.id, { onDelete: "restrict" }),
    snapshot: jsonb("snapshot").$type<Record<string, unknown>>().notNull(),
    minutes: text("minutes"),
    /** Why it was cancelled. */
    reason: text("reason"),
    calledBy: uuid("called_by").references(() => person.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    closedAt: at("closed_at"),
  },
  (t) => [check("meeting_state", isOneOf(t.state, meetingStates))],
);

/** One point of the agenda; most stand for a goal. */
export const meetingItem = pgTable(
  "meeting_item",
  {
    id: id(),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meeting.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    goal: text("goal"),
    title: text("title").notNull(),
    notes: text("notes"),
  },
  (t) => [index("meeting_item_meeting_idx").on(t.meetingId, t.position)],
);

/** A point that the clock put on an agenda, with the overdue duty that it stands for. [DU5] */
export const dutyItem = pgTable(
  "duty_item",
  {
    dutyId: uuid("duty_id")
      .notNull()
      .references(() => duty.id, { onDelete: "cascade" }),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meeting.id, { onDelete: "cascade" }),
    itemId: uuid("item_id")
      .notNull()
      .unique()
      .references(() => meetingItem.id, { onDelete: "cascade" }),
    addedAt: at("added_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.dutyId, t.meetingId] })],
);

/** A decision with an owner and a due date; open ones are tasks on the owner's desk. */
export const meetingDecision = pgTable(
  "meeting_decision",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    itemId: uuid("item_id")
      .notNull()
      .references(() => meetingItem.id, { onDelete: "cascade" }),
    text: text("text").notNull(),
    ownerOrganizationId: uuid("owner_organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    ownerPersonId: uuid("owner_person_id").references(() => person.id, { onDelete: "set null" }),
    dueOn: text("due_on").notNull(),
    /** Counts its edits: who saw another version changes nothing. */
    version: integer("version").notNull().default(1),
    doneAt: at("done_at"),
    doneNote: text("done_note"),
    withdrawnAt: at("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason"),
    createdAt: createdAt(),
  },
  (t) => [index("meeting_decision_owner_idx").on(t.ownerOrganizationId, t.dueOn)],
);

/** Which organizations sit in a meeting: their members may read its papers. */
export const meetingSeat = pgTable(
  "meeting_seat",
  {
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meeting.id, { onDelete: "cascade" }),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.organizationId] })],
);

/** A printed paper of a meeting: made by the worker once, given out as it is. */
export const meetingPaper = pgTable(
  "meeting_paper",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meeting.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    locale: text("locale").notNull(),
    type: text("type").notNull(),
    fileId: uuid("file_id").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    madeAt: at("made_at").notNull(),
  },
  (t) => [
    unique("meeting_paper_kind").on(t.meetingId, t.kind, t.locale, t.type),
    check(
      "meeting_paper_what",
      sql`${t.kind} in ('agenda', 'board', 'minutes') and ${t.type} in ('pdf', 'xlsx')`,
    ),
  ],
);

/** Who was shown what of a meeting and when: the note for competition law is made from it. */
export const meetingView = pgTable(
  "meeting_view",
  {
    id: id(),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meeting.id, { onDelete: "cascade" }),
    organizationId: uuid("organization_id"),
    personId: uuid("person_id").references(() => person.id, { onDelete: "set null" }),
    what: text("what").notNull(),
    at: at("at").notNull(),
  },
  (t) => [index("meeting_view_meeting_idx").on(t.meetingId, t.at)],
);
