import type { Clause } from "./text-index.ts";

/** All clauses of a query share this many units of weight, so that a score fits 31 bits. */
const weightUnits = 2 ** 18;

export type WeighedClause = { readonly clause: Clause; readonly units: number };

export type WeighedQuery = {
  readonly clauses: readonly WeighedClause[];
  /** What one unit times one step of saturation is worth as a score, but for the steps and k1. */
  readonly worth: number;
};

/** ln(1 + (N - df + 0.5) / (df + 0.5)), never below zero. */
export function inverseFrequency(documents: number, frequency: number): number {
  const held = Math.min(documents, frequency);
  return Math.log(1 + (documents - held + 0.5) / (held + 0.5));
}

/** Gives each clause that some document can answer its whole-number share of the query's weight. [TI3] */
export function weighClauses(
  clauses: readonly Clause[],
  documents: number,
  frequencyOf: (term: string) => number,
): WeighedQuery {
  const weights = clauses.map(({ members, weight }) => {
    const frequency = members.reduce((sum, member) => sum + member.weight * frequencyOf(member.term), 0);
    return frequency > 0 && weight > 0 ? weight * inverseFrequency(documents, frequency) : 0;
  });
  const total = [...weights].sort((a, b) => a - b).reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return { clauses: [], worth: 0 };
  const weighed = clauses.map((clause, at) => ({
    clause,
    units: Math.round((weightUnits * (weights[at] ?? 0)) / total),
  }));
  return { clauses: weighed.filter(({ units }) => units > 0), worth: total / weightUnits };
}
