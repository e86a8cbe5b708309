import { goesOn, legsOf, noStanding, type OpenItem, standingOf } from "@lilink/model/trace";
import { type Hashed, type Judgement, judgeTold } from "./judge-told.ts";
import type { DatedWorld } from "./read-world.ts";
import { type Versions, type Written, withNames } from "./standing.ts";

type Parted = {
  readonly goneOn: readonly Judgement[];
  /** What has to be judged with everything that is known of its batteries. */
  readonly left: readonly Hashed[];
};

/** Judges new events by how their batteries stand, wherever that gives what all events together would give. [TR29] */
export function goOn(added: readonly Hashed[], versions: Versions, world: DatedWorld): Parted {
  const byCode = new Map<string, Hashed[]>();
  for (const one of added)
    for (const [code] of legsOf(one.event)) {
      const list = byCode.get(code);
      if (list) list.push(one);
      else byCode.set(code, [one]);
    }
  const goneOn = [...byCode].flatMap(([code, entries]) => {
    const written = versions.get(code)?.written;
    const judgement = written ? judgeOn(code, entries, written, world) : null;
    return judgement ? [judgement] : [];
  });
  const gone = new Set(goneOn.flatMap(({ entries }) => entries));
  return { goneOn, left: added.filter((one) => !gone.has(one)) };
}

function judgeOn(
  code: string,
  entries: readonly Hashed[],
  { standing, world: mark }: Written,
  world: DatedWorld,
): Judgement | null {
  if (world.asOf(standing.life, standing.latest) !== mark) return null;
  const before = withNames(
    code,
    standing,
    entries.map(({ event }) => event),
  );
  if (!goesOn(before, entries)) return null;
  const judged = judgeTold(entries, world, new Map([[code, before.life]]));
  // What is refused confirms nothing and leaves no trace.
  return judged.flags.some((flags) => flags.includes("impossible")) ? null : { judged, entries, before };
}

/** How batteries stand after what was judged; `open` has a list for each judgement. */
export function writtenOf(
  judgements: readonly Judgement[],
  open: readonly (readonly OpenItem[])[],
  world: DatedWorld,
): ReadonlyMap<string, Written> {
  const written = new Map<string, Written>();
  for (const [at, judgement] of judgements.entries()) {
    const code = judgement.entries[0]?.event.code ?? "";
    const standing = standingOf(code, judgement, open[at] ?? [], judgement.before ?? noStanding);
    if (standing) written.set(code, { standing, world: world.asOf(standing.life, standing.latest) });
  }
  return written;
}
