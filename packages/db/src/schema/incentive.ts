import { incentiveClaimStates, refusalCodes } from "@lilink/model/incentive";
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, numeric, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id, isOneOf } from "./column.ts";
import { byPerson, owner, publicId } from "./recovery-column.ts";

/** The head of the programme's record; heads are made by the plan, so nothing refers to them by a key. */
const programmeId = () => uuid("programme_id").notNull();

/** Who may claim from a day on. Terms are only added, never for a day that is over. [IC1] */
export const incentiveTerms = pgTable(
  "incentive_terms",
  {
    id: id(),
    programmeId: programmeId(),
    fromOn: text("from_on").notNull(),
    kinds: text("kinds").array().notNull(),
    sizes: text("sizes").array().notNull(),
    links: text("links").array().notNull(),
    provinces: text("provinces").array().notNull(),
    most: numeric("most"),
    claims: integer("claims"),
    setBy: byPerson("set_by"),
    setAt: at("set_at").notNull(),
  },
  (t) => [
    unique("incentive_terms_day_key").on(t.programmeId, t.fromOn),
    check("incentive_terms_from", sql`${t.fromOn} ~ '^\\d{4}-\\d{2}-\\d{2}$'`),
  ],
);

/** A claim of a body, with the terms and the facts by which it was judged on its day. [IC2] */
export const incentiveClaim = pgTable(
  "incentive_claim",
  {
    id: id(),
    publicId: publicId(),
    programmeId: programmeId(),
    organizationId: owner(),
    state: text("state").notNull(),
    amount: numeric("amount").notNull(),
    purpose: text("purpose").notNull(),
    claimedOn: text("claimed_on").notNull(),
    claimedBy: byPerson("claimed_by"),
    claimedAt: at("claimed_at").notNull(),
    termsId: uuid("terms_id").references(() => incentiveTerms.id, { onDelete: "restrict" }),
    facts: jsonb("facts").$type<Record<string, unknown>>().notNull(),
    broken: text("broken").array().notNull(),
    code: text("code"),
    reason: text("reason"),
    checkedBy: byPerson("checked_by"),
    decidedBy: byPerson("decided_by"),
    decidedAt: at("decided_at"),
  },
  (t) => [
    index("incentive_claim_programme_idx").on(t.programmeId, t.state),
    index("incentive_claim_org_idx").on(t.organizationId),
    check("incentive_claim_state", isOneOf(t.state, incentiveClaimStates)),
    check("incentive_claim_amount", sql`${t.amount} > 0`),
    check("incentive_claim_code", isOneOf(t.code, refusalCodes)),
    check("incentive_claim_refused", sql`${t.state} <> 'refused' or ${t.code} is not null`),
  ],
);
