import { LilinkError } from "../error/index.ts";
import type { Attribute, Concept, ConceptType, Edge, LinkId, Stage } from "./concept.ts";
import { attributes, attributeWords, concepts, feeds, relations, stages } from "./tables.ts";

const conceptById = new Map(concepts.map((concept) => [concept.id, concept]));
const attributeById = new Map(attributes.map((attribute) => [attribute.id, attribute]));
const wordsByAttribute = new Map(attributeWords.map((words) => [words.attribute, words]));
const stageById = new Map(stages.map((stage) => [stage.id, stage]));

/** All 334 edges: feeds first, then the other relations, each by id. */
export const edges: readonly Edge[] = [...feeds, ...relations];

/**
 * The concept of an id, or null.
 * @example findConcept("ncm811")?.zh
 */
export function findConcept(id: string): Concept | null {
  return conceptById.get(id) ?? null;
}

/**
 * The concept of an id.
 * @throws LilinkError NOT_FOUND with params {kind: "concept", id}
 */
export function loadConcept(id: string): Concept {
  const concept = conceptById.get(id);
  if (!concept) throw new LilinkError("NOT_FOUND", { kind: "concept", id });
  return concept;
}

/** The attribute of an id, or null. @example findAttribute("d50")?.unit // "µm" */
export function findAttribute(id: string): Attribute | null {
  return attributeById.get(id) ?? null;
}

/** @throws LilinkError NOT_FOUND with params {kind: "attribute", id} */
export function loadAttribute(id: string): Attribute {
  const attribute = attributeById.get(id);
  if (!attribute) throw new LilinkError("NOT_FOUND", { kind: "attribute", id });
  return attribute;
}

/** The stage of an id, or null. */
export function findStage(id: string): Stage | null {
  return stageById.get(id) ?? null;
}

/** @throws LilinkError NOT_FOUND with params {kind: "stage", id} */
export function loadStage(id: string): Stage {
  const stage = stageById.get(id);
  if (!stage) throw new LilinkError("NOT_FOUND", { kind: "stage", id });
  return stage;
}

export type ConceptFilter = {
  readonly link?: LinkId;
  readonly stage?: string;
  readonly type?: ConceptType;
};

/**
 * Concepts that match every given part of the filter, in the order of the data.
 * @example listConcepts({ link: "smelting", type: "product" })
 */
export function listConcepts(filter: ConceptFilter = {}): readonly Concept[] {
  return concepts.filter(
    (concept) =>
      (filter.link === undefined || concept.link === filter.link) &&
      (filter.stage === undefined || concept.stage === filter.stage) &&
      (filter.type === undefined || concept.type === filter.type),
  );
}

/**
 * Whether a concept is a step of making cells, which machines do: it is no goods, and who supplies for it supplies these.
 * @example isMachineStep("slurry-mixing") // true
 */
export function isMachineStep(id: string): boolean {
  const concept = findConcept(id);
  return concept?.type === "process" && concept.stage === "mat.equip";
}

/** Every word by which a concept is called: zh, en, synonyms, abbreviations and formula, without repeats. */
export function labelsOf(concept: Concept): readonly string[] {
  const formula = concept.formula === undefined ? [] : [concept.formula];
  return [...new Set([concept.zh, concept.en, ...concept.synonyms, ...concept.abbreviations, ...formula])];
}

/**
 * Every word by which an attribute is asked for: its names, its id, its unit and what people call it. [CH12]
 * @example labelsOfAttribute(loadAttribute("price")).includes("成本") // true
 */
export function labelsOfAttribute({ id, zh, en, unit }: Attribute): readonly string[] {
  const words = wordsByAttribute.get(id);
  return [...new Set([zh, en, id, unit, ...(words?.zh ?? []), ...(words?.en ?? [])])];
}
