import { ancestorsOf, feeds, loadConcept } from "../../chain/index.ts";

/** What a member of the market can make or take. */
export type ChainMember = { readonly id: string; readonly concept: string };

/** `gap`: the one concept of the path that nobody holds; null where the path is complete. */
export type ChainPath = {
  readonly concepts: readonly string[];
  readonly processes: readonly string[];
  readonly members: Readonly<Record<string, readonly string[]>>;
  readonly gap: string | null;
};

type Step = { readonly from: string; readonly to: string; readonly process: string };

const steps: readonly Step[] = feeds
  .filter(({ input, output }) => input !== output)
  .map(({ input, output, process }) => ({ from: input, to: output, process }));
const stepsFrom = new Map<string, Step[]>();
const stepsTo = new Map<string, Step[]>();
for (const step of steps) {
  stepsFrom.set(step.from, [...(stepsFrom.get(step.from) ?? []), step]);
  stepsTo.set(step.to, [...(stepsTo.get(step.to) ?? []), step]);
}

/**
 * Paths along the feeds edges of the chain, e.g. from ore over salt, cathode and cell to the recycler, that stand or that
 * one new member would close: for each such gap the shortest path through it. Who holds a kind of a concept holds the
 * concept. [AL14]
 * @param from concepts where a path may begin; @param to where it may end
 * @returns complete paths first, then by number of concepts, then by gap; a path without a step is none
 * @throws LilinkError NOT_FOUND for an unknown concept
 * @example findChainPaths(members, ["spodumene-ore"], ["black-mass-lfp"]).map(({ gap }) => gap)
 */
export function findChainPaths(
  members: readonly ChainMember[],
  from: readonly string[],
  to: readonly string[],
): readonly ChainPath[] {
  for (const concept of [...from, ...to]) loadConcept(concept);
  const holders = new Map<string, string[]>();
  for (const { id, concept } of members)
    for (const held of [concept, ...ancestorsOf(concept)])
      holders.set(held, [...(holders.get(held) ?? []), id]);
  const forward = walk(from, holders, stepsFrom, ({ to: next }) => next);
  const backward = walk(to, holders, stepsTo, ({ from: next }) => next);
  const places = new Set([...from, ...to, ...forward.keys(), ...backward.keys()]);
  const paths = [...places].flatMap((place) => {
    const [before, after] = [forward.get(place), backward.get(place)];
    if (!before || !after || before.length + after.length === 0) return [];
    const way = [...before, ...[...after].reverse()];
    // Two halves through one concept twice make a detour that a shorter path already shows.
    const concepts = [way[0]?.from ?? place, ...way.map((step) => step.to)];
    if (new Set(concepts).size < concepts.length) return [];
    return [toPath(concepts, way, holders)];
  });
  const shortest = new Map<string, ChainPath>();
  for (const path of paths.sort(comparePaths)) {
    const key = path.gap ?? path.concepts.join(">");
    if (!shortest.has(key)) shortest.set(key, path);
  }
  return [...shortest.values()];
}

/** The shortest way from a start to each concept, through held concepts alone; the last one may be unheld. */
function walk(
  starts: readonly string[],
  holders: ReadonlyMap<string, unknown>,
  next: ReadonlyMap<string, readonly Step[]>,
  endOf: (step: Step) => string,
): ReadonlyMap<string, readonly Step[]> {
  const ways = new Map<string, readonly Step[]>(starts.map((start) => [start, []]));
  for (const [concept, way] of ways) {
    if (!holders.has(concept)) continue;
    for (const step of next.get(concept) ?? [])
      if (!ways.has(endOf(step))) ways.set(endOf(step), [...way, step]);
  }
  return ways;
}

function toPath(
  concepts: readonly string[],
  way: readonly Step[],
  holders: ReadonlyMap<string, readonly string[]>,
): ChainPath {
  return {
    concepts,
    processes: way.map(({ process }) => process),
    members: Object.fromEntries(concepts.map((concept) => [concept, holders.get(concept) ?? []])),
    gap: concepts.find((concept) => !holders.has(concept)) ?? null,
  };
}

function comparePaths(a: ChainPath, b: ChainPath): number {
  const names = (path: ChainPath) => path.concepts.join(">");
  return (
    Number(a.gap !== null) - Number(b.gap !== null) ||
    a.concepts.length - b.concepts.length ||
    (names(a) < names(b) ? -1 : 1)
  );
}
