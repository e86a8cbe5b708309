import { type CustodyEvent, type Judged, legsOf } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/**
 * Writes where batteries stand after an event, each with what its own events are flagged with; the fold can make these rows again at any
 * time. An event may change the lives that are bound to it too: those of which the actor is a side are written with it.
 */
export async function keepStates(
  ctx: Context,
  judged: Judged,
  events: readonly CustodyEvent[],
): Promise<void> {
  const flagsOf = new Map<string, Set<string>>();
  for (const [at, event] of events.entries())
    for (const [code] of legsOf(event)) {
      const known = flagsOf.get(code) ?? new Set();
      for (const flag of judged.flags[at] ?? []) if (flag !== "duplicate") known.add(flag);
      flagsOf.set(code, known);
    }
  const rows = [...flagsOf].map(([code, flags]) => ({
    code,
    state: judged.lives.get(code)?.state ?? "none",
    flags: [...flags],
  }));
  await ctx.db.execute(
    sql`insert into trace.battery_state as s (code, state, flags, folded_at)
      select r.code, r.state, array(select jsonb_array_elements_text(r.flags)), ${ctx.now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (code text, state text, flags jsonb) where trace.is_side(r.code)
      on conflict (code) do update set state = excluded.state, flags = excluded.flags, folded_at = excluded.folded_at`,
  );
}
