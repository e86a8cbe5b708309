import { statesOf } from "@lilink/model/state";
import { reserveMoves, reserveProducts } from "@lilink/model/supply";
import { tradeFileMachine, tradeFlows, tradeLayouts } from "@lilink/model/supply/trade";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id, isOneOf } from "./column.ts";
import { meeting, meetingDecision } from "./meeting.ts";
import { person } from "./person.ts";
import { publicId } from "./recovery-column.ts";

/** One file of trade on its way in, and where its rows are from. Nothing of it counts before it is taken. [SU3] */
export const tradeLoad = pgTable(
  "trade_load",
  {
    id: id(),
    publicId: publicId(),
    state: text("state").notNull(),
    layout: text("layout").notNull(),
    reporter: text("reporter").notNull(),
    fileName: text("file_name").notNull(),
    source: text("source").notNull(),
    licence: text("licence").notNull(),
    /** Made up by us, so that every figure of it says so. */
    sample: boolean("sample").notNull(),
    /** Why lines that cover other goods too are lithium. */
    reason: text("reason"),
    rows: integer("rows").notNull(),
    skipped: integer("skipped").notNull(),
    /** Counts up for each reporter; a later one goes before. */
    revision: integer("revision"),
    openedBy: uuid("opened_by").references(() => person.id, { onDelete: "set null" }),
    openedAt: at("opened_at").notNull(),
    endedAt: at("ended_at"),
  },
  (t) => [
    unique("trade_load_revision").on(t.reporter, t.revision),
    check("trade_load_state", isOneOf(t.state, statesOf(tradeFileMachine))),
    check("trade_load_layout", isOneOf(t.layout, tradeLayouts)),
    check("trade_load_taken", sql`(${t.state} = 'taken') = (${t.revision} is not null)`),
    index("trade_load_time_idx").on(t.openedAt.desc()),
  ],
);

/** What came from where. Of several revisions of a month the newest is `current`. */
export const tradeFlow = pgTable(
  "trade_flow",
  {
    loadId: uuid("load_id")
      .notNull()
      .references(() => tradeLoad.id, { onDelete: "cascade" }),
    period: text("period").notNull(),
    reporter: text("reporter").notNull(),
    partner: text("partner").notNull(),
    line: text("line").notNull(),
    product: text("product").notNull(),
    flow: text("flow").notNull(),
    tonnes: doublePrecision("tonnes").notNull(),
    usd: doublePrecision("usd"),
    factor: doublePrecision("factor"),
    factorSource: text("factor_source").notNull(),
    current: boolean("current").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.loadId, t.period, t.partner, t.line, t.flow] }),
    check("trade_flow_flow", isOneOf(t.flow, tradeFlows)),
    check("trade_flow_period", sql`${t.period} ~ '^[0-9]{4}(-(0[1-9]|1[0-2]))?$'`),
    check("trade_flow_tonnes", sql`${t.tonnes} >= 0`),
    // It holds all that a sum reads, so that the rows themselves stay untouched.
    index("trade_flow_current_idx")
      .on(t.reporter, t.product, t.period, t.flow, t.partner, t.tonnes, t.factor, t.usd, t.loadId)
      .where(sql`${t.current}`),
  ],
);

/** What counts of a period, flow and product, summed by partner as the inside of a JSON array, a partner and its amount in turn. Kept by every file that is taken. [SU11] */
export const tradeMonth = pgTable(
  "trade_month",
  {
    reporter: text("reporter").notNull(),
    product: text("product").notNull(),
    flow: text("flow").notNull(),
    period: text("period").notNull(),
    sample: boolean("sample").notNull(),
    tonnes: text("tonnes").notNull(),
    /** In t LCE; null where no row has a factor. */
    lce: text("lce"),
  },
  (t) => [
    primaryKey({ columns: [t.reporter, t.product, t.period, t.flow] }),
    check("trade_month_flow", isOneOf(t.flow, tradeFlows)),
  ],
);

