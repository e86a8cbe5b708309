import type { Clause } from "@lilink/engine/text-index";
import { searchTermsOf } from "../../text/index.ts";
import { isKnownWord, rarityOf, rarityOfWords } from "../analyze/term-rarity.ts";
import { labelOf } from "../analyze/weigh-terms.ts";
import type { MatchDocument } from "../document.ts";
import type { PreparedDocument } from "../prepare-document.ts";
import { conceptTerm, toQuery } from "../search/to-query.ts";

/** How much of a demand an offer answers, by its words and by its concepts; `terms`: up to three of the words that weigh most. */
export type Answered = {
  readonly words: number;
  readonly concepts: number;
  readonly terms: readonly string[];
};

/** Clauses as rows of numbers, since every demand of the market keeps its own: the members of one stand in a row. */
type Asked = {
  readonly terms: readonly string[];
  readonly shares: Float32Array;
  readonly clauses: Uint16Array;
  /** By the clause: its weight times how much it tells. */
  readonly worth: Float32Array;
};

const titleFactor = 2.5;
const saturation = 1.2;
/** What an offer is about first, and what it names beside, as so many words would count. */
const conceptTimes = { leading: 4, named: 1.5 };
const leadingFrom = 0.75;
const shownTerms = 3;

export const nothingAnswered: Answered = { words: 0, concepts: 0, terms: [] };

const asked = new WeakMap<MatchDocument, Asked>();
const said = new WeakMap<MatchDocument, ReadonlyMap<string, number>>();

/**
 * What the search asks for a demand, counted in one offer: words in either language and concepts by their ties. How much a clause
 * tells comes from the fixed table, so no third posting can move it; more that the offer says takes nothing away. [MT101]
 */
export function answerQuery(demand: PreparedDocument, offer: PreparedDocument): Answered {
  const { terms, shares, clauses, worth } = askedBy(demand.document, offer.document);
  const times = saidBy(offer);
  const sums = new Float64Array(worth.length);
  const firsts = new Map<number, string>();
  for (const [at, term] of terms.entries()) {
    const count = times.get(term);
    if (count === undefined) continue;
    const clause = clauses[at] ?? 0;
    sums[clause] = (sums[clause] ?? 0) + count * (shares[at] ?? 0);
    if (!firsts.has(clause)) firsts.set(clause, term);
  }
  const gains = [...firsts].map(([clause, term]) => {
    const sum = sums[clause] ?? 0;
    return { term, gain: ((worth[clause] ?? 0) * sum) / (sum + saturation) };
  });
  const total = (wanted: boolean) =>
    gains.reduce((sum, { term, gain }) => (isConcept(term) === wanted ? sum + gain : sum), 0);
  const words = gains.filter(({ term }) => !isConcept(term));
  words.sort((a, b) => b.gain - a.gain || (a.term < b.term ? -1 : 1));
  const labels = words.flatMap(({ term }) => (offer.terms.terms.includes(term) ? (labelOf(term) ?? []) : []));
  return { words: total(false), concepts: total(true), terms: labels.slice(0, shownTerms) };
}

/** No word of a text holds a colon. */
function isConcept(term: string): boolean {
  return term.includes(":");
}

function askedBy(demand: MatchDocument, offer: MatchDocument): Asked {
  const known = asked.get(demand);
  if (known) return known;
  // A demand asks every kind that meets it alike, so one query serves all its offers.
  const query = toQuery(demand, [offer.kind], isKnownWord);
  const members = query.flatMap((clause, at) => clause.members.map((member) => ({ ...member, at })));
  const made: Asked = {
    terms: members.map(({ term }) => term),
    shares: Float32Array.from(members, ({ weight }) => weight),
    clauses: Uint16Array.from(members, ({ at }) => at),
    worth: Float32Array.from(query, (clause) => clause.weight * rarityOfClause(clause)),
  };
  asked.set(demand, made);
  return made;
}

function rarityOfClause({ members }: Clause): number {
  const [{ term } = { term: "" }] = members;
  return isConcept(term) ? rarityOf(term) : rarityOfWords(members);
}

function saidBy({ document, concepts }: PreparedDocument): ReadonlyMap<string, number> {
  const known = said.get(document);
  if (known) return known;
  const times = new Map<string, number>();
  const add = (term: string, count: number) => times.set(term, (times.get(term) ?? 0) + count);
  for (const term of searchTermsOf(document.title)) add(term, titleFactor);
  for (const term of searchTermsOf(document.body)) add(term, 1);
  for (const { id, weight } of concepts)
    add(conceptTerm(id), weight >= leadingFrom ? conceptTimes.leading : conceptTimes.named);
  said.set(document, times);
  return times;
}
