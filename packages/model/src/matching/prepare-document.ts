import { type NormalText, normalizeText } from "@lilink/engine/text";
import { findMentions } from "./analyze/find-mentions.ts";
import type { Mention } from "./analyze/mention.ts";
import { type ConceptRole, roleOfMention } from "./analyze/role-of-mention.ts";
import { type NamedText, type TermWeights, weighTerms } from "./analyze/weigh-terms.ts";
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
  /** What title and body say, by term. */
  readonly terms: TermWeights;
  readonly demands: readonly Demand[];
  readonly offers: Offers;
  readonly transport: TransportStance;
};

type RoledText = readonly (readonly [mention: Mention, role: ConceptRole])[];

const weights = {
  stated: 0.85,
  titleMention: 0.5,
  bodyMention: 0.35,
  lead: 0.95,
  bareTitle: 0.7,
  bareBody: 0.5,
  /** Of a text that was only heard: what is its subject as the form takes it, and the share of what stands beside that. */
  taken: 0.9,
  besideShare: 0.2,
};
const shareOfRole: Readonly<Record<ConceptRole, number>> = {
  subject: 1,
  describes: 0.5,
  purpose: 0.6,
  source: 0.6,
  refused: 0,
};

const known = new WeakMap<MatchDocument, PreparedDocument>();

/** Prepares a document; the result is kept for as long as the document itself is (documents are values). */
export function prepareDocument(document: MatchDocument): PreparedDocument {
  const ready = known.get(document);
  if (ready) return ready;
  const [titleText, bodyText] = [normalizeText(document.title), normalizeText(document.body)];
  const [title, body] = [findMentions(titleText), findMentions(bodyText)];
  const prepared = later(document, {
    concepts: weighConcepts(document, rolesOf(titleText, title), rolesOf(bodyText, body)),
    excluded: excludedBy([...title, ...body], document),
    named: [
      { text: document.title, mentions: title },
      { text: document.body, mentions: body },
    ],
  });
  known.set(document, prepared);
  return prepared;
}

const nothing: ReadonlySet<string> = new Set();

function excludedBy(mentions: readonly Mention[], { concepts }: MatchDocument): ReadonlySet<string> {
  const excluded = mentions.filter(({ negated, concept }) => negated && !concepts.includes(concept));
  return excluded.length === 0 ? nothing : new Set(excluded.map(({ concept }) => concept));
}

type Read = Pick<PreparedDocument, "concepts" | "excluded"> & {
  readonly named: readonly [title: NamedText, body: NamedText];
};

/** What only a judgement needs, worked out at its first. A market keeps thousands: what was read of a text goes once it is used. */
function later(document: MatchDocument, { concepts, excluded, named }: Read): PreparedDocument {
  const terms = once(named, ([title, body]) => weighTerms(title, body));
  const demands = once(document, compileDemands);
  const offers = once(document, compileOffers);
  const transport = once(document, ({ title, body }) => readTransport(`${title}\n${body}`));
  return {
    document,
    concepts,
    excluded,
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
}

function rolesOf({ text }: NormalText, mentions: readonly Mention[]): RoledText {
  return mentions.map((mention, index) => [mention, roleOfMention(text, mention, mentions[index + 1])]);
}

function once<From, T>(from: From, make: (from: From) => T): () => T {
  let state: { readonly from: From } | { readonly value: T } = { from };
  return () => {
    if ("from" in state) state = { value: make(state.from) };
    return state.value;
  };
}

/** Stated concepts first; those that the text alone names count less, unless none is stated, and by their role. [MT8] [MT62] */
function weighConcepts(
  { concepts, heard }: MatchDocument,
  title: RoledText,
  body: RoledText,
): readonly WeightedConcept[] {
  const found = new Map<string, WeightedConcept>();
  const add = (id: string, weight: number, primary: boolean) => {
    const known = found.get(id);
    found.set(id, {
      id,
      weight: Math.max(weight, known?.weight ?? 0),
      primary: primary || known?.primary === true,
    });
  };
  const stated = heard ? [] : concepts;
  for (const [index, id] of stated.entries()) add(id, index === 0 ? 1 : weights.stated, index === 0);
  const lead = heard ? concepts[0] : undefined;
  const isBare = stated.length === 0;
  const leads = isBare && lead === undefined ? (leadOf(title) ?? leadOf(body)) : lead;
  for (const [text, own] of [
    [title, isBare ? weights.bareTitle : weights.titleMention],
    [body, isBare ? weights.bareBody : weights.bodyMention],
  ] as const)
    for (const [mention, role] of text) {
      const isLead = mention.concept === leads;
      const ofText = heard ? weightOfHeard(own, concepts.includes(mention.concept)) : own;
      add(mention.concept, isLead ? weights.lead : ofText * shareOfRole[role], isLead);
    }
  return [...found.values()].filter(({ weight }) => weight > 0);
}

/** [MT62] */
function weightOfHeard(own: number, isTaken: boolean): number {
  return isTaken ? Math.max(own, weights.taken) : own * weights.besideShare;
}

function leadOf(text: RoledText): string | undefined {
  const subject = text.find(([, role]) => role === "subject") ?? text.find(([, role]) => role !== "refused");
  return subject?.[0].concept;
}
