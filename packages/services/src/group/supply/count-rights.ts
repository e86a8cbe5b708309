import { toListSchema } from "@lilink/contract";
import { idleReasons, registerOf, rightPhases } from "@lilink/model/register";
import { minedOf } from "@lilink/model/supply";
import { sql } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { readBinding } from "../../record/read-binding.ts";
import { facetMatches, fromRecords, toRecordQuery, whereOf } from "../../record/record-filter.ts";
import { headOf } from "../../record/record-tables.ts";

const rights = registerOf("miningRight");

/**
 * Blocks and rights by phase, how many of the held ones are mined, and why others stand idle: of all that are published, or of those that the
 * filters of the list leave, whatever phase it shows. [MR1] [EP6]
 */
export const countRights = defineQuery({
  name: "supply.rights",
  input: toListSchema(rights).omit({ state: true, open: true, sort: true }),
  authorize: { action: "record.browse" },
  run: async (ctx, { own: _own, ...asked }) => {
    const query = { ...toRecordQuery(rights, asked), binding: await readBinding(ctx, rights, false) };
    const chosen = rights.facets.map((name) => facetMatches(rights, name, query));
    const { rows } = await ctx.db.execute<{ phase: string; reason: string | null; count: number }>(
      sql`select phased.state as phase, v_everyone.idle_reason as reason, count(*)::int as count
        from ${fromRecords(rights, query)} join ${headOf(rights)} phased on phased.id = v_everyone.record_id
        where ${sql.join([whereOf(rights, query), ...chosen], sql` and `)} group by 1, 2`,
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
