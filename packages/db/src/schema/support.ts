import {
  type SupportKind,
  type SupportState,
  type SupportStep,
  type SupportUrgency,
  supportKinds,
  supportMachine,
  supportSteps,
  supportUrgencies,
} from "@lilink/model/introduction";
import { statesOf } from "@lilink/model/state";
import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, isOneOf } from "./column.ts";
import { introduction, introductionSide, type MessageFile } from "./introduction.ts";
import { byPerson, publicId } from "./recovery-column.ts";

/** What one side of an introduction asks of the other after its outcome. Its messages move it; the database sets its days. [SP2] */
export const supportTicket = pgTable(
  "support_ticket",
  {
    id: id(),
    publicId: publicId(),
    introductionId: uuid("introduction_id")
      .notNull()
      .references(() => introduction.id, { onDelete: "cascade" }),
    side: introductionSide("side").notNull(),
    kind: text("kind").$type<SupportKind>().notNull(),
    urgency: text("urgency").$type<SupportUrgency>().notNull(),
    subject: text("subject").notNull(),
    state: text("state").$type<SupportState>().notNull(),
    openedBy: byPerson("opened_by"),
    openedAt: at("opened_at").notNull(),
    answerDueAt: at("answer_due_at").notNull(),
    answeredAt: at("answered_at"),
    resolveDueAt: at("resolve_due_at").notNull(),
    closingSide: introductionSide("closing_side"),
    closingAt: at("closing_at"),
    closingDueAt: at("closing_due_at"),
    closedAt: at("closed_at"),
  },
  (t) => [
    index("support_ticket_introduction_idx").on(t.introductionId, t.state),
    index("support_ticket_state_idx").on(t.state, t.closingDueAt),
    check("support_ticket_kind_check", isOneOf(t.kind, supportKinds)),
    check("support_ticket_urgency_check", isOneOf(t.urgency, supportUrgencies)),
    check("support_ticket_state_check", isOneOf(t.state, statesOf(supportMachine))),
    check("support_ticket_closing_check", sql`(${t.state} = 'open') = (${t.closingSide} is null)`),
  ],
);

/** What a side wrote, or a step it took; a step without a side is the clock's. [SP4] */
export const supportMessage = pgTable(
  "support_message",
  {
    id: id(),
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => supportTicket.id, { onDelete: "cascade" }),
    side: introductionSide("side"),
    step: text("step").$type<SupportStep>(),
    personId: byPerson("person_id"),
    personName: text("person_name"),
    body: text("body").notNull(),
    files: jsonb("files").$type<readonly MessageFile[]>().notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [
    index("support_message_idx").on(t.ticketId, t.createdAt),
    check("support_message_step_check", isOneOf(t.step, supportSteps)),
    check("support_message_side_check", sql`(${t.side} is null) = (${t.step} is not distinct from 'lapse')`),
    check(
      "support_message_body_check",
      sql`${t.body} <> '' or ${t.step} is not null and ${t.step} <> 'reopen'`,
    ),
  ],
);
