import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";

export type SystemView = {
  readonly workers: number;
  readonly lastBeat: string | null;
  readonly waiting: number;
  readonly oldest: string | null;
  readonly letters: number;
  readonly dead: number;
  /** How often in thirty days a stored file was other than what was stored. */
  readonly changed: number;
};

/** How the work stands, for the system administrator: counts alone, nothing of what it is about. [ID8] */
export const loadSystem = defineQuery({
  name: "system.load",
  input: z.object({}).default({}),
  authorize: { action: "system.read" },
  run: async (ctx): Promise<SystemView> => {
    const { rows } = await ctx.db.execute<SystemView>(
      sql`select workers, last_beat as "lastBeat", waiting, oldest, letters, dead, changed
        from app.system_state(${ctx.now.toISOString()}::timestamptz)`,
    );
    return (
      rows[0] ?? { workers: 0, lastBeat: null, waiting: 0, oldest: null, letters: 0, dead: 0, changed: 0 }
    );
  },
});
