import { pgTable, text } from "drizzle-orm/pg-core";

/** The chain's concepts with their link and is_a family, filled by the migrator from the model; app.rival_keys reads it. */
export const chainConcept = pgTable("chain_concept", {
  concept: text("concept").primaryKey(),
  link: text("link").notNull(),
  family: text("family").array().notNull(),
});
