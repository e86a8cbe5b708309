import { bookingMachine, lotMachine, saleMachine } from "@lilink/model/recovery";
import { statesOf } from "@lilink/model/state";
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
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
import { at, id, isOneOf } from "./column.ts";
import { organization } from "./organization.ts";
import { isCode, isName, isProvince, isShare, owner, publicId } from "./recovery-column.ts";

/** A share of the nominal, of which a test may read a little more than the whole. */
const isTestedShare = (column: AnyPgColumn) => sql`${column} between 0 and 1.1`;

/** A test of what is left in a battery. */
export const residualTest = pgTable(
  "residual_test",
  {
    id: id(),
    publicId: publicId(),
    organizationId: owner(),
    /** For whom it was made; that body reads it too. */
    holderId: uuid("holder_id").references(() => organization.id, { onDelete: "set null" }),
    code: text("code").notNull(),
    method: text("method").notNull(),
    denominator: text("denominator").notNull(),
    testedOn: date("tested_on").notNull(),
    energyShare: numeric("energy_share"),
    capacityShare: numeric("capacity_share"),
    resistance: numeric("resistance"),
    u: numeric("u"),
    cost: numeric("cost"),
    minutes: integer("minutes"),
    accredited: boolean("accredited").notNull(),
    /** The custody event that was told with it; null for a report from before the two were joined. */
    eventHash: text("event_hash"),
    recordedAt: at("recorded_at").notNull(),
  },
  (t) => [
    index("residual_test_code_idx").on(t.code),
    unique("residual_test_org_id_code_tested_on_method_key").on(
      t.organizationId,
      t.code,
      t.testedOn,
      t.method,
    ),
    index("residual_test_holder_idx").on(t.holderId, t.testedOn.desc()),
    check("residual_test_code_check", isCode(t.code)),
    check("residual_test_denominator_check", isOneOf(t.denominator, ["rated", "first"])),
    check("residual_test_energy_share_check", isTestedShare(t.energyShare)),
    check("residual_test_capacity_share_check", isTestedShare(t.capacityShare)),
    check("residual_test_resistance_check", sql`${t.resistance} > 0`),
    check("residual_test_u_check", isShare(t.u)),
    check("residual_test_cost_check", sql`${t.cost} >= 0`),
    check("residual_test_minutes_check", sql`${t.minutes} > 0`),
  ],
);

/** A place for a test at a laboratory, in a week. */
export const testBooking = pgTable(
  "test_booking",
  {
    id: id(),
    publicId: publicId(),
    /** The head of the laboratory's record. */
    laboratory: uuid("laboratory").notNull(),
    laboratoryOrganizationId: uuid("laboratory_org")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    organizationId: owner(),
    code: text("code").notNull(),
    /** The Monday of the week. */
    week: date("week").notNull(),
    state: text("state").notNull(),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    unique("test_booking_laboratory_week_org_id_code_key").on(t.laboratory, t.week, t.organizationId, t.code),
    index("test_booking_org_idx").on(t.organizationId, t.week),
    index("test_booking_laboratory_idx").on(t.laboratoryOrganizationId, t.week),
    check("test_booking_code_check", isCode(t.code)),
    check("test_booking_week_check", sql`extract(isodow from ${t.week}) = 1`),
    check("test_booking_state_check", isOneOf(t.state, statesOf(bookingMachine))),
  ],
);

/** The course of a battery's capacity, cycle by cycle. */
export const healthSeries = pgTable(
  "health_series",
  {
    organizationId: owner(),
    code: text("code").notNull(),
    rated: numeric("rated").notNull(),
    amounts: numeric("amounts").array().notNull(),
    savedAt: at("saved_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.code] }),
    check("health_series_code_check", sql`length(${t.code}) between 1 and 24`),
    check("health_series_rated_check", sql`${t.rated} > 0`),
    check("health_series_amounts_check", sql`cardinality(${t.amounts}) between 4 and 5000`),
  ],
);

/** A sale of a battery; it counts once the buyer confirms it. */
export const batterySale = pgTable(
  "battery_sale",
  {
    id: id(),
    publicId: publicId(),
    organizationId: owner(),
    buyerId: uuid("buyer_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    code: text("code").notNull(),
    chemistry: text("chemistry").notNull(),
    energyShare: numeric("energy_share").notNull(),
    price: numeric("price").notNull(),
    soldOn: date("sold_on").notNull(),
    state: text("state").notNull(),
    recordedAt: at("recorded_at").notNull(),
  },
  (t) => [
    index("battery_sale_org_idx").on(t.organizationId, t.soldOn.desc()),
    index("battery_sale_buyer_idx").on(t.buyerId, t.soldOn.desc()),
    check("battery_sale_check", sql`${t.buyerId} <> ${t.organizationId}`),
    check("battery_sale_code_check", isCode(t.code)),
    check("battery_sale_energy_share_check", sql`${t.energyShare} > 0 and ${t.energyShare} <= 1`),
    check("battery_sale_price_check", sql`${t.price} >= 0`),
    check("battery_sale_state_check", isOneOf(t.state, statesOf(saleMachine))),
  ],
);

/** A lot of retired batteries or of a waste stream that its holder wants to hand on. */
export const retiredLot = pgTable(
  "retired_lot",
  {
    id: id(),
    publicId: publicId(),
    organizationId: owner(),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    province: text("province").notNull(),
    chemistry: text("chemistry").notNull(),
    tonnes: numeric("tonnes").notNull(),
    energyShare: numeric("energy_share"),
    u: numeric("u"),
    testedOn: date("tested_on"),
    accredited: boolean("accredited").notNull(),
    step: integer("step").notNull(),
    reason: text("reason"),
    damaged: boolean("damaged").notNull(),
    state: text("state").notNull(),
    recordedAt: at("recorded_at").notNull(),
  },
  (t) => [
    unique("retired_lot_org_id_name_key").on(t.organizationId, t.name),
    check("retired_lot_name_check", isName(t.name)),
    check("retired_lot_province_check", isProvince(t.province)),
    check("retired_lot_tonnes_check", sql`${t.tonnes} > 0`),
    check("retired_lot_energy_share_check", isTestedShare(t.energyShare)),
    check("retired_lot_u_check", isShare(t.u)),
    check("retired_lot_step_check", sql`${t.step} between 0 and 3`),
    check("retired_lot_state_check", isOneOf(t.state, statesOf(lotMachine))),
  ],
);
