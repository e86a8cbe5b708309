/** The vocabulary of the industry chain. `chain` is the fifth link: services that serve all four. */
export const linkIds = ["resource", "smelting", "materials", "recycling", "chain"] as const;
export type LinkId = (typeof linkIds)[number];

export const conceptTypes = ["product", "process", "technology", "reagent", "service", "equipment"] as const;
export type ConceptType = (typeof conceptTypes)[number];

/** `seed`: named in the paper (section given). `recalled`: general knowledge, unchecked; screens say so. */
export const conceptConfidences = ["seed", "recalled"] as const;
export type ConceptConfidence = (typeof conceptConfidences)[number];

/** Tier of a product in the paper's sense of high-end; the definition is versioned and proposed, not printed. */
export const productGrades = ["high_end_A", "high_end_B", "middle", "low_end"] as const;
export type ProductGrade = (typeof productGrades)[number];

export const relationTypes = [
  "is_a",
  "alternative_to",
  "has_part",
  "has_form",
  "uses",
  "improves",
  "serves",
] as const;
export type RelationType = (typeof relationTypes)[number];

export type Link = { readonly id: LinkId; readonly zh: string; readonly en: string };

export type Stage = {
  readonly id: string;
  readonly link: LinkId;
  readonly zh: string;
  readonly en: string;
  readonly order: number;
};

export type Concept = {
  readonly id: string;
  readonly type: ConceptType;
  readonly link: LinkId;
  readonly stage: string;
  readonly zh: string;
  readonly en: string;
  readonly synonyms: readonly string[];
  readonly abbreviations: readonly string[];
  readonly confidence: ConceptConfidence;
  readonly formula?: string;
  readonly hs6?: string;
  readonly seedSection?: string;
  readonly note?: string;
  readonly noteZh?: string;
  readonly productGrade?: ProductGrade;
};

/** `recalled`: a row of the named standard, text not at hand. `proposal`: the product's own. */
export const attributeConfidences = ["recalled", "proposal"] as const;

/** `higherIsBetter` null: a corridor or a description, neither direction is better. */
export type Attribute = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  readonly higherIsBetter: boolean | null;
  readonly source?: string;
  readonly confidence?: (typeof attributeConfidences)[number];
};

/** What people call an attribute in each language besides its name, reviewed by hand; a word may lead to several. */
export type AttributeWords = {
  readonly attribute: string;
  readonly zh: readonly string[];
  readonly en: readonly string[];
};

/** The range in which a value is believable, in the attribute's unit. It accepts no goods. */
export type Spec = {
  readonly concept: string;
  readonly attribute: string;
  readonly min: number;
  readonly max: number;
  readonly source: string;
  /** Where it holds words: the same in Chinese. */
  readonly sourceZh?: string;
  readonly confidence: "sourced" | "recalled";
  readonly note?: string;
  readonly noteZh?: string;
};

/** Input per unit of output unless `unit` says otherwise. */
export type Coefficient = {
  readonly value: number;
  readonly unit: string;
  readonly basis: string;
  readonly source: string;
};

/** Input goes through process to give output. Input may equal output: a treatment step. */
export type FeedEdge = {
  readonly id: string;
  readonly type: "feeds";
  readonly input: string;
  readonly process: string;
  readonly output: string;
  readonly coefficient: Coefficient | null;
  readonly note?: string;
};

export type RelationEdge = {
  readonly id: string;
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  readonly note?: string;
};

export type Edge = FeedEdge | RelationEdge;
