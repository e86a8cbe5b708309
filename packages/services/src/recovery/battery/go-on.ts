import {
  goesOn,
  isAboutOne,
  judgeLater,
  legsOf,
  noStanding,
  type OpenItem,
  standingOf,
} from "@lilink/model/trace";
import type { Hashed, Judgement } from "./judge-told.ts";
import { compareArrival } from "./read-lives.ts";
import type { DatedWorld } from "./read-world.ts";
import { type Versions, type Written, withNames } from "./standing.ts";

type Parted = {
  readonly goneOn: readonly Judgement[];
  /** What has to be judged with everything that is known of its batteries. */
  readonly left: readonly Hashed[];
};

/**
 * Judges new events by how their batteries stand, wherever that gives what all events together would give. All are taken in the order in
 * which later readers will take them. [TR29]
 */
export function goOn(added: readonly Hashed[], versions: Versions, world: DatedWorld): Parted {
  const byCode = new Map<string, Hashed[]>();
  const note = (code: string, one: Hashed) => {
    const list = byCode.get(code);
    if (list) list.push(one);
    else byCode.set(code, [one]);
  };
  for (const one of added)
    if (isAboutOne(one.event)) note(one.event.code, one);
    else for (const [code] of legsOf(one.event)) note(code, one);
  const goneOn: Judgement[] = [];
  const gone = new Set<string>();
  for (const [code, entries] of byCode) {
    const written = versions.get(code)?.written;
    if (entries.length > 1) entries.sort(compareArrival);
    const judgement = written ? judgeOn(code, entries, written, world) : null;
    if (!judgement) continue;
    goneOn.push(judgement);
    gone.add(code);
  }
  return { goneOn, left: added.filter(({ event }) => !gone.has(event.code)).sort(compareArrival) };
}

function judgeOn(
  code: string,
  entries: readonly Hashed[],
  { standing, world: mark }: Written,
  world: DatedWorld,
): Judgement | null {
  if (world.asOf(standing.life, standing.latest) !== mark) return null;
  const before = withNames(code, standing, entries);
  if (!goesOn(before, entries)) return null;
  const judged = judgeLater(before.life, entries, world);
  // What is refused confirms nothing and leaves no trace.
  return judged.verdicts.includes("impossible") ? null : { judged, entries, before };
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
