import { maturityLadder, milestoneChanges, milestoneMachine, outputKinds } from "@lilink/model/fund/life";
import { statesOf } from "@lilink/model/state";
import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { fundAward } from "./award.ts";
import { at, id, isOneOf } from "./column.ts";
import { organization } from "./organization.ts";
import { byPerson, publicId } from "./recovery-column.ts";

const award = () =>
  uuid("award_id")
    .notNull()
    .references(() => fundAward.id, { onDelete: "cascade" });

/** A milestone of a project. Its first days are never edited; what it is planned for now stands beside them. [FU22] */
export const fundMilestone = pgTable(
  "fund_milestone",
  {
    id: id(),
    publicId: publicId(),
    awardId: award(),
    workPackage: text("work_package").notNull(),
    title: text("title").notNull(),
    /** What is measured and how. */
    measure: text("measure").notNull(),
    baselineFrom: date("baseline_from").notNull(),
    baselineOn: date("baseline_on").notNull(),
    dueOn: date("due_on").notNull(),
    /** How often it was planned anew. */
    moves: integer("moves").notNull(),
    state: text("state").notNull(),
    endedOn: date("ended_on"),
    reason: text("reason"),
    verifiedBy: byPerson("verified_by"),
    verifiedOrganizationId: uuid("verified_org").references(() => organization.id, { onDelete: "set null" }),
    /** Days that it takes if all goes well, as a rule, if all goes wrong; all three or none. [PJ4] */
    shortDays: integer("short_days"),
    likelyDays: integer("likely_days"),
    longDays: integer("long_days"),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    index("fund_milestone_award_idx").on(t.awardId, t.baselineOn),
    check(
      "fund_milestone_points_check",
      sql`num_nulls(${t.shortDays}, ${t.likelyDays}, ${t.longDays}) in (0, 3) and 0 <= ${t.shortDays} and ${t.shortDays} <= ${t.likelyDays} and ${t.likelyDays} <= ${t.longDays} and ${t.longDays} <= 7300`,
    ),
    check("fund_milestone_state_check", isOneOf(t.state, statesOf(milestoneMachine))),
    check(
      "fund_milestone_days_check",
      sql`${t.baselineFrom} <= ${t.baselineOn} and ${t.baselineFrom} <= ${t.dueOn}`,
    ),
  ],
);

/** A milestone begins after another one of the same project; together they run in no circle. [PJ1] */
export const fundMilestoneAfter = pgTable(
  "fund_milestone_after",
  {
    milestoneId: uuid("milestone_id")
      .notNull()
      .references(() => fundMilestone.id, { onDelete: "cascade" }),
    afterId: uuid("after_id")
      .notNull()
      .references(() => fundMilestone.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.milestoneId, t.afterId] }),
    index("fund_milestone_after_idx").on(t.afterId),
    check("fund_milestone_after_check", sql`${t.milestoneId} <> ${t.afterId}`),
  ],
);

/** What happened to the plan of a milestone, with its reason; it is only added to. [PJ3] */
export const fundMilestoneChange = pgTable(
  "fund_milestone_change",
  {
    id: id(),
    milestoneId: uuid("milestone_id")
      .notNull()
      .references(() => fundMilestone.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    /** The day that it is planned for since. */
    dueOn: date("due_on").notNull(),
    reason: text("reason").notNull(),
    toldAt: at("told_at").notNull(),
  },
  (t) => [
    index("fund_milestone_change_idx").on(t.milestoneId, t.toldAt),
    check("fund_milestone_change_kind_check", isOneOf(t.kind, milestoneChanges)),
    check("fund_milestone_change_reason_check", sql`length(${t.reason}) between 1 and 400`),
  ],
);

/** What came of a project. What two projects claim is shared between them. [FU23] */
export const fundOutput = pgTable(
  "fund_output",
  {
    id: id(),
    publicId: publicId(),
    awardId: award(),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    identifier: text("identifier").notNull(),
    key: text("key").notNull(),
    madeOn: date("made_on").notNull(),
    share: numeric("share").notNull(),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    unique("fund_output_once").on(t.awardId, t.kind, t.key),
    index("fund_output_key_idx").on(t.kind, t.key),
    check("fund_output_kind_check", isOneOf(t.kind, outputKinds)),
    check("fund_output_share_check", sql`${t.share} > 0 and ${t.share} <= 100`),
  ],
);

/** Who made an output, in which roles and with which share; shares of one output are 100 together. [FU25] */
export const fundContributor = pgTable(
  "fund_contributor",
  {
    outputId: uuid("output_id")
      .notNull()
      .references(() => fundOutput.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    roles: text("roles").array().notNull(),
    share: numeric("share").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.outputId, t.position] }),
    check("fund_contributor_share_check", sql`${t.share} > 0 and ${t.share} <= 100`),
  ],
);

/** A rung of readiness that a project reached, with its TRL, day and evidence; nothing of it is changed. [FU24] */
export const fundMaturity = pgTable(
  "fund_maturity",
  {
    id: id(),
    publicId: publicId(),
    awardId: award(),
    position: integer("position").notNull(),
    rung: text("rung").notNull(),
    trl: integer("trl").notNull(),
    reachedOn: date("reached_on").notNull(),
    evidence: text("evidence").notNull(),
    reason: text("reason").notNull(),
    toldBy: byPerson("told_by"),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    unique("fund_maturity_award_id_position_key").on(t.awardId, t.position),
    check("fund_maturity_rung_check", isOneOf(t.rung, maturityLadder)),
    check("fund_maturity_trl_check", sql`${t.trl} between 1 and 9`),
    check("fund_maturity_evidence_check", sql`${t.evidence} <> ''`),
  ],
);
