import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTokenizer } from "../text/index.ts";
import { type ConceptVector, createConceptIndex, createConceptReader, readOntology } from "./index.ts";

const file = {
  concepts: [
    { id: "nurse", zh: "护士", en: "nurse", synonyms: ["nursing officer"], abbreviations: ["RN"] },
    { id: "midwife", en: "midwife", zh: "助产士" },
    { id: "welder", en: "welder" },
    { id: "care", en: "care occupation" },
    { id: "", en: "nameless" },
    { id: "empty" },
  ],
  edges: [
    { type: "is_a", from: "nurse", to: "care" },
    { type: "is_a", source: "midwife", target: "care" },
    { type: "is_a", from: "nurse", to: "nowhere" },
  ],
};

function ask(terms: string) {
  return [terms.split(" ").map((term) => ({ members: [{ term, weight: 1 }], weight: 1 }))];
}

function cosine(a: ConceptVector, b: ConceptVector): number {
  return [...a].reduce((sum, [id, weight]) => sum + weight * (b.get(id) ?? 0), 0);
}

describe("an ontology of any field", () => {
  it("[ON1] takes concepts with an id and a name, and edges between them however their ends are called", () => {
    const { concepts } = readOntology(file);
    expect([...concepts.keys()]).toEqual(["nurse", "midwife", "welder", "care"]);
    expect(concepts.get("nurse")?.labels).toEqual(["护士", "nurse", "nursing officer", "RN"]);
    expect(concepts.get("care")?.ties.map(({ to }) => to)).toEqual(["nurse", "midwife"]);
    expect(() => readOntology({ concepts: [] })).toThrow("an ontology needs concepts");
    expect(() => readOntology(null)).toThrow("an ontology needs concepts");
  });

  it("[ON2] a text means the concepts whose labels are alike, a label as written most of all", () => {
    const reader = createConceptReader(readOntology(file), createTokenizer());
    const vector = reader.read(ask("nurs"));
    expect([...vector].sort((a, b) => b[1] - a[1])[0]?.[0]).toBe("nurse");
    expect(reader.read(ask("plumber")).size).toBe(0);
    expect(reader.read(ask("护士")).has("nurse")).toBe(true);
  });

  it("[ON3] what shares a neighbour is nearer than what shares none", () => {
    const reader = createConceptReader(readOntology(file), createTokenizer());
    const [nurse, midwife, welder] = ["nurs", "midwif", "welder"].map((word) => reader.read(ask(word)));
    if (!nurse || !midwife || !welder) throw new Error("three were asked");
    expect(cosine(nurse, nurse)).toBeCloseTo(1);
    expect(cosine(nurse, midwife)).toBeGreaterThan(0);
    expect(cosine(nurse, welder)).toBe(0);
  });
});

describe("documents by concepts", () => {
  const vectors = fc.array(
    fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.double({ min: 0.1, max: 1, noNaN: true })),
    {
      minLength: 1,
      maxLength: 8,
    },
  );

  it("[ON4] scores are those of the naive sum, whatever was put in and taken out before", () => {
    fc.assert(
      fc.property(
        vectors,
        fc.dictionary(fc.constantFrom("a", "b", "c"), fc.double({ min: 0.1, max: 1, noNaN: true })),
        (given, query) => {
          const index = createConceptIndex();
          const kept = given.map((vector, at) => ({ id: `d${at}`, vector: new Map(Object.entries(vector)) }));
          index.put("gone", new Map([["a", 1]]));
          for (const { id, vector } of [...kept].reverse()) index.put(id, vector);
          index.remove("gone");
          const asked = new Map(Object.entries(query));
          const found = index.compare(asked);
          expect(found.has("gone")).toBe(false);
          for (const { id, vector } of kept) expect(found.get(id) ?? 0).toBe(cosine(asked, vector));
        },
      ),
    );
  });
});
