import { awardMachine, paymentMachine } from "@lilink/model/fund/life";
import { researchClasses } from "@lilink/model/register";
import { statesOf } from "@lilink/model/state";
import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id, isOneOf } from "./column.ts";
import { fundApplication } from "./fund.ts";
import { byPerson, owner, publicId } from "./recovery-column.ts";

const award = () =>
  uuid("award_id")
    .notNull()
    .references(() => fundAward.id, { onDelete: "cascade" });

/** Money that a call committed. All awards of a call together are never more than its budget. [FU18] */
export const fundAward = pgTable(
  "fund_award",
  {
    id: id(),
    publicId: publicId(),
    callId: uuid("call_id").notNull(),
    applicationId: uuid("application_id")
      .notNull()
      .unique()
      .references(() => fundApplication.id, { onDelete: "restrict" }),
    organizationId: owner(),
    title: text("title").notNull(),
    abstract: text("abstract").notNull(),
    researchClass: text("research_class").notNull(),
    asked: numeric("asked").notNull(),
    amount: numeric("amount").notNull(),
    startsOn: date("starts_on").notNull(),
    months: integer("months").notNull(),
    state: text("state").notNull(),
    awardedBy: byPerson("awarded_by"),
    awardedAt: at("awarded_at").notNull(),
  },
  (t) => [
    index("fund_award_call_idx").on(t.callId),
    index("fund_award_org_idx").on(t.organizationId),
    check("fund_award_class_check", isOneOf(t.researchClass, researchClasses)),
    check("fund_award_state_check", isOneOf(t.state, statesOf(awardMachine))),
    check("fund_award_amount_check", sql`${t.amount} > 0 and ${t.months} between 1 and 240`),
  ],
);

/** A payment: one officer orders it, another releases it. All of an award together are never more than was committed. [FU18] */
export const fundPayment = pgTable(
  "fund_payment",
  {
    id: id(),
    publicId: publicId(),
    awardId: award(),
    amount: numeric("amount").notNull(),
    note: text("note").notNull(),
    state: text("state").notNull(),
    orderedBy: byPerson("ordered_by"),
    orderedAt: at("ordered_at").notNull(),
    endedBy: byPerson("ended_by"),
    endedAt: at("ended_at"),
    paidOn: date("paid_on"),
  },
  (t) => [
    index("fund_payment_award_idx").on(t.awardId, t.orderedAt),
    index("fund_payment_paid_idx")
      .on(t.awardId, sql`date_part('year', ${t.paidOn})`, t.paidOn, t.amount)
      .where(sql`${t.state} = 'paid'`),
    check("fund_payment_state_check", isOneOf(t.state, statesOf(paymentMachine))),
    check("fund_payment_amount_check", sql`${t.amount} > 0`),
    check("fund_payment_paid_check", sql`(${t.state} = 'paid') = (${t.paidOn} is not null)`),
    check(
      "fund_payment_two_check",
      sql`${t.state} <> 'paid' or ${t.endedBy} is distinct from ${t.orderedBy}`,
    ),
  ],
);

/** What happened to the plan of a project, in order; nothing of it is changed. [FU19] */
export const fundPlanEvent = pgTable(
  "fund_plan_event",
  {
    awardId: award(),
    position: integer("position").notNull(),
    event: jsonb("event").notNull(),
    told: text("told"),
    by: byPerson("by_id"),
    at: at("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.awardId, t.position] })],
);
