import type { DeliveryState } from "@lilink/model/notice";
import { sql } from "drizzle-orm";
import { bigserial, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./column.ts";
import { organization } from "./organization.ts";
import { person } from "./person.ts";

/** Where an organization's own systems hear of events. The web writes the secret and may not read it. */
export const webhookEndpoint = pgTable(
  "webhook_endpoint",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    url: text("url").notNull(),
    /** In plain, of a release before; empty where it is sealed. */
    secret: text("secret").notNull(),
    sealed: text("sealed"),
    createdBy: uuid("created_by").references(() => person.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    pausedAt: at("paused_at"),
  },
  (t) => [index("webhook_endpoint_organization_idx").on(t.organizationId)],
);

/** An event on its way to one endpoint, written by the database in the transaction that it tells of. */
export const webhookDelivery = pgTable(
  "webhook_delivery",
  {
    seq: bigserial("seq", { mode: "number" }).primaryKey(),
    id: uuid("id").notNull().unique(),
    endpointId: uuid("endpoint_id")
      .notNull()
      .references(() => webhookEndpoint.id, { onDelete: "cascade" }),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    eventId: uuid("event_id").notNull(),
    kind: text("kind").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    /** Makes an event one, however often its cause is told. */
    causeKey: text("cause_key").notNull(),
    state: text("state").$type<DeliveryState>().notNull().default("waiting"),
    attempts: integer("attempts").notNull().default(0),
    status: integer("status"),
    nextAt: at("next_at").notNull(),
    settledAt: at("settled_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("webhook_delivery_cause_idx").on(t.endpointId, t.kind, t.causeKey),
    index("webhook_delivery_organization_idx").on(t.organizationId, t.createdAt.desc()),
    index("webhook_delivery_order_idx").on(t.endpointId, t.subjectId, t.seq).where(sql`state = 'waiting'`),
    index("webhook_delivery_waiting_idx").on(t.nextAt).where(sql`state = 'waiting'`),
  ],
);
