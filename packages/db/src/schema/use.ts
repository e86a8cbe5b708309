import { type UseFramework, type UsePurpose, useFrameworks } from "@lilink/model/posting";
import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { at, isOneOf } from "./column.ts";
import { posting } from "./posting.ts";
import { byPerson, owner } from "./recovery-column.ts";

/** For what the parts of a posting that are not for everyone may be used: each change is a version. [US1] [US2] */
export const postingUse = pgTable(
  "posting_use",
  {
    postingId: uuid("posting_id")
      .notNull()
      .references(() => posting.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    purposes: text("purposes").array().$type<UsePurpose[]>().notNull(),
    framework: text("framework").$type<UseFramework>().notNull(),
    until: date("until"),
    words: text("words").notNull().default(""),
    setBy: byPerson("set_by"),
    setAt: at("set_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.postingId, t.version] }),
    check("posting_use_framework_check", isOneOf(t.framework, useFrameworks)),
    check("posting_use_purposes_check", sql`cardinality(${t.purposes}) > 0`),
  ],
);

/** That an organization accepted a version; with it the database opens the parts. [US3] [US5] */
export const postingUseAcceptance = pgTable(
  "posting_use_acceptance",
  {
    postingId: uuid("posting_id").notNull(),
    version: integer("version").notNull(),
    organizationId: owner(),
    until: date("until"),
    /** Number or day of the agreement that both signed. */
    agreement: text("agreement"),
    acceptedBy: byPerson("accepted_by"),
    acceptedAt: at("accepted_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.postingId, t.version, t.organizationId] }),
    foreignKey({
      columns: [t.postingId, t.version],
      foreignColumns: [postingUse.postingId, postingUse.version],
      name: "posting_use_acceptance_use_fk",
    }).onDelete("cascade"),
    index("posting_use_acceptance_org_idx").on(t.organizationId),
  ],
);
