import { index, integer, numeric, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./column.ts";

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
