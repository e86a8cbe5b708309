import { legsOf } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Judgement } from "./judge-told.ts";
import { listOf } from "./list-of.ts";

/**
 * Writes where batteries stand after events, each with what its own events are flagged with; the fold can make these rows again at any
 * time. An event may change the lives that are bound to it too: those of which the actor is a side are written with it. `own` are the
 * batteries of what the actor just told: a side of them it is.
 */
export async function keepStates(
  ctx: Context,
  judgements: readonly Judgement[],
  own: ReadonlySet<string>,
): Promise<void> {
  const flagsOf = new Map<string, readonly string[]>();
  const stateOf = new Map<string, string>();
  for (const { judged, entries } of judgements)
    for (const [at, { event }] of entries.entries()) {
      const flags = (judged.flags[at] ?? []).filter((flag) => flag !== "duplicate");
      for (const [code] of legsOf(event)) {
        const known = flagsOf.get(code);
        flagsOf.set(code, known && flags.length > 0 ? [...new Set([...known, ...flags])] : (known ?? flags));
        stateOf.set(code, judged.lives.get(code)?.state ?? "none");
      }
    }
  const rows = [...flagsOf].map(([code, flags]) => ({
    code,
    state: stateOf.get(code) ?? "none",
    flags: `{${flags.join(",")}}`,
    own: own.has(code),
  }));
  const column = (name: "code" | "state") => listOf(rows.map((row) => row[name]));
  await ctx.trace.execute(
    sql`insert into trace.battery_state as s (code, state, flags, folded_at)
      select r.code, r.state, r.flags::text[], ${ctx.now.toISOString()}::timestamptz
      from unnest(${column("code")}::text[], ${column("state")}::text[], ${listOf(rows.map(({ flags }) => flags))}::text[], ${listOf(rows.map((row) => String(row.own)))}::boolean[])
        as r (code, state, flags, own)
      where r.own or trace.is_side(r.code)
      on conflict (code) do update set state = excluded.state, flags = excluded.flags, folded_at = excluded.folded_at`,
  );
}
