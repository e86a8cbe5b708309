import substancesJson from "./data/substances.json" with { type: "json" };
import { labelsOf } from "./find-concept.ts";
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

const fold = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[-\s]+/g, " ")
    .trim();

const byName = new Map<string, Namesakes | null>();

/** A name that means two things is nobody's. */
function add(names: readonly string[], ids: readonly string[]): void {
  const own = { names, concepts: ids };
  for (const name of new Set(names.map(fold))) byName.set(name, byName.has(name) ? null : own);
}

for (const { formulas, zh, en } of substances)
  add(
    [...zh, ...en, ...formulas],
    concepts.filter(({ formula }) => formula && formulas.includes(formula)).map(({ id }) => id),
  );
const ofSubstances = new Set(byName.keys());
const labels = concepts.map((concept) => ({
  id: concept.id,
  names: labelsOf(concept).filter((name) => !ofSubstances.has(fold(name)) && !name.includes("(")),
}));
const shared = new Map<string, number>();
for (const { names } of labels)
  for (const name of new Set(names.map(fold))) shared.set(name, (shared.get(name) ?? 0) + 1);
for (const { id, names } of labels)
  add(
    names.filter((name) => shared.get(fold(name)) === 1),
    [id],
  );

/**
 * What else a name of the chain is called: formula, abbreviation, zh and en; null for what is no name, or means several
 * things. [CH13]
 * @example namesakesOf("LFP")?.names.includes("磷酸铁锂") // true
 * @example namesakesOf("Li2CO3")?.concepts.includes("li2co3-batt") // true
 */
export function namesakesOf(text: string): Namesakes | null {
  return byName.get(fold(text)) ?? null;
}
