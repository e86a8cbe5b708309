import { bigint, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at } from "./column.ts";

const number = () => bigint("number", { mode: "number" }).notNull();
const ofChain = () => ({ kind: text("kind").notNull(), chain: uuid("chain").notNull(), number: number() });

/** Where an entry stands in the chain of its organization; written by the database alone, at the commit of the entry. */
export const auditLink = pgTable(
  "audit_link",
  {
    ...ofChain(),
    entryId: uuid("entry_id").notNull(),
    prior: text("prior").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.chain, t.number] }),
    unique("audit_link_entry").on(t.kind, t.entryId),
  ],
);

/** The last link of each chain; its row is the turn of whoever writes next. */
export const auditHead = pgTable("audit_head", { ...ofChain(), hash: text("hash").notNull() }, (t) => [
  primaryKey({ columns: [t.kind, t.chain] }),
]);

/** Heads as they were signed. Each names only the chains that grew since the one before, and the hash of that one. */
export const auditCheckpoint = pgTable("audit_checkpoint", {
  number: bigint("number", { mode: "number" }).primaryKey(),
  at: at("at").notNull(),
  payload: text("payload").notNull(),
  signature: text("signature").notNull(),
});

/** Up to where each chain was signed, so that the next checkpoint finds what grew. A note for speed; no proof. */
export const auditSigned = pgTable("audit_signed", ofChain(), (t) => [
  primaryKey({ columns: [t.kind, t.chain] }),
]);
