import type { Concept } from "./concept.ts";
import {
  type Compound,
  type Concentrate,
  compounds,
  concentrates,
  type LithiumPerKwh,
  lithiumPerKwh,
} from "./convert-lithium.ts";
import { labelsOf } from "./find-concept.ts";
import {
  type StoichiometricInput,
  stoichiometricInputs,
  type TheoreticalCapacity,
  theoreticalCapacities,
} from "./reference.ts";

export type ConceptConversions = {
  readonly compound: Compound | null;
  readonly inputs: readonly StoichiometricInput[];
  readonly concentrates: readonly Concentrate[];
  readonly capacity: TheoreticalCapacity | null;
  readonly energy: readonly LithiumPerKwh[];
};

const fold = (name: string) =>
  name
    .normalize("NFKC")
    .replaceAll(/[·∙•*]/g, ".")
    .replaceAll(/[\s-]+/g, "")
    .toLowerCase();

/** "NCA (80-15-5)" is known as "nca", "LTO Li4Ti5O12" as "lto"; a mineral is not known by its first word. */
function namesOf(substance: string): readonly string[] {
  const [first = "", ...rest] = substance.split(" ");
  const isShort = rest.length > 0 && /^[A-Z]{3,}$/.test(first);
  return [substance, substance.replace(/\s*\(.*\)$/, ""), ...(isShort ? [first] : [])].map(fold);
}

/**
 * The conversions and theoretical inputs on record that speak of a concept. A substance is recognised by formula,
 * name or abbreviation, and only where the concept has a formula: a cell is not its cathode.
 * @example listConversions(loadConcept("li2co3-batt")).compound?.lceFactor // "1.0"
 */
export function listConversions(concept: Concept): ConceptConversions {
  const labels = new Set(concept.formula === undefined ? [] : labelsOf(concept).map(fold));
  const isNamed = (substance: string) => namesOf(substance).some((name) => labels.has(name));
  return {
    compound: compounds.find(({ substance }) => isNamed(substance)) ?? null,
    inputs: stoichiometricInputs.filter(({ path }) => path.split(" -> ").some(isNamed)),
    concentrates: concentrates.filter(({ material }) => material.startsWith(`${concept.en} `)),
    capacity: theoreticalCapacities.find(({ material }) => isNamed(material)) ?? null,
    energy: lithiumPerKwh.filter(({ chemistry }) => isNamed(chemistry.replace("NMC", "NCM"))),
  };
}
