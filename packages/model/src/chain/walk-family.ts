import { loadConcept } from "./find-concept.ts";
import { relations } from "./tables.ts";

const parentsOf = new Map<string, string[]>();
const childrenOf = new Map<string, string[]>();
for (const edge of relations) {
  if (edge.type !== "is_a") continue;
  parentsOf.set(edge.from, [...(parentsOf.get(edge.from) ?? []), edge.to]);
  childrenOf.set(edge.to, [...(childrenOf.get(edge.to) ?? []), edge.from]);
}

function closure(starts: Iterable<string>, next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set(starts);
  for (const id of seen) for (const other of next.get(id) ?? []) seen.add(other);
  return seen;
}

/** The is_a ancestors of a concept, nearest first, itself left out. @throws LilinkError NOT_FOUND */
export function ancestorsOf(conceptId: string): readonly string[] {
  loadConcept(conceptId);
  return [...closure([conceptId], parentsOf)].filter((id) => id !== conceptId);
}

/** The is_a descendants of a concept, nearest first, itself left out. @throws LilinkError NOT_FOUND */
export function descendantsOf(conceptId: string): readonly string[] {
  loadConcept(conceptId);
  return [...closure([conceptId], childrenOf)].filter((id) => id !== conceptId);
}

/**
 * The is_a family of a concept: itself, all its is_a ancestors and every descendant of those. Two concepts are of
 * one family exactly when they share an ancestor (or one is the other's). It is the competitor wall. [CH4]
 * @returns sorted ids, the concept included
 * @throws LilinkError NOT_FOUND
 * @example familyOf("ncm811") // holds "ternary-cathode", "high-nickel", "ncm523", "nca", …
 */
export function familyOf(conceptId: string): readonly string[] {
  loadConcept(conceptId);
  const upward = closure([conceptId], parentsOf);
  return [...closure(upward, childrenOf)].sort();
}
