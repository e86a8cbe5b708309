import { guestMachine, hallPlanMachine, meetingOutcomes, outcomeDays } from "@lilink/model/event/words";
import { statesOf } from "@lilink/model/state";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id, isOneOf } from "./column.ts";
import { organization } from "./organization.ts";
import { person } from "./person.ts";
import { owner, publicId } from "./recovery-column.ts";

/** The head of the event's record; heads are made by the plan, so nothing refers to them by a key. */
const eventId = () => uuid("event_id").notNull();

/** A firm that comes to an event; its topics and languages are for the others, its people are not. [EV2] */
export const eventGuest = pgTable(
  "event_guest",
  {
    id: id(),
    publicId: publicId(),
    eventId: eventId(),
    organizationId: owner(),
    state: text("state").notNull(),
    most: integer("most").notNull(),
    topics: text("topics").array().notNull(),
    languages: text("languages").array().notNull(),
    registeredAt: at("registered_at").notNull(),
    /** When it was told to be here or away. */
    seenAt: at("seen_at"),
  },
  (t) => [
    unique("event_guest_event_id_org_id_key").on(t.eventId, t.organizationId),
    index("event_guest_org_idx").on(t.organizationId),
    check("event_guest_state", isOneOf(t.state, statesOf(guestMachine))),
    check("event_guest_most", sql`${t.most} between 1 and 60`),
  ],
);

/** The code that lets a firm in, in a table of its own: other guests read the firm and not its code. */
export const eventBadge = pgTable(
  "event_badge",
  {
    guestId: uuid("guest_id")
      .primaryKey()
      .references(() => eventGuest.id, { onDelete: "cascade" }),
    eventId: eventId(),
    organizationId: owner(),
    code: text("code").notNull(),
  },
  (t) => [unique("event_badge_event_id_code_key").on(t.eventId, t.code)],
);

/** A person who sits at tables, and in which slots; null is the whole event. */
export const eventDelegate = pgTable(
  "event_delegate",
  {
    guestId: uuid("guest_id")
      .notNull()
      .references(() => eventGuest.id, { onDelete: "cascade" }),
    organizationId: owner(),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    topics: text("topics").array().notNull(),
    languages: text("languages").array().notNull(),
    slots: integer("slots").array(),
  },
  (t) => [
    primaryKey({ columns: [t.guestId, t.position] }),
    check("event_delegate_name", sql`length(${t.name}) between 1 and 80`),
    check("event_delegate_position", sql`${t.position} between 0 and 9`),
  ],
);

/** Whom a firm wants to meet. Its own people alone read it; what is mutual becomes a meeting. [EV3] */
export const eventInterest = pgTable(
  "event_interest",
  {
    eventId: eventId(),
    organizationId: owner(),
    towardsId: uuid("towards_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    strength: integer("strength").notNull(),
    reason: text("reason"),
    saidAt: at("said_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.organizationId, t.towardsId] }),
    index("event_interest_towards_idx").on(t.towardsId),
    check("event_interest_strength", sql`${t.strength} between 1 and 3`),
    check("event_interest_self", sql`${t.towardsId} <> ${t.organizationId}`),
    check("event_interest_reason", sql`length(${t.reason}) <= 140`),
  ],
);

/** Two firms that want to meet. Which of them stands first is told by their ids and says nothing. [EV3] */
export const eventMeeting = pgTable(
  "event_meeting",
  {
    id: id(),
    publicId: publicId(),
    eventId: eventId(),
    firstId: uuid("first_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    secondId: uuid("second_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    value: numeric("value").notNull(),
    madeAt: at("made_at").notNull(),
  },
  (t) => [
    unique("event_meeting_pair_key").on(t.eventId, t.firstId, t.secondId),
    index("event_meeting_first_idx").on(t.firstId),
    index("event_meeting_second_idx").on(t.secondId),
    check("event_meeting_order", sql`${t.firstId} < ${t.secondId}`),
  ],
);

/** A version of a timetable with what it comes to. [EV8] */
export const eventPlan = pgTable(
  "event_plan",
  {
    id: id(),
    publicId: publicId(),
    eventId: eventId(),
    version: integer("version").notNull(),
    state: text("state").notNull(),
    /** The version that this one repairs, what happened, and from which slot on. */
    repairs: integer("repairs"),
    closed: integer("closed").array().notNull(),
    fromSlot: integer("from_slot").notNull(),
    /** HallFigures, what is unseated, and what moved: see planHall and repairHall. */
    result: jsonb("result").$type<Record<string, unknown>>(),
    askedBy: uuid("asked_by").references(() => person.id, { onDelete: "set null" }),
    askedAt: at("asked_at").notNull(),
    publishedAt: at("published_at"),
  },
  (t) => [
    unique("event_plan_event_id_version_key").on(t.eventId, t.version),
    check("event_plan_state", isOneOf(t.state, statesOf(hallPlanMachine))),
    check("event_plan_slot", sql`${t.fromSlot} >= 0`),
  ],
);

/** Where a meeting sits in one version. */
export const eventSeat = pgTable(
  "event_seat",
  {
    planId: uuid("plan_id")
      .notNull()
      .references(() => eventPlan.id, { onDelete: "cascade" }),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => eventMeeting.id, { onDelete: "cascade" }),
    slot: integer("slot").notNull(),
    hallTable: integer("hall_table").notNull(),
    /** Positions of the people of the first and the second firm. */
    firstPerson: integer("first_person").notNull(),
    secondPerson: integer("second_person").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.planId, t.meetingId] }),
    unique("event_seat_table_key").on(t.planId, t.slot, t.hallTable),
    index("event_seat_meeting_idx").on(t.meetingId),
  ],
);

/** What one side says came of a meeting, one, thirty and ninety days after it. [EV11] */
export const eventOutcome = pgTable(
  "event_outcome",
  {
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => eventMeeting.id, { onDelete: "cascade" }),
    organizationId: owner(),
    afterDays: integer("after_days").notNull(),
    outcome: text("outcome").notNull(),
    reason: text("reason"),
    saidBy: uuid("said_by").references(() => person.id, { onDelete: "set null" }),
    saidAt: at("said_at").notNull(),
    /** Whether the ledger holds it as a step that both sides told. */
    agreed: boolean("agreed").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.organizationId, t.afterDays] }),
    check("event_outcome_days", isOneOf(t.afterDays, outcomeDays.map(String))),
    check("event_outcome_outcome", isOneOf(t.outcome, meetingOutcomes)),
    check("event_outcome_reason", sql`length(${t.reason}) <= 400`),
  ],
);
