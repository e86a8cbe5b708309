/** A thing that has names, in any field: its labels in every language and what it is tied to. */
export type OntologyConcept = {
  readonly id: string;
  readonly labels: readonly string[];
  readonly ties: readonly { readonly to: string; readonly weight: number }[];
};

export type Ontology = { readonly concepts: ReadonlyMap<string, OntologyConcept> };

/** How near a relation brings two concepts; what a file relates otherwise counts as `other`. */
const nearness: Readonly<Record<string, number>> = {
  is_a: 0.5,
  alternative_to: 0.4,
  same_as: 1,
  other: 0.25,
};

type Item = Readonly<Record<string, unknown>>;

/**
 * An ontology from a file in the form of the chain's own: `concepts` with id, names by language, synonyms, abbreviations,
 * formula, and `edges` that join two concepts, whatever their ends are called. What has no id or name is left out. [ON1]
 * @throws when the file holds no concepts
 * @example readOntology({ concepts: [{ id: "a", en: "nurse" }], edges: [] }).concepts.get("a")?.labels // ["nurse"]
 */
export function readOntology(file: unknown): Ontology {
  const { concepts, edges } = toItem(file);
  const ties = new Map<string, Map<string, number>>();
  const read = listOf(concepts).map((item) => ({ id: textOf(item.id ?? item.uri), labels: labelsOf(item) }));
  const known = new Set(read.filter(({ id, labels }) => id !== "" && labels.length > 0).map(({ id }) => id));
  if (known.size === 0) throw new Error("an ontology needs concepts with an id and a name");
  for (const edge of listOf(edges)) {
    const [from, to] = endsOf(edge).filter((end) => known.has(end));
    if (from === undefined || to === undefined || from === to) continue;
    const weight = nearness[textOf(edge.type)] ?? nearness.other ?? 0;
    raise(ties, from, to, weight);
    raise(ties, to, from, weight);
  }
  const found = read
    .filter(({ id }) => known.has(id))
    .map(({ id, labels }): readonly [string, OntologyConcept] => {
      const own = [...(ties.get(id) ?? [])].map(([to, weight]) => ({ to, weight }));
      return [id, { id, labels, ties: own }];
    });
  return { concepts: new Map(found) };
}

function raise(ties: Map<string, Map<string, number>>, from: string, to: string, weight: number): void {
  const own = ties.get(from) ?? new Map<string, number>();
  own.set(to, Math.max(own.get(to) ?? 0, weight));
  ties.set(from, own);
}

const nameFields = [
  "zh",
  "en",
  "name",
  "label",
  "title",
  "synonyms",
  "abbreviations",
  "labels",
  "alt",
  "altLabels",
  "formula",
];

function labelsOf(item: Item): readonly string[] {
  const given = nameFields.flatMap((field) => {
    const value = item[field];
    if (value !== null && typeof value === "object" && !Array.isArray(value))
      return Object.values(value).flat();
    return Array.isArray(value) ? value : [value];
  });
  return [...new Set(given.map(textOf).filter((label) => label !== ""))];
}

const endFields = ["from", "to", "input", "output", "source", "target", "subject", "object"];

function endsOf(edge: Item): readonly string[] {
  return endFields.map((field) => textOf(edge[field])).filter((end) => end !== "");
}

function toItem(value: unknown): Item {
  return value !== null && typeof value === "object" ? (value as Item) : {};
}

function listOf(value: unknown): readonly Item[] {
  return Array.isArray(value) ? value.map(toItem) : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}
