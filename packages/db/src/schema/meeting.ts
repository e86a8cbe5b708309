import {
  ballotChoices,
  ballotConflicts,
  meetingStates,
  votedRegisters,
  voteMajorities,
  voteOutcomes,
} from "@lilink/model/meeting";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
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

/** A question under a point on which the seats vote, with the rule of the mandate as it was when it was put. [VO1] */
export const meetingVote = pgTable(
  "meeting_vote",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    itemId: uuid("item_id")
      .notNull()
      .references(() => meetingItem.id, { onDelete: "cascade" }),
    question: text("question").notNull(),
    /** The body that the question is about: it and its competitors do not vote. */
    aboutOrganizationId: uuid("about_organization_id").references(() => organization.id, {
      onDelete: "restrict",
    }),
    /** The register of the record that the vote settles; a vote that the release before opened names none, and means a weak link. [VO6] */
    register: text("register"),
    /** Its public id. The column is named after the first register that was voted on. */
    record: text("weak_link"),
    mandate: jsonb("mandate").$type<{ publicId: string; zh: string | null; en: string | null }>().notNull(),
    quorum: integer("quorum").notNull(),
    majority: text("majority").notNull(),
    openedAt: at("opened_at").notNull(),
    closedAt: at("closed_at"),
    outcome: text("outcome"),
  },
  (t) => [
    index("meeting_vote_item_idx").on(t.itemId),
    check("meeting_vote_majority", isOneOf(t.majority, voteMajorities)),
    check("meeting_vote_outcome", isOneOf(t.outcome, voteOutcomes)),
    check("meeting_vote_register", isOneOf(t.register, votedRegisters)),
    check("meeting_vote_closed", sql`(${t.closedAt} is null) = (${t.outcome} is null)`),
  ],
);

/** What one seat says: the seat and its holder as they were on that day. Whoever has a conflict can only be recused. [VO2] [VO3] */
export const meetingBallot = pgTable(
  "meeting_ballot",
  {
    voteId: uuid("vote_id")
      .notNull()
      .references(() => meetingVote.id, { onDelete: "cascade" }),
    /** The public id of the seat's record. */
    seat: text("seat").notNull(),
    nameZh: text("name_zh").notNull(),
    nameEn: text("name_en"),
    holder: text("holder"),
    deputy: text("deputy"),
    organizationId: uuid("organization_id").references(() => organization.id, { onDelete: "set null" }),
    conflict: text("conflict"),
    choice: text("choice"),
    reason: text("reason"),
    byDeputy: boolean("by_deputy").notNull().default(false),
    castBy: uuid("cast_by").references(() => person.id, { onDelete: "set null" }),
    castAt: at("cast_at"),
  },
  (t) => [
    primaryKey({ columns: [t.voteId, t.seat] }),
    check("meeting_ballot_choice", isOneOf(t.choice, ballotChoices)),
    check("meeting_ballot_conflict", isOneOf(t.conflict, ballotConflicts)),
    check("meeting_ballot_recused", sql`${t.conflict} is null or ${t.choice} is not distinct from 'recused'`),
    check(
      "meeting_ballot_reason",
      sql`(${t.choice} is not distinct from 'recused' and ${t.conflict} is null) = (${t.reason} is not null)`,
    ),
  ],
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
    /** The vote that carried it. */
    voteId: uuid("vote_id").references(() => meetingVote.id, { onDelete: "restrict" }),
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
