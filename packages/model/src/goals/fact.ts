import type { LinkId } from "../chain/index.ts";
import type { Bilingual } from "../indicator/index.ts";
import crossChecksJson from "./data/cross-checks.json" with { type: "json" };
import derivedFactsJson from "./data/derived-facts.json" with { type: "json" };
import placesJson from "./data/fact-places.json" with { type: "json" };
import factsJson from "./data/facts.json" with { type: "json" };
import printedNamesJson from "./data/printed-names.json" with { type: "json" };

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

/** Where a printed figure matters, and its words and editor's note in Chinese; the English ones stand with the figure. */
type FactPlace = {
  readonly zh: string;
  readonly noteZh?: string;
  readonly concepts?: readonly string[];
  readonly goals?: readonly string[];
  readonly firms?: readonly string[];
};
const places: Readonly<Record<string, FactPlace>> = placesJson;

/** A printed figure as people read it: both languages, and what another source says of it since. */
export type PrintedFact = SeedFact & {
  readonly words: Bilingual;
  readonly editorsNote: Bilingual | null;
  readonly since: CrossCheck | null;
};

/** Dates and pages of the paper itself and of its references: no figure of the chain. [GO13] */
export const isBibliographic = ({ section, unit }: Pick<SeedFact, "section" | "unit">): boolean =>
  section === "front" || section === "refs" || unit === "date" || unit === "pages";

/**
 * The printed figures that are about a concept, a goal, a firm of the directory or a link, as they stand in the paper. [GO13]
 * @example listPrintedFacts({ concept: "ni98" })[0]?.id // "SF-046"
 */
export function listPrintedFacts(
  about:
    | { readonly concept: string }
    | { readonly goal: string }
    | { readonly firm: string }
    | { readonly link: LinkId },
): readonly PrintedFact[] {
  const isAbout = ({ id, link, section, unit }: SeedFact) => {
    if (isBibliographic({ section, unit })) return false;
    const { concepts = [], goals = [], firms = [] } = places[id] ?? {};
    if ("concept" in about) return concepts.includes(about.concept);
    if ("goal" in about) return goals.includes(about.goal);
    return "firm" in about ? firms.includes(about.firm) : link === about.link;
  };
  return seedFacts.filter(isAbout).map((fact) => {
    const { zh = fact.subject, noteZh } = places[fact.id] ?? {};
    return {
      ...fact,
      words: { zh, en: fact.subject },
      editorsNote: noteZh || fact.note ? { zh: noteZh ?? fact.note ?? "", en: fact.note ?? "" } : null,
      since: crossChecks.find((check) => check.fact === fact.id) ?? null,
    };
  });
}

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
