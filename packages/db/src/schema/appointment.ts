import {
  type AppointmentOutcome,
  type AppointmentState,
  appointmentMachine,
  appointmentOutcomes,
  markedDays,
} from "@lilink/model/appointment";
import { statesOf } from "@lilink/model/state";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id, isOneOf } from "./column.ts";
import { introduction, introductionSide } from "./introduction.ts";
import { byPerson, publicId } from "./recovery-column.ts";

const ofIntroduction = () =>
  uuid("introduction_id")
    .notNull()
    .references(() => introduction.id, { onDelete: "cascade" });

/** When one side can talk: quarters of an hour since 1970. Its own side reads it and nobody else, no job and no officer. [AP1] [AP2] */
export const appointmentMark = pgTable(
  "appointment_mark",
  {
    introductionId: ofIntroduction(),
    side: introductionSide("side").notNull(),
    zone: text("zone").notNull(),
    quarters: integer("quarters").array().notNull(),
    markedBy: byPerson("marked_by"),
    markedAt: at("marked_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.introductionId, t.side] }),
    check(
      "appointment_mark_few",
      sql`cardinality(${t.quarters}) <= ${sql.raw(String((markedDays + 1) * 96))}`,
    ),
    check("appointment_mark_zone", sql`length(${t.zone}) between 1 and 60`),
  ],
);

/** A time that was drawn because it suited both; it is shown while it does. [AP2] */
export const appointmentTime = pgTable(
  "appointment_time",
  {
    introductionId: ofIntroduction(),
    fromQuarter: integer("from_quarter").notNull(),
    quarters: integer("quarters").notNull(),
    fits: boolean("fits").notNull(),
    drawnAt: at("drawn_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.introductionId, t.fromQuarter] })],
);

/** A call of the two sides of an introduction. `side` is who named the time that stands. [AP3] */
export const appointment = pgTable(
  "appointment",
  {
    id: id(),
    publicId: publicId(),
    introductionId: ofIntroduction(),
    state: text("state").$type<AppointmentState>().notNull(),
    side: introductionSide("side").notNull(),
    startsAt: at("starts_at").notNull(),
    endsAt: at("ends_at").notNull(),
    /** Where it takes place: a link or a number. */
    place: text("place").notNull(),
    /** Why the time was moved or the call was cancelled, and by which side. */
    reason: text("reason"),
    reasonSide: introductionSide("reason_side"),
    /** How many times were named: calendars take the higher one. */
    version: integer("version").notNull(),
    namedBy: byPerson("named_by"),
    namedAt: at("named_at").notNull(),
    answeredAt: at("answered_at"),
  },
  (t) => [
    uniqueIndex("appointment_open_idx").on(t.introductionId).where(sql`${t.state} in ('proposed', 'agreed')`),
    index("appointment_introduction_idx").on(t.introductionId),
    index("appointment_state_idx").on(t.state, t.endsAt),
    check("appointment_state_check", isOneOf(t.state, statesOf(appointmentMachine))),
    check("appointment_times", sql`${t.endsAt} > ${t.startsAt}`),
  ],
);

/** What a side says came of a call; each side reads its own word. [AP5] */
export const appointmentOutcome = pgTable(
  "appointment_outcome",
  {
    appointmentId: uuid("appointment_id")
      .notNull()
      .references(() => appointment.id, { onDelete: "cascade" }),
    side: introductionSide("side").notNull(),
    outcome: text("outcome").$type<AppointmentOutcome>().notNull(),
    reason: text("reason"),
    agreed: boolean("agreed").notNull(),
    saidBy: byPerson("said_by"),
    saidAt: at("said_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.appointmentId, t.side] }),
    check("appointment_outcome_check", isOneOf(t.outcome, appointmentOutcomes)),
  ],
);
