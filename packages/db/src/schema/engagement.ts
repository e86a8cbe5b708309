import {
  type EngagementState,
  engagementSides,
  engagementStates,
  type PairState,
  pairStates,
} from "@lilink/model/engagement";
import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, isOneOf } from "./column.ts";
import { introduction } from "./introduction.ts";
import { organization } from "./organization.ts";
import { posting } from "./posting.ts";
import { byPerson, owner, publicId } from "./recovery-column.ts";

const adviserOrg = () =>
  uuid("adviser_org")
    .notNull()
    .references(() => organization.id, { onDelete: "cascade" });
const engagementId = () =>
  uuid("engagement_id")
    .notNull()
    .references(() => engagement.id, { onDelete: "cascade" });

/** A client names a person of another body by address, for some acts and some days. Who it is is known once accepted. [AV1] */
export const engagement = pgTable(
  "engagement",
  {
    id: id(),
    publicId: publicId(),
    organizationId: owner(),
    adviserOrg: adviserOrg(),
    adviserEmail: text("adviser_email").notNull(),
    adviserId: byPerson("adviser_id"),
    adviserName: text("adviser_name"),
    scopes: text("scopes").array().notNull(),
    fromOn: text("from_on").notNull(),
    untilOn: text("until_on").notNull(),
    reason: text("reason").notNull(),
    state: text("state").$type<EngagementState>().notNull(),
    namedBy: byPerson("named_by"),
    namedAt: at("named_at").notNull(),
    answeredAt: at("answered_at"),
    endedAt: at("ended_at"),
    endedSide: text("ended_side"),
    endReason: text("end_reason"),
  },
  (t) => [
    index("engagement_org_idx").on(t.organizationId),
    index("engagement_adviser_idx").on(t.adviserId),
    index("engagement_email_idx").on(t.adviserEmail),
    check("engagement_state", isOneOf(t.state, engagementStates)),
    check("engagement_ended_side", isOneOf(t.endedSide, engagementSides)),
    check(
      "engagement_days",
      sql`${t.fromOn} ~ '^\\d{4}-\\d{2}-\\d{2}$' and ${t.untilOn} ~ '^\\d{4}-\\d{2}-\\d{2}$' and ${t.fromOn} <= ${t.untilOn}`,
    ),
    check("engagement_other_body", sql`${t.adviserOrg} <> ${t.organizationId}`),
  ],
);

/** A draft that an adviser prepared. Handed over, it is the client's alone; the mark stays. [AV4] */
export const advisedDraft = pgTable(
  "advised_draft",
  {
    postingId: uuid("posting_id")
      .primaryKey()
      .references(() => posting.id, { onDelete: "cascade" }),
    engagementId: engagementId(),
    organizationId: owner(),
    adviserOrg: adviserOrg(),
    adviserName: text("adviser_name").notNull(),
    preparedAt: at("prepared_at").notNull(),
    handedAt: at("handed_at"),
  },
  (t) => [index("advised_draft_engagement_idx").on(t.engagementId)],
);

/** Two postings that an adviser thinks belong together; its client decides. [AV5] */
export const proposedPair = pgTable(
  "proposed_pair",
  {
    id: id(),
    publicId: publicId(),
    engagementId: engagementId(),
    organizationId: owner(),
    adviserOrg: adviserOrg(),
    adviserName: text("adviser_name").notNull(),
    ownPostingId: uuid("own_posting_id")
      .notNull()
      .references(() => posting.id, { onDelete: "cascade" }),
    otherPostingId: uuid("other_posting_id")
      .notNull()
      .references(() => posting.id, { onDelete: "cascade" }),
    reason: text("reason").notNull(),
    state: text("state").$type<PairState>().notNull(),
    proposedAt: at("proposed_at").notNull(),
    decidedBy: byPerson("decided_by"),
    decidedAt: at("decided_at"),
  },
  (t) => [
    uniqueIndex("proposed_pair_once").on(t.engagementId, t.ownPostingId, t.otherPostingId),
    index("proposed_pair_own_idx").on(t.ownPostingId),
    check("proposed_pair_state", isOneOf(t.state, pairStates)),
  ],
);

/** An adviser in the thread of an introduction, from when its client let it in until it is let out. Both sides read the row. [AV6] */
export const introductionAdviser = pgTable(
  "introduction_adviser",
  {
    id: id(),
    introductionId: uuid("introduction_id")
      .notNull()
      .references(() => introduction.id, { onDelete: "cascade" }),
    engagementId: engagementId(),
    organizationId: owner(),
    adviserOrg: adviserOrg(),
    adviserId: byPerson("adviser_id"),
    adviserName: text("adviser_name").notNull(),
    letInBy: byPerson("let_in_by"),
    letInAt: at("let_in_at").notNull(),
    letOutAt: at("let_out_at"),
  },
  (t) => [
    uniqueIndex("introduction_adviser_once")
      .on(t.introductionId, t.engagementId)
      .where(sql`${t.letOutAt} is null`),
    index("introduction_adviser_engagement_idx").on(t.engagementId),
  ],
);
