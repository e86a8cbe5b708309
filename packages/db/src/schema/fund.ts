import { applicationMachine, reviewMachine } from "@lilink/model/fund/life";
import { statesOf } from "@lilink/model/state";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
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
import { person } from "./person.ts";
import { byPerson, owner, publicId } from "./recovery-column.ts";

/** The record of the call: the head of a register, which the plan creates, so that no key can point at it. */
const callId = () => uuid("call_id").notNull();
const application = () =>
  uuid("application_id")
    .notNull()
    .references(() => fundApplication.id, { onDelete: "cascade" });

/** An application to a call. Until the call is opened only its consortium reads it. [FU12] */
export const fundApplication = pgTable(
  "fund_application",
  {
    id: id(),
    publicId: publicId(),
    callId: callId(),
    organizationId: owner(),
    leader: text("leader").notNull(),
    /** Names of the others who work on it. */
    team: text("team").array().notNull(),
    title: text("title").notNull(),
    abstract: text("abstract").notNull(),
    body: text("body").notNull(),
    asked: numeric("asked"),
    months: integer("months"),
    /** The share of the lead in percent. */
    share: numeric("share").notNull(),
    state: text("state").notNull(),
    /** Counts its saves: who saw another one changes nothing. */
    revision: integer("revision").notNull(),
    savedBy: byPerson("saved_by"),
    savedAt: at("saved_at").notNull(),
    submittedAt: at("submitted_at"),
    /** Which rules it broke, by which set. */
    codes: text("codes").array(),
    rules: text("rules"),
    /** Why a refusal was lifted, or why an appeal against it was dismissed. */
    reason: text("reason"),
    judgedAt: at("judged_at"),
    /** What the lead says against a refusal, once. */
    appeal: text("appeal"),
    appealedAt: at("appealed_at"),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    index("fund_application_call_idx").on(t.callId, t.state),
    index("fund_application_org_idx").on(t.organizationId, t.savedAt.desc()),
    check("fund_application_state_check", isOneOf(t.state, statesOf(applicationMachine))),
    check("fund_application_asked_check", sql`${t.asked} > 0`),
    check("fund_application_months_check", sql`${t.months} between 1 and 240`),
    check("fund_application_appeal_check", sql`(${t.appeal} is null) = (${t.appealedAt} is null)`),
    check("fund_application_share_check", sql`${t.share} between 0 and 100`),
    check(
      "fund_application_submitted_check",
      sql`${t.state} in ('draft', 'withdrawn') or ${t.submittedAt} is not null`,
    ),
  ],
);

/** A partner of an application. It counts once the partner agreed. [FU13] */
export const fundPartner = pgTable(
  "fund_partner",
  {
    applicationId: application(),
    organizationId: owner(),
    share: numeric("share").notNull(),
    agreedAt: at("agreed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.organizationId] }),
    index("fund_partner_org_idx").on(t.organizationId),
    check("fund_partner_share_check", sql`${t.share} > 0 and ${t.share} <= 100`),
  ],
);

/** The moment at which the applications of a call were opened, once, after its close; the hash covers what lay there. [FU12] */
export const fundOpening = pgTable("fund_opening", {
  callId: uuid("call_id").primaryKey(),
  openedAt: at("opened_at").notNull(),
  openedBy: byPerson("opened_by"),
  count: integer("count").notNull(),
  hash: text("hash").notNull(),
});

/** Who reviews, for how many applications at most, and whom they declare. [FU14] */
export const fundReviewer = pgTable(
  "fund_reviewer",
  {
    personId: uuid("person_id")
      .primaryKey()
      .references(() => person.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    subject: text("subject").notNull(),
    declared: text("declared").array().notNull(),
    most: integer("most").notNull(),
    active: boolean("active").notNull(),
    savedAt: at("saved_at").notNull(),
  },
  (t) => [check("fund_reviewer_most_check", sql`${t.most} between 1 and 40`)],
);

/** What a reviewer wrote: it says what the person knows, and with whom. */
export const fundPaper = pgTable(
  "fund_paper",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => fundReviewer.personId, { onDelete: "cascade" }),
    title: text("title").notNull(),
    abstract: text("abstract").notNull(),
    authors: text("authors").array().notNull(),
    publishedOn: date("published_on").notNull(),
  },
  (t) => [index("fund_paper_person_idx").on(t.personId)],
);

/** A request to assign reviewers, and what the worker found: who reads what, or what would make room. [FU15] */
export const fundAssignment = pgTable(
  "fund_assignment",
  {
    id: id(),
    publicId: publicId(),
    callId: callId(),
    askedBy: byPerson("asked_by"),
    askedAt: at("asked_at").notNull(),
    endedAt: at("ended_at"),
    result: jsonb("result"),
  },
  (t) => [index("fund_assignment_call_idx").on(t.callId, t.askedAt.desc())],
);

/** The task of a reviewer. Scores are of the person alone until the own ones are in; names are never for leaders. [FU16] */
export const fundReview = pgTable(
  "fund_review",
  {
    id: id(),
    publicId: publicId(),
    applicationId: application(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    fit: numeric("fit").notNull(),
    state: text("state").notNull(),
    dueOn: date("due_on").notNull(),
    scores: integer("scores").array(),
    confidence: integer("confidence"),
    /** For the leader. */
    words: text("words"),
    /** For the panel alone. */
    note: text("note"),
    /** Why it was declined or given up. */
    reason: text("reason"),
    assignedAt: at("assigned_at").notNull(),
    endedAt: at("ended_at"),
  },
  (t) => [
    unique("fund_review_one").on(t.applicationId, t.personId),
    index("fund_review_person_idx").on(t.personId, t.dueOn),
    check("fund_review_state_check", isOneOf(t.state, statesOf(reviewMachine))),
    check("fund_review_confidence_check", sql`${t.confidence} between 1 and 5`),
    check(
      "fund_review_submitted_check",
      sql`(${t.state} = 'submitted') = (${t.scores} is not null and cardinality(${t.scores}) = 3 and 1 <= all (${t.scores}) and 5 >= all (${t.scores})
        and ${t.confidence} is not null and length(trim(${t.words})) > 0 and ${t.endedAt} is not null)`,
    ),
  ],
);

/** The rank list of a call as the panel left it, with who was recused from what; hashed and never changed. [FU17] */
export const fundPanel = pgTable("fund_panel", {
  callId: uuid("call_id").primaryKey(),
  ranking: jsonb("ranking").notNull(),
  recusals: jsonb("recusals").notNull(),
  minutes: text("minutes").notNull(),
  hash: text("hash").notNull(),
  decidedBy: byPerson("decided_by"),
  decidedAt: at("decided_at").notNull(),
});
