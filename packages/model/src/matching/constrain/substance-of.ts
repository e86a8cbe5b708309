import { type Compound, findCompound, findConcept } from "../../chain/index.ts";

/**
 * The compound that a product of the chain consists of, by its formula or abbreviation, for amounts in carbonate
 * equivalent; null for mixtures and for what the table of compounds lacks. [MT42]
 * @example substanceOf("lioh-batt")?.lceFactor // "0.8804"
 */
export function substanceOf(concept: string | undefined): Compound | null {
  const found = concept === undefined ? null : findConcept(concept);
  if (!found) return null;
  for (const name of [found.formula, ...found.abbreviations]) {
    const compound = name === undefined ? null : findCompound(name);
    if (compound) return compound;
  }
  return null;
}
