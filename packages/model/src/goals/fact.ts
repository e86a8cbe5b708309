import type { LinkId } from "../chain/index.ts";
import crossChecksJson from "./data/cross-checks.json" with { type: "json" };
import derivedFactsJson from "./data/derived-facts.json" with { type: "json" };
import factsJson from "./data/facts.json" with { type: "json" };
import printedNamesJson from "./data/printed-names.json" with { type: "json" };
import type { Bilingual } from "./goal.ts";

/**
 * seed: as printed. garbled: the print is unsafe. doubtful: cannot hold. interpreted: one of several readings.
 * `operator` ~ stands for about, nearly, approximately.
 */
export const factConfidences = ["seed", "garbled", "doubtful", "interpreted"] as const;
export type FactConfidence = (typeof factConfidences)[number];

export type SeedFact = {
  readonly id: string;
  readonly section: string;
  readonly link: LinkId;
  readonly subject: string;
  readonly quantity: number | string | readonly (number | string)[];
  readonly unit: string;
  readonly period: string | null;
  readonly region: string;
  readonly operator: string;
  readonly confidence: FactConfidence;
  readonly basis?: string;
  readonly printedAs?: string;
  readonly note?: string;
};

/** A number computed from printed ones; `how` shows the arithmetic. */
export type DerivedFact = {
  readonly id: string;
  readonly subject: string;
  readonly quantity: number | readonly number[];
  readonly unit: string;
  readonly how: string;
  readonly inputs: readonly string[];
  readonly confidence: "derived";
};

/** The 79 figures of the paper. */
export const seedFacts = factsJson as readonly SeedFact[];
/** The 14 numbers derived from them. */
export const derivedFacts = derivedFactsJson as readonly DerivedFact[];

/** A printed figure (`fact`, in the paper's words shortened) beside what another source says, and where both matter. */
export type CrossCheck = {
  readonly fact: string;
  readonly indicators: readonly string[];
  readonly printed: Bilingual;
  readonly other: Bilingual;
  readonly source: Bilingual;
  readonly address: string | null;
};
export const crossChecks: readonly CrossCheck[] = crossChecksJson;

/**
 * What other sources say of the printed figures behind these indicators. [GO9]
 * @example listCrossChecks(["REC-01"])[0]?.fact // "SF-069"
 */
export function listCrossChecks(indicatorIds: readonly string[]): readonly CrossCheck[] {
  return crossChecks.filter(({ indicators }) => indicators.some((id) => indicatorIds.includes(id)));
}

/** Names that the English print gets wrong, and what they mean. */
export const printedNames: readonly { readonly printed: string; readonly meant: string }[] = printedNamesJson;
