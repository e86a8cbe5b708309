import type { Judged } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** Writes where batteries stand after an event; the fold can make these rows again at any time. */
export async function keepStates(ctx: Context, judged: Judged, codes: readonly string[]): Promise<void> {
  const flags = [...new Set(judged.flags.flat())].filter((flag) => flag !== "duplicate");
  const rows = codes.map((code) => ({ code, state: judged.lives.get(code)?.state ?? "none", flags }));
  await ctx.db.execute(
    sql`insert into trace.battery_state as s (code, state, flags, events, last_on, folded_at)
      select r.code, r.state, array(select jsonb_array_elements_text(r.flags)), 1, ${ctx.now.toISOString()}::date, ${ctx.now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (code text, state text, flags jsonb)
      on conflict (code) do update set state = excluded.state, flags = excluded.flags, events = s.events + 1, folded_at = excluded.folded_at`,
  );
}
