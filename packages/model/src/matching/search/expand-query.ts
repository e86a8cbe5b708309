import type { PostingKind } from "../../posting/index.ts";
import type { PreparedDocument } from "../prepare-document.ts";
import { demandsOf, strengthOf, tiesOf } from "../relate/relation-table.ts";
import { sideOf } from "../relate/side-of-pair.ts";

export type QueryTerm = { readonly term: string; readonly weight: number };

/** A concept as a term of the index; no word of a text holds a colon. */
export function conceptTerm(id: string): string {
  return `concept:${id}`;
}

/**
 * The terms of a query, sorted so that sums come out alike whatever was put in first: the words of the posting, and
 * every concept that could answer its own through the chain, by the strength of the tie. [MT8] [MT18]
 */
export function expandQuery(query: PreparedDocument, kinds: readonly PostingKind[]): readonly QueryTerm[] {
  const weights = new Map<string, number>();
  const raise = (term: string, weight: number) => weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  for (const [term, { title }] of query.terms) raise(term, title > 0 ? 1.5 : 1);
  const sides = new Set(kinds.map((kind) => sideOf(query.document.kind, kind)));
  for (const { id, weight } of query.concepts) {
    raise(conceptTerm(id), weight);
    const tables = [sides.has("demand") ? tiesOf(id) : [], sides.has("offer") ? demandsOf(id) : []];
    for (const table of tables) {
      for (const [concept, tie] of table)
        raise(conceptTerm(concept), (weight * strengthOf[tie.code]) / strengthOf.same);
    }
  }
  return [...weights].map(([term, weight]) => ({ term, weight })).sort((a, b) => (a.term < b.term ? -1 : 1));
}