/** A shock that officers keep: what was assumed and what came of it, as it was counted then. [SU8] */
export const stressScenario = pgTable(
  "stress_scenario",
  {
    id: id(),
    publicId: publicId(),
    name: text("name").notNull(),
    given: jsonb("given").notNull(),
    result: jsonb("result").notNull(),
    /** Hash of what was assumed: two that are equal assume the same. */
    inputHash: text("input_hash").notNull(),
    meetingId: uuid("meeting_id").references(() => meeting.id, { onDelete: "set null" }),
    keptBy: uuid("kept_by").references(() => person.id, { onDelete: "set null" }),
    keptAt: at("kept_at").notNull(),
  },
  (t) => [
    check("stress_scenario_name", sql`length(${t.name}) between 1 and 120`),
    index("stress_scenario_time_idx").on(t.keptAt.desc()),
  ],
);

/** The largest share that one source should have, as the group decided; the last decision counts. [SU2] */
export const supplyCeiling = pgTable(
  "supply_ceiling",
  {
    id: id(),
    percent: integer("percent").notNull(),
    reason: text("reason").notNull(),
    decidedBy: uuid("decided_by").references(() => person.id, { onDelete: "set null" }),
    decidedAt: at("decided_at").notNull(),
  },
  (t) => [
    check("supply_ceiling_percent", sql`${t.percent} between 1 and 100`),
    index("supply_ceiling_time_idx").on(t.decidedAt.desc()),
  ],
);

/** A stock of the national reserve: what, where and for how many days. Its tonnes are the sum of its moves. [RS1] */
export const reserveStock = pgTable(
  "reserve_stock",
  {
    id: id(),
    publicId: publicId(),
    product: text("product").notNull(),
    grade: text("grade").notNull(),
    form: text("form").notNull(),
    site: text("site").notNull(),
    custodian: text("custodian").notNull(),
    targetDays: integer("target_days").notNull(),
    shelfLifeDays: integer("shelf_life_days"),
    openedBy: uuid("opened_by").references(() => person.id, { onDelete: "set null" }),
    openedAt: at("opened_at").notNull(),
  },
  (t) => [
    check("reserve_stock_product", isOneOf(t.product, reserveProducts)),
    check("reserve_stock_target", sql`${t.targetDays} between 1 and 3650`),
    check("reserve_stock_life", sql`${t.shelfLifeDays} between 1 and 36500`),
  ],
);

/** What happened to a stock. Never changed; what leaves or is rotated rests on a decision. [RS1] */
export const reserveMovement = pgTable(
  "reserve_movement",
  {
    id: id(),
    stockId: uuid("stock_id")
      .notNull()
      .references(() => reserveStock.id, { onDelete: "restrict" }),
    kind: text("kind").notNull(),
    tonnes: doublePrecision("tonnes").notNull(),
    occurredOn: text("occurred_on").notNull(),
    decisionId: uuid("decision_id").references(() => meetingDecision.id, { onDelete: "restrict" }),
    note: text("note"),
    /** Without a reference: a person who is deleted must not change a move. */
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: at("recorded_at").notNull(),
  },
  (t) => [
    check("reserve_movement_kind", isOneOf(t.kind, reserveMoves)),
    check("reserve_movement_tonnes", sql`${t.tonnes} > 0 and ${t.tonnes} <= 1e7`),
    check("reserve_movement_day", sql`${t.occurredOn} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`),
    check("reserve_movement_decided", sql`${t.kind} not in ('out', 'rotate') or ${t.decisionId} is not null`),
    index("reserve_movement_stock_idx").on(t.stockId, t.occurredOn),
  ],
);

/** Days of cover as a band, one a month: all that is told of stocks outside the room. [RS2] */
export const reserveCover = pgTable(
  "reserve_cover",
  {
    month: text("month").primaryKey(),
    low: integer("low").notNull(),
    high: integer("high"),
    madeAt: at("made_at").notNull(),
  },
  (t) => [check("reserve_cover_month", sql`${t.month} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)],
);
