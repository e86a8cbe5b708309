import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";

/**
 * How long the last decisions about claims took, for whoever waits for one: the median of up to twenty in hours, null below
 * five. Nothing of a single claim is told. [OR15]
 */
export const loadClaimPace = defineQuery({
  name: "claim.pace",
  input: z.object({}).default({}),
  authorize: { action: "organization.claim" },
  run: async (ctx): Promise<{ hours: number | null; of: number }> => {
    const { rows } = await ctx.db.execute<{ hours: number | null; of: number }>(
      sql`select hours, decided as "of" from app.claim_pace()`,
    );
    return rows[0] ?? { hours: null, of: 0 };
  },
});
