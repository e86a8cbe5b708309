import { confirmRuleSchema } from "@lilink/contract";
import { toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { recoverySets } from "@lilink/model/recovery";
import { reportingDeadline, reportingSets } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { actInTrace } from "../battery/act-in-trace.ts";
import { bring } from "../battery/bring.ts";
import { readReportingSets } from "../battery/read-rules.ts";
import { onlyOfficers } from "./only-officers.ts";

/**
 * Keeps what an officer read in the official text of a set of dated rules. Deadlines count from then on as they were read, and the last days of
 * open hand-overs are counted anew. [TR25]
 */
export const confirmRule = defineMutation({
  name: "rule.confirm",
  input: confirmRuleSchema,
  authorize: { action: "rule.keep", resource: onlyOfficers },
  run: async (ctx, { ruleSet, from, deadlines, source, note }) => {
    const isDeadlines = reportingSets.some(({ id }) => id === ruleSet);
    const conditions = recoverySets.find(({ id }) => id === ruleSet);
    if (!isDeadlines && !conditions) throw toInputError([{ field: "ruleSet", rule: "notInList" }]);
    if (isDeadlines && !deadlines) throw toInputError([{ field: "deadlines", rule: "required" }]);
    // The days of conditions are part of their figures: another day is another set.
    if (conditions?.from && conditions.from !== from)
      throw toInputError([{ field: "from", rule: "notInList" }]);
    await ctx.db.execute(
      sql`insert into rule_reading (id, rule_set, from_on, deadlines, source, note, recorded_by, recorded_at)
        values (${ctx.newId()}, ${ruleSet}, ${from}::date, ${isDeadlines ? JSON.stringify(deadlines) : null}::jsonb, ${source}, ${note ?? null},
          ${personOf(ctx.actor)}::uuid, ${ctx.now.toISOString()}::timestamptz)`,
    );
    return { recounted: isDeadlines ? await recountDues(ctx) : 0 };
  },
  audit: ({ ruleSet, from }) => ({ subjectKind: "rule", subjectId: null, detail: { ruleSet, from } }),
});

type Open = { readonly id: string; readonly on: string; readonly kinds: readonly string[] };

/** The last day of every open hand-over, by the licences that its receiver held on the day. */
async function recountDues(ctx: Context): Promise<number> {
  await actInTrace(ctx);
  const sets = await readReportingSets(ctx);
  const licences = await bring(
    ctx,
    "trace",
    sql`select org_id, kind, from_on, to_on from trace.licence`,
    "l",
    { org_id: "uuid", kind: "text", from_on: "date", to_on: "date" },
  );
  const { rows } = await ctx.db.execute<Open>(
    sql`select i.id, i.occurred_on::text as "on", coalesce(array_agg(l.kind) filter (where l.kind is not null), '{}') as kinds
      from battery_item i left join ${licences} on l.org_id = i.organization_id and l.from_on <= i.occurred_on
        and (l.to_on is null or i.occurred_on < l.to_on)
      where i.kind = 'handover' and i.closed_at is null group by i.id, i.occurred_on`,
  );
  const dues = rows.map(({ id, on, kinds }) => {
    const due = reportingDeadline(on, (kind) => kinds.includes(kind), sets);
    return { id, due_on: due?.dueOn ?? null, rule: due?.rule ?? null };
  });
  const { rows: changed } = await ctx.db.execute<{ count: number }>(
    sql`select app.set_item_dues(${JSON.stringify(dues)}::jsonb) as count`,
  );
  return changed[0]?.count ?? 0;
}
