import { statesOf } from "@lilink/model/state";
import { batchMachine, rowSides } from "@lilink/model/trace";
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
import { isCode, isName, isProvince, isShare, owner, publicId } from "./recovery-column.ts";

/**
 * Which batteries an organization has to do with: its own list, so that the tables of batteries need no key by organization. The
 * batteries themselves are in the schema trace (ADR 33). As there, no row is checked against the organizations: to check each cost as much as to
 * write its event.
 */
export const batteryOf = pgTable(
  "battery_of",
  {
    organizationId: uuid("org_id").notNull(),
    code: text("code").notNull(),
    asMaker: boolean("as_maker").notNull(),
    since: at("since").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.code] }),
    check("battery_of_code_check", isCode(t.code)),
  ],
);

/** A batch of a recycler. What it holds is in its rows; whether it balances is computed from them (ADR 38). */
export const recyclingBatch = pgTable(
  "recycling_batch",
  {
    id: id(),
    publicId: publicId(),
    organizationId: owner(),
    number: text("number").notNull(),
    state: text("state").notNull(),
    process: text("process").notNull(),
    custodyModel: text("custody_model").notNull(),
    province: text("province"),
    openedOn: date("opened_on").notNull(),
    closedOn: date("closed_on"),
    uIn: numeric("u_in"),
    uOut: numeric("u_out"),
    handling: text("handling").array().notNull().default([]),
    mechanization: text("mechanization"),
    shortProcess: boolean("short_process"),
    harmlessLiquor: boolean("harmless_liquor"),
    /** Why the last step was taken that asks for it. */
    reason: text("reason"),
    version: integer("version").notNull().default(1),
    updatedAt: at("updated_at").notNull(),
  },
  (t) => [
    unique("recycling_batch_org_id_number_key").on(t.organizationId, t.number),
    index("recycling_batch_state_idx").on(t.state, t.openedOn.desc()),
    check("recycling_batch_number_check", sql`length(${t.number}) between 1 and 60`),
    check("recycling_batch_state_check", isOneOf(t.state, statesOf(batchMachine))),
    check("recycling_batch_province_check", isProvince(t.province)),
    check("recycling_batch_check", sql`${t.closedOn} >= ${t.openedOn}`),
    check("recycling_batch_u_in_check", isShare(t.uIn)),
    check("recycling_batch_u_out_check", isShare(t.uOut)),
  ],
);

const ofBatch = () =>
  uuid("batch_id")
    .notNull()
    .references(() => recyclingBatch.id, { onDelete: "cascade" });

/** What went into a batch, came out of it or was lost. */
export const batchRow = pgTable(
  "batch_row",
  {
    batchId: ofBatch(),
    at: integer("at").notNull(),
    organizationId: owner(),
    side: text("side").notNull(),
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    kg: numeric("kg").notNull(),
    assay: jsonb("assay").notNull(),
    channel: text("channel"),
    treatment: text("treatment"),
    handler: text("handler"),
    licence: text("licence"),
    licenceUntil: date("licence_until"),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.at] }),
    index("batch_row_org_idx").on(t.organizationId),
    check("batch_row_side_check", isOneOf(t.side, rowSides)),
    check("batch_row_name_check", isName(t.name)),
    check("batch_row_kg_check", sql`${t.kg} >= 0`),
  ],
);

/** A lot or a battery is spent by one batch, whoever claims it besides: the key says so, not a reading of it. */
export const batchLot = pgTable(
  "batch_lot",
  { lot: text("lot").primaryKey(), batchId: ofBatch(), organizationId: owner() },
  (t) => [index("batch_lot_batch_idx").on(t.batchId)],
);

/** Sales of new batteries by year, province and chemistry, from which retirement is forecast. */
export const batterySales = pgTable(
  "battery_sales",
  {
    province: text("province").notNull(),
    year: integer("year").notNull(),
    chemistry: text("chemistry").notNull(),
    gwh: numeric("gwh").notNull(),
    source: text("source").notNull(),
    savedAt: at("saved_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.province, t.chemistry] }),
    check("battery_sales_province_check", isProvince(t.province)),
    check("battery_sales_year_check", sql`${t.year} between 2000 and 2100`),
    check("battery_sales_gwh_check", sql`${t.gwh} >= 0`),
    check("battery_sales_source_check", sql`length(${t.source}) between 1 and 200`),
  ],
);
