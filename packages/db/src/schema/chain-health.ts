import type { ChainEffort, FactorFact, JudgedFactor } from "@lilink/model/chain-health";
import { sql } from "drizzle-orm";
import {
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id } from "./column.ts";
import { meeting } from "./meeting.ts";
import { person } from "./person.ts";
import { publicId } from "./recovery-column.ts";

/** The health of the chain in a month, with everything that it was judged by. The run of a month is replaced until a meeting keeps it. [WL10] */
export const chainHealth = pgTable(
  "chain_health",
  {
    id: id(),
    publicId: publicId(),
    period: text("period").notNull(),
    /** The day it was judged on: ages count from it. */
    judgedOn: text("judged_on").notNull(),
    rules: text("rules").notNull(),
    seed: integer("seed").notNull(),
    facts: jsonb("facts").$type<readonly FactorFact[]>().notNull(),
    /** How many things of each kind work on each node. */
    effort: jsonb("effort").$type<ChainEffort>().notNull(),
    /** Hash of month, rules, facts and effort: two that are equal say the same. */
    inputHash: text("input_hash").notNull(),
    madeAt: at("made_at").notNull(),
  },
  (t) => [
    index("chain_health_made_idx").on(t.madeAt.desc(), t.id.desc()),
    check("chain_health_period", sql`${t.period} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
  ],
);

/** What one node of the chain came out as. Ranks are null where nothing is known of it. */
export const chainHealthNode = pgTable(
  "chain_health_node",
  {
    runId: uuid("run_id")
      .notNull()
      .references(() => chainHealth.id, { onDelete: "cascade" }),
    concept: text("concept").notNull(),
    known: integer("known").notNull(),
    arithmeticLow: doublePrecision("arithmetic_low").notNull(),
    arithmeticHigh: doublePrecision("arithmetic_high").notNull(),
    geometricLow: doublePrecision("geometric_low").notNull(),
    geometricHigh: doublePrecision("geometric_high").notNull(),
    rankLow: integer("rank_low"),
    rankMid: integer("rank_mid"),
    rankHigh: integer("rank_high"),
    factors: jsonb("factors").$type<readonly JudgedFactor[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.concept] }),
    check(
      "chain_health_node_bounds",
      sql`${t.arithmeticLow} <= ${t.arithmeticHigh} and ${t.geometricLow} <= ${t.geometricHigh}`,
    ),
  ],
);

/** The run that a meeting looks at. It stays as it was when it was kept. */
export const chainHealthKeep = pgTable("chain_health_keep", {
  meetingId: uuid("meeting_id")
    .primaryKey()
    .references(() => meeting.id, { onDelete: "cascade" }),
  runId: uuid("run_id")
    .notNull()
    .references(() => chainHealth.id, { onDelete: "restrict" }),
  keptBy: uuid("kept_by").references(() => person.id, { onDelete: "set null" }),
  keptAt: at("kept_at").notNull(),
});
