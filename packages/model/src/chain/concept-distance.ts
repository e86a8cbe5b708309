import { findConcept } from "./find-concept.ts";
import { neighboursOf } from "./walk-neighbours.ts";

/** A step within a family is nearer than one along the flow of material. */
const weights: Readonly<Record<string, number>> = { is_a: 1 };
const otherwise = 2;

/**
 * How far each concept is from one: the shortest weighted path along the edges of the chain. What no path leads to is not in it. [LA2]
 * @example distancesFrom("lfp").get("lfp") // 0
 */
export function distancesFrom(concept: string): ReadonlyMap<string, number> {
  if (!findConcept(concept)) return new Map();
  const found = new Map([[concept, 0]]);
  const open = new Set([concept]);
  while (open.size > 0) {
    const here = [...open].reduce((near, one) =>
      (found.get(one) ?? 0) < (found.get(near) ?? 0) ? one : near,
    );
    open.delete(here);
    for (const { concept: next, relation } of neighboursOf(here)) {
      const far = (found.get(here) ?? 0) + (weights[relation] ?? otherwise);
      if (far >= (found.get(next) ?? Infinity)) continue;
      found.set(next, far);
      open.add(next);
    }
  }
  return found;
}

/**
 * A distance as steps along the flow of material, as a reader counts them: a step within a family is half of one. [LA2]
 * @example toSteps(5) // 3
 */
export const toSteps = (distance: number): number => Math.ceil(distance / otherwise);

/** Of things with a node the nearest to one, and how far it is; null where no path leads to any. [LA2] */
export function nearestTo<T extends { readonly node: string | null }>(
  concept: string,
  all: readonly T[],
): { readonly nearest: T; readonly distance: number } | null {
  const distances = distancesFrom(concept);
  return all.reduce<{ readonly nearest: T; readonly distance: number } | null>((best, one) => {
    const distance = distances.get(one.node ?? "") ?? Infinity;
    return Number.isFinite(distance) && (!best || distance < best.distance)
      ? { nearest: one, distance }
      : best;
  }, null);
}
