import { normalizeText } from "@lilink/engine/text";
import { tokensOf } from "../text/index.ts";
import { findMentions, type Mention } from "./analyze/find-mentions.ts";
import { compileDemands, compileOffers, type Demand, type Offers } from "./constrain/compile-figures.ts";
import { readTransport, type TransportStance } from "./constrain/judge-terms.ts";
import type { MatchDocument } from "./document.ts";

export type WeightedConcept = { readonly id: string; readonly weight: number; readonly primary: boolean };

/** A document with all that search and judgement take from it, each worked out once, when first asked for. */
export type PreparedDocument = {
  readonly document: MatchDocument;
  readonly concepts: readonly WeightedConcept[];
  /** Concepts that the text names in order to exclude them. */
  readonly excluded: ReadonlySet<string>;
  /** Occurrences of each term in title and body. */
  readonly terms: ReadonlyMap<string, { readonly title: number; readonly body: number }>;
  readonly demands: readonly Demand[];
  readonly offers: Offers;
  readonly transport: TransportStance;
};

const weights = { stated: 0.85, titleMention: 0.5, bodyMention: 0.35, leadingTitle: 0.95, leadingBody: 0.75 };
const noWord =
  /^(?:[\d.]+|[a-z]|the|and|for|with|from|our|are|can|per|not|of|to|in|is|at|or|by|as|an|on|we|be|的.|.的)$/;

const known = new WeakMap<MatchDocument, PreparedDocument>();

/** Prepares a document; the result is kept for as long as the document itself is (documents are values). */
export function prepareDocument(document: MatchDocument): PreparedDocument {
  const ready = known.get(document);
  if (ready) return ready;
  const title = findMentions(normalizeText(document.title));
  const body = findMentions(normalizeText(document.body));
  // An index asks for the concepts alone: what only a judgement needs is worked out at its first.
  const terms = once(() => countTerms(document));
  const demands = once(() => compileDemands(document));
  const offers = once(() => compileOffers(document));
  const transport = once(() => readTransport(`${document.title}\n${document.body}`));
  const prepared: PreparedDocument = {
    document,
    concepts: weighConcepts(document.concepts, title, body),
    excluded: new Set(
      [...title, ...body]
        .filter((mention) => mention.negated && !document.concepts.includes(mention.concept))
        .map((mention) => mention.concept),
    ),
    get terms() {
      return terms();
    },
    get demands() {
      return demands();
    },
    get offers() {
      return offers();
    },
    get transport() {
      return transport();
    },
  };
  known.set(document, prepared);
  return prepared;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Stated concepts first; those that the text alone names count less, unless none is stated. [MT8] */
function weighConcepts(
  stated: readonly string[],
  title: readonly Mention[],
  body: readonly Mention[],
): readonly WeightedConcept[] {
  const found = new Map<string, WeightedConcept>();
  const add = (id: string, weight: number, primary: boolean) => {
    if ((found.get(id)?.weight ?? 0) < weight) found.set(id, { id, weight, primary });
  };
  for (const [index, id] of stated.entries()) add(id, index === 0 ? 1 : weights.stated, index === 0);
  const named = (mentions: readonly Mention[], leading: number, weight: number, lead: boolean) => {
    for (const [index, mention] of mentions.filter(({ negated }) => !negated).entries()) {
      const leads = lead && index === 0;
      add(mention.concept, leads ? leading : weight, leads);
    }
  };
  const titleLeads = stated.length === 0 && title.some(({ negated }) => !negated);
  named(title, weights.leadingTitle, stated.length === 0 ? 0.7 : weights.titleMention, titleLeads);
  named(body, weights.leadingBody, weights.bodyMention, stated.length === 0 && !titleLeads);
  return [...found.values()];
}

function countTerms(document: MatchDocument): ReadonlyMap<string, { title: number; body: number }> {
  const terms = new Map<string, { title: number; body: number }>();
  for (const field of ["title", "body"] as const) {
    for (const token of tokensOf(document[field])) {
      if (noWord.test(token)) continue;
      const count = terms.get(token) ?? { title: 0, body: 0 };
      count[field] += 1;
      terms.set(token, count);
    }
  }
  return terms;
}
