import {
  maturityLadder,
  relayClaimMachine,
  relayResultMachine,
  relayStepMachine,
  relaySteps,
} from "@lilink/model/fund/life";
import { independentUses } from "@lilink/model/register";
import { statesOf } from "@lilink/model/state";
import { sql } from "drizzle-orm";
import { boolean, check, date, index, numeric, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { fundAward } from "./award.ts";
import { at, id, isOneOf } from "./column.ts";
import { introduction } from "./introduction.ts";
import { organization } from "./organization.ts";
import { posting } from "./posting.ts";
import { fundOutput } from "./project.ts";
import { byPerson, owner, publicId } from "./recovery-column.ts";

const side = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => organization.id, { onDelete: "cascade" });

/** A result that its owner offers: what came of a funded project, or an achievement of the register. [RY1] */
export const relayResult = pgTable(
  "relay_result",
  {
    id: id(),
    publicId: publicId(),
    organizationId: owner(),
    outputId: uuid("output_id").references(() => fundOutput.id, { onDelete: "cascade" }),
    /** The head of a record, which the plan makes, so that no key can point at it. */
    achievementId: uuid("achievement_id"),
    title: text("title").notNull(),
    /** What it is good for, in a sentence. */
    use: text("use").notNull(),
    node: text("node").notNull(),
    rung: text("rung").notNull(),
    madeOn: date("made_on").notNull(),
    state: text("state").notNull(),
    offeredBy: byPerson("offered_by"),
    offeredAt: at("offered_at").notNull(),
  },
  (t) => [
    index("relay_result_org_idx").on(t.organizationId),
    index("relay_result_node_idx").on(t.node),
    uniqueIndex("relay_result_output_key").on(t.outputId).where(sql`state = 'offered'`),
    uniqueIndex("relay_result_achievement_key").on(t.achievementId).where(sql`state = 'offered'`),
    check("relay_result_state_check", isOneOf(t.state, statesOf(relayResultMachine))),
    check("relay_result_rung_check", isOneOf(t.rung, maturityLadder)),
    check("relay_result_source_check", sql`(${t.outputId} is null) <> (${t.achievementId} is null)`),
  ],
);

/** Who takes a result on, by a need or a project of its own; only both sides and the officers know. [RY2] [RY3] */
export const relayClaim = pgTable(
  "relay_claim",
  {
    id: id(),
    publicId: publicId(),
    resultId: uuid("result_id")
      .notNull()
      .references(() => relayResult.id, { onDelete: "cascade" }),
    organizationId: owner(),
    holderId: side("holder_id"),
    postingId: uuid("posting_id").references(() => posting.id, { onDelete: "set null" }),
    awardId: uuid("award_id").references(() => fundAward.id, { onDelete: "set null" }),
    /** The introduction that both sides agreed to, where it wrote the claim; the database fills it in. [AC9] */
    introductionId: uuid("introduction_id").references(() => introduction.id, { onDelete: "set null" }),
    /** The need or the project as its owner called it on that day; empty where an introduction named none. */
    title: text("title").notNull(),
    state: text("state").notNull(),
    /** Whether others may know who uses the result. */
    named: boolean("named").notNull(),
    claimedAt: at("claimed_at"),
    movedAt: at("moved_at").notNull(),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    index("relay_claim_result_idx").on(t.resultId),
    index("relay_claim_org_idx").on(t.organizationId),
    index("relay_claim_holder_idx").on(t.holderId),
    index("relay_claim_introduction_idx").on(t.introductionId),
    uniqueIndex("relay_claim_open_key")
      .on(t.resultId, t.organizationId)
      .where(sql`state in ('asked', 'claimed', 'working')`),
    check("relay_claim_state_check", isOneOf(t.state, statesOf(relayClaimMachine))),
    check("relay_claim_sides_check", sql`${t.organizationId} <> ${t.holderId}`),
    check("relay_claim_source_check", sql`num_nonnulls(${t.postingId}, ${t.awardId}) <= 1`),
  ],
);

/** What one side told of a claim, and what the other said to it. [RY2] */
export const relayStep = pgTable(
  "relay_step",
  {
    id: id(),
    publicId: publicId(),
    claimId: uuid("claim_id")
      .notNull()
      .references(() => relayClaim.id, { onDelete: "cascade" }),
    step: text("step").notNull(),
    state: text("state").notNull(),
    toldOrganizationId: side("told_org"),
    toldBy: byPerson("told_by"),
    toldAt: at("told_at").notNull(),
    happenedOn: date("happened_on").notNull(),
    /** Why it is returned, what proves the use, or a word to the other side. */
    words: text("words").notNull(),
    useKind: text("use_kind"),
    volume: numeric("volume"),
    unit: text("unit"),
    answeredBy: byPerson("answered_by"),
    answeredAt: at("answered_at"),
    answer: text("answer"),
  },
  (t) => [
    index("relay_step_claim_idx").on(t.claimId, t.toldAt),
    uniqueIndex("relay_step_open_key").on(t.claimId).where(sql`state = 'told'`),
    check("relay_step_step_check", isOneOf(t.step, relaySteps)),
    check("relay_step_state_check", isOneOf(t.state, statesOf(relayStepMachine))),
    check("relay_step_use_kind_check", isOneOf(t.useKind, independentUses)),
    check(
      "relay_step_proof_check",
      sql`(${t.step} = 'use') = (${t.useKind} is not null) and (${t.step} not in ('use', 'return') or ${t.words} <> '')`,
    ),
    check("relay_step_volume_check", sql`(${t.volume} is null) = (${t.unit} is null) and ${t.volume} > 0`),
  ],
);
