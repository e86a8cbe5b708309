import { isAboutOne, type Judged, type LifeState, legsOf, type Verdict } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Judgement } from "./judge-told.ts";
import { linesOf, listOf, plainListOf } from "./list-of.ts";
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
  const rows = { code: [] as string[], state: [] as string[], flags: [] as string[], own: [] as string[] };
  const standings: (string | null)[] = [];
  const counts: number[] = [];
  const add = (code: string, state: LifeState, flags: readonly string[]) => {
    rows.code.push(code);
    rows.state.push(state);
    rows.flags.push(flags.join(" "));
    rows.own.push(own.has(code) ? "t" : "f");
    // A writing that read none leaves no standing.
    counts.push((versions.get(code)?.version ?? -1) + 1);
  };
  for (const [code, stands] of written) {
    add(code, stands.standing.life.state, stands.standing.flags);
    standings.push(toText(code, stands));
  }
  const others = judgements.filter(({ entries }) => !written.has(entries[0]?.event.code ?? ""));
  for (const [code, { state, flags }] of statesAfter(others)) {
    add(code, state, flags);
    standings.push(null);
  }
  await ctx.trace.execute(
    sql`insert into trace.battery_state as s (code, state, flags, folded_at, standing, version)
      select r.code, r.state, string_to_array(r.flags, ' '), ${ctx.now.toISOString()}::timestamptz, r.standing, r.version
      from unnest(${listOf(rows.code)}::text[], ${plainListOf(rows.state)}::text[], ${listOf(rows.flags)}::text[], ${plainListOf(rows.own)}::boolean[],
        ${linesOf(standings)}, ${plainListOf(counts)}::integer[]) as r (code, state, flags, own, standing, version)
      where r.own or trace.is_side(r.code)
      on conflict (code) do update set state = excluded.state, flags = excluded.flags, folded_at = excluded.folded_at,
        standing = case when excluded.version = s.version + 1 then excluded.standing end, version = greatest(excluded.version, s.version + 1)`,
  );
}

type After = { readonly state: LifeState; readonly flags: readonly string[] };

/** Where each battery that was judged stands, with what its own events are flagged with. */
function statesAfter(judgements: readonly Judgement[]): ReadonlyMap<string, After> {
  const after = new Map<string, After>();
  for (const { judged, entries } of judgements)
    for (const [at, { event }] of entries.entries()) {
      const flags = judged.flags[at] ?? none;
      if (isAboutOne(event)) note(after, event.code, flags, judged);
      else for (const [code] of legsOf(event)) note(after, code, flags, judged);
    }
  return after;
}

const none: readonly Verdict[] = [];

function note(after: Map<string, After>, code: string, flags: readonly Verdict[], { lives }: Judged): void {
  const known = after.get(code);
  if (known && flags.length === 0) return;
  const state = known?.state ?? lives.get(code)?.state ?? "none";
  const all = flags.length === 0 ? none : new Set([...(known?.flags ?? none), ...flags]);
  after.set(code, { state, flags: [...all].filter((flag) => flag !== "duplicate") });
}

type Known = {
  /** How batteries stand now, where that is enough to go on from. */
  readonly written: ReadonlyMap<string, Written>;
  /** As they were read before anything was judged. */
  readonly versions: Versions;
};
const nothing: Known = { written: new Map(), versions: new Map() };
