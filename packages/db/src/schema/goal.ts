import { seriesReadings } from "@lilink/model/goals";
import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  numeric,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id, isOneOf } from "./column.ts";
import { person } from "./person.ts";

/** A published statistical series with where it comes from; two editions are two vintages. */
export const series = pgTable(
  "series",
  {
    id: id(),
    code: text("code").notNull(),
    nameZh: text("name_zh").notNull(),
    nameEn: text("name_en").notNull(),
    unit: text("unit").notNull(),
    source: text("source").notNull(),
    address: text("address"),
    licence: text("licence").notNull(),
    vintage: text("vintage").notNull(),
    confidence: text("confidence").notNull(),
    importedAt: at("imported_at").notNull(),
  },
  (t) => [unique("series_code_vintage").on(t.code, t.vintage)],
);

export const observation = pgTable(
  "observation",
  {
    id: id(),
    seriesId: uuid("series_id")
      .notNull()
      .references(() => series.id, { onDelete: "cascade" }),
    region: text("region").notNull(),
    year: integer("year").notNull(),
    period: text("period").notNull(),
    value: numeric("value").notNull(),
    note: text("note"),
  },
  (t) => [
    unique("observation_place").on(t.seriesId, t.region, t.period),
    index("observation_series_idx").on(t.seriesId, t.year),
  ],
);

/** From which share of returns figures are judged without a word of care, as the group decided; the last decision counts. */
export const goalFloor = pgTable(
  "goal_floor",
  {
    id: id(),
    percent: integer("percent").notNull(),
    reason: text("reason").notNull(),
    decidedBy: uuid("decided_by").references(() => person.id, { onDelete: "set null" }),
    decidedAt: at("decided_at").notNull(),
  },
  (t) => [index("goal_floor_time_idx").on(t.decidedAt.desc())],
);

/** A figure of a measure that an officer takes from an edition of a series, for a period. It is frozen with that edition. [GO12] */
export const seriesAdoption = pgTable(
  "series_adoption",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    indicator: text("indicator").notNull(),
    measure: text("measure").notNull(),
    period: text("period").notNull(),
    seriesId: uuid("series_id")
      .notNull()
      .references(() => series.id, { onDelete: "restrict" }),
    reading: text("reading").notNull(),
    region: text("region"),
    low: numeric("low").notNull(),
    high: numeric("high").notNull(),
    reason: text("reason").notNull(),
    adoptedBy: uuid("adopted_by").references(() => person.id, { onDelete: "set null" }),
    adoptedAt: at("adopted_at").notNull(),
    withdrawnAt: at("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by").references(() => person.id, { onDelete: "set null" }),
    withdrawnReason: text("withdrawn_reason"),
  },
  (t) => [
    uniqueIndex("series_adoption_place")
      .on(t.indicator, t.measure, t.period)
      .where(sql`${t.withdrawnAt} is null`),
    check("series_adoption_reading", isOneOf(t.reading, seriesReadings)),
    check("series_adoption_bounds", sql`${t.low} <= ${t.high}`),
  ],
);
