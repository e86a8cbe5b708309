import { legsOf } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Judgement } from "./judge-told.ts";
import { listOf } from "./list-of.ts";
import { toText, type Versions, type Written } from "./standing.ts";

/**
 * Writes where batteries stand after events, each with what its own events are flagged with; the fold can make these rows again at any
 * time. An event may change the lives that are bound to it too: those of which the actor is a side are written with it. `own` are the
 * batteries of what the actor just told: a side of them it is.
 */
export async function keepStates(
  ctx: Context,
  judgements: readonly Judgement[],
  own: ReadonlySet<string>,
  { written, versions }: Known = nothing,
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
  const rows = [...flagsOf].map(([code, flags]) => {
    const stands = written.get(code);
    return {
      code,
      state: stateOf.get(code) ?? "none",
      flags: `{${(stands?.standing.flags ?? flags).join(",")}}`,
      own: String(own.has(code)),
      standing: stands ? toText(code, stands) : null,
      // A writing that read none leaves no standing.
      version: String((versions.get(code)?.version ?? -1) + 1),
    };
  });
  const column = (name: keyof (typeof rows)[number]) => listOf(rows.map((row) => row[name]));
  await ctx.trace.execute(
    sql`insert into trace.battery_state as s (code, state, flags, folded_at, standing, version)
      select r.code, r.state, r.flags::text[], ${ctx.now.toISOString()}::timestamptz, r.standing, r.version
      from unnest(${column("code")}::text[], ${column("state")}::text[], ${column("flags")}::text[], ${column("own")}::boolean[],
        ${column("standing")}::text[], ${column("version")}::integer[]) as r (code, state, flags, own, standing, version)
      where r.own or trace.is_side(r.code)
      on conflict (code) do update set state = excluded.state, flags = excluded.flags, folded_at = excluded.folded_at,
        standing = case when excluded.version = s.version + 1 then excluded.standing end, version = greatest(excluded.version, s.version + 1)`,
  );
}

type Known = {
  /** How batteries stand now, where that is enough to go on from. */
  readonly written: ReadonlyMap<string, Written>;
  /** As they were read before anything was judged. */
  readonly versions: Versions;
};
const nothing: Known = { written: new Map(), versions: new Map() };
