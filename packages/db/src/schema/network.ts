import {
  type NetworkLane,
  type NetworkPlace,
  type NetworkReading,
  networkPlaces,
} from "@lilink/model/network";
import { sql } from "drizzle-orm";
import { boolean, check, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, isOneOf } from "./column.ts";
import { organization } from "./organization.ts";
import { byPerson, owner } from "./recovery-column.ts";

/** What is told of the network as of the first of a month; it stays as it is. [NW2] */
export const networkReading = pgTable(
  "network_reading",
  {
    asOf: text("as_of").primaryKey(),
    reading: jsonb("reading").$type<NetworkReading>().notNull(),
    madeAt: at("made_at").notNull(),
  },
  (t) => [check("network_reading_day", sql`${t.asOf} ~ '^[0-9]{4}-[0-9]{2}-01$'`)],
);

/** Where one body stood in a reading: for itself, and for officers where it agreed to be named. [NW4] */
export const networkPosition = pgTable(
  "network_position",
  {
    asOf: text("as_of")
      .notNull()
      .references(() => networkReading.asOf, { onDelete: "cascade" }),
    organizationId: owner(),
    ties: integer("ties").notNull(),
    lanes: text("lanes").array().$type<NetworkLane[]>().notNull(),
    reached: text("reached").array().$type<NetworkLane[]>().notNull(),
    place: text("place").$type<NetworkPlace>(),
  },
  (t) => [
    primaryKey({ columns: [t.asOf, t.organizationId] }),
    check("network_position_place", isOneOf(t.place, networkPlaces)),
  ],
);

/** Whether a body lets officers read its name in the network; without a row it does not. [NW5] */
export const networkConsent = pgTable("network_consent", {
  organizationId: uuid("org_id")
    .primaryKey()
    .references(() => organization.id, { onDelete: "cascade" }),
  named: boolean("named").notNull(),
  saidBy: byPerson("said_by"),
  saidAt: at("said_at").notNull(),
});
