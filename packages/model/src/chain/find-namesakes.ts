import substancesJson from "./data/substances.json" with { type: "json" };
import { labelsOf } from "./find-concept.ts";
import { foldName } from "./name-attributes.ts";
import { concepts } from "./tables.ts";

/** Whoever writes one of the names means the concepts, by whichever of them. */
export type Namesakes = { readonly names: readonly string[]; readonly concepts: readonly string[] };

/** The most words that a name of a substance is made of. */
export const longestNamesake = 4;

/** A substance that several concepts of the chain are grades of, or that is written in several ways. */
type Substance = {
  readonly formulas: readonly string[];
  readonly zh: readonly string[];
  readonly en: readonly string[];
};
const substances: readonly Substance[] = substancesJson;

const namesOf = ({ zh, en, formulas }: Substance) => [...zh, ...en, ...formulas];
const ofSubstances = new Set(substances.flatMap(namesOf).map(foldName));
const ofConcepts = concepts.map((concept) => ({
  id: concept.id,
  names: labelsOf(concept).filter((name) => !ofSubstances.has(foldName(name)) && !name.includes("(")),
}));
const uses = new Map<string, number>();
for (const { names } of ofConcepts)
  for (const name of new Set(names.map(foldName))) uses.set(name, (uses.get(name) ?? 0) + 1);

const byName = new Map<string, Namesakes>();
function add(names: readonly string[], ids: readonly string[]): void {
  const own = { names, concepts: ids };
  for (const name of names) byName.set(foldName(name), own);
}
for (const substance of substances)
  add(
    namesOf(substance),
    concepts.filter(({ formula }) => formula && substance.formulas.includes(formula)).map(({ id }) => id),
  );
// A name that means two things is nobody's.
for (const { id, names } of ofConcepts)
  add(
    names.filter((name) => uses.get(foldName(name)) === 1),
    [id],
  );

/**
 * What else a name of the chain is called: formula, abbreviation, zh and en; null for what is no name, or means several
 * things. [CH13]
 * @example namesakesOf("LFP")?.names.includes("磷酸铁锂") // true
 * @example namesakesOf("Li2CO3")?.concepts.includes("li2co3-batt") // true
 */
export function namesakesOf(text: string): Namesakes | null {
  return byName.get(foldName(text)) ?? null;
}
