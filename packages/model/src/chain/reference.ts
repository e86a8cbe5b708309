import atomicWeightsJson from "./data/atomic-weights.json" with { type: "json" };
import recoveryRulesJson from "./data/recovery-rules.json" with { type: "json" };
import stoichiometryJson from "./data/stoichiometry.json" with { type: "json" };
import theoreticalCapacityJson from "./data/theoretical-capacity.json" with { type: "json" };

/** Atomic weights in g/mol by element symbol, with the basis on which they stand. */
export const atomicWeights: { readonly basis: string; readonly weights: Readonly<Record<string, number>> } =
  atomicWeightsJson;

/** Theoretical input per output, 100 % yield and purity. */
export type StoichiometricInput = {
  readonly path: string;
  readonly pathZh?: string;
  readonly unit: string;
  readonly value: string;
  readonly basis: string;
  readonly confidence: "computed";
  readonly note?: string;
  readonly noteZh?: string;
};
export const stoichiometricInputs = stoichiometryJson as readonly StoichiometricInput[];

/** Capacity with all lithium extracted, in mAh/g: a bound that no material passes. */
export type TheoreticalCapacity = {
  readonly material: string;
  readonly value: string;
  readonly unit: "mAh/g";
  readonly derivation: string;
  readonly confidence: "computed";
};
export const theoreticalCapacities = theoreticalCapacityJson as readonly TheoreticalCapacity[];

/** Dated rules of metal recovery; shares as decimal strings. `confidence` says how far the text was checked. */
export type RecoveryRule = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly minimum: Readonly<Partial<Record<string, string>>>;
  readonly source: string;
  readonly confidence: string;
  readonly inForceFrom?: string;
  readonly note?: string;
};
export const recoveryRules = recoveryRulesJson as readonly RecoveryRule[];
