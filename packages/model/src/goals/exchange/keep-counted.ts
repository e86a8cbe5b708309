import type { Observation } from "./fact.ts";

const keyOf = ({ fact, component, organizationId }: Observation) => `${fact} ${component} ${organizationId}`;

/**
 * What is counted by now, from what an edition before it counted: a fact stays in the place and with the group in which it was
 * first counted, whatever profiles and postings say since; what became of it and what came is counted as of now. [EX6]
 * @example keepCounted([{ ...one, place: { province: "36" } }], [{ ...one, place: {} }]) // [{ ...one, place: { province: "36" } }]
 */
export function keepCounted(
  before: readonly Observation[],
  now: readonly Observation[],
): readonly Observation[] {
  const kept = new Map(before.map((one) => [keyOf(one), one]));
  const groups = new Map(before.map(({ organizationId, group }) => [organizationId, group]));
  for (const one of now) {
    const { place } = kept.get(keyOf(one)) ?? one;
    kept.set(keyOf(one), { ...one, group: groups.get(one.organizationId) ?? one.group, place });
  }
  return [...kept.values()];
}
