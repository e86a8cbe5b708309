import type { DepositType } from "./fit.ts";

/** Concepts of the chain that come out of each type of deposit; sources often say "hard rock" and no mineral. */
const conceptsOf: Readonly<Record<DepositType, readonly string[]>> = {
  spodumene: ["spodumene-ore", "spodumene-conc"],
  lepidolite: ["lepidolite-ore", "lepidolite-conc"],
  hard_rock: [
    ...["spodumene-ore", "spodumene-conc", "petalite-ore", "petalite-conc"],
    ...["amblygonite-ore", "zinnwaldite-ore"],
  ],
  brine: [
    ...["brine-carbonate", "brine-sulfate-na", "brine-sulfate-mg", "brine-chloride"],
    ...["old-brine", "brine-concentrated", "oilfield-brine", "geothermal-brine"],
  ],
  clay: ["lithium-clay"],
};

/** The types of deposit that a concept is dug or pumped from. @example depositTypesOf("lithium-clay") // ["clay"] */
export function depositTypesOf(concept: string): readonly DepositType[] {
  const types = Object.keys(conceptsOf) as DepositType[];
  return types.filter((type) => conceptsOf[type].includes(concept));
}
