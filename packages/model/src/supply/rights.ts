import type { RightPhase } from "../register/index.ts";

/** Phases in which a right is held. */
const held: ReadonlySet<RightPhase> = new Set(["granted", "building", "producing", "idle"]);

/** Many hold rights, few mine: how many rights are held, how many of them are mined, and the share; null where none is held. [MR1] */
export function minedOf(counts: Readonly<Partial<Record<RightPhase, number>>>): {
  readonly held: number;
  readonly mined: number;
  readonly share: number | null;
} {
  const all = [...held].reduce((sum, phase) => sum + (counts[phase] ?? 0), 0);
  const mined = counts.producing ?? 0;
  return { held: all, mined, share: all > 0 ? mined / all : null };
}
