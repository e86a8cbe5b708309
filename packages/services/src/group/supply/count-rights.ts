import { idleReasons, registerOf, rightPhases } from "@lilink/model/register";
import { minedOf } from "@lilink/model/supply";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

const rights = registerOf("miningRight");

/** Blocks and rights by phase, how many of the held ones are mined, and why others stand idle; all that are published are counted. [MR1] */
export const countRights = defineQuery({
  name: "supply.rights",
  input: z.object({}),
  authorize: { action: "record.browse" },
  run: async (ctx) => {
    const { rows } = await ctx.db.execute<{ phase: string; reason: string | null; count: number }>(
      sql`select h.state as phase, v.idle_reason as reason, count(*)::int as count
        from ${headOf(rights)} h join ${versionOf(rights)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone' group by 1, 2`,
    );
    const countOf = (isOf: (row: (typeof rows)[number]) => boolean) =>
      rows.filter(isOf).reduce((sum, { count }) => sum + count, 0);
    const phases = rightPhases.map((phase) => ({ phase, count: countOf((row) => row.phase === phase) }));
    return {
      phases: phases.filter(({ count }) => count > 0),
      ...minedOf(Object.fromEntries(phases.map(({ phase, count }) => [phase, count]))),
      idle: idleReasons
        .map((reason) => ({ reason, count: countOf((row) => row.phase === "idle" && row.reason === reason) }))
        .filter(({ count }) => count > 0),
    };
  },
});
