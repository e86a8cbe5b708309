export { type ConceptIndex, createConceptIndex } from "./create-concept-index.ts";
export { type ConceptReader, type ConceptVector, createConceptReader } from "./create-concept-reader.ts";
export { type Ontology, type OntologyConcept, readOntology } from "./read-ontology.ts";
