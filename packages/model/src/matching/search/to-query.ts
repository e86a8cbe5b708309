import type { Clause } from "@lilink/engine/text-index";
import { toClauses } from "@lilink/engine/text-search";
import type { PostingKind } from "../../posting/index.ts";
import { tokenizer } from "../../text/index.ts";
import type { MatchDocument } from "../document.ts";
import { type PreparedDocument, prepareDocument } from "../prepare-document.ts";
import { demandsOf, strengthOf, tiesOf } from "../relate/relation-table.ts";
import { sideOf } from "../relate/side-of-pair.ts";

/** What a concept counts beside a word, and a word of the title beside one of the body. */
const conceptWeight = 3;
const titleWeight = 1.5;

/** A concept as a term of the index; no word of a text holds a colon. */
export function conceptTerm(id: string): string {
  return `concept:${id}`;
}

/**
 * A posting as a query: its words in its own language, their senses in the other one, and every concept that could
 * answer its own through the chain, by the strength of the tie. [MT8] [MT18]
 */
export function toQuery(
  document: MatchDocument,
  kinds: readonly PostingKind[],
  holds: (term: string) => boolean,
): readonly Clause[] {
  const vocabulary = { holds, namesBySound: () => [] };
  const clausesOf = (text: string, factor: number) =>
    (["zh", "en"] as const)
      .flatMap((language) => toClauses(text, language, vocabulary, tokenizer))
      .map(({ members, weight }) => ({ members, weight: weight * factor }));
  const words = [...clausesOf(document.title, titleWeight), ...clausesOf(document.body, 1)];
  return [...strongest(words), ...conceptClauses(prepareDocument(document), kinds)];
}

/** Each clause once, with its greatest weight: a posting that repeats itself asks for nothing more. */
function strongest(clauses: readonly Clause[]): readonly Clause[] {
  const found = new Map<string, Clause>();
  for (const clause of clauses) {
    const key = clause.members.map(({ term, weight }) => `${term} ${weight}`).join(" ");
    if (clause.weight > (found.get(key)?.weight ?? 0)) found.set(key, clause);
  }
  return [...found.values()];
}

function conceptClauses(query: PreparedDocument, kinds: readonly PostingKind[]): readonly Clause[] {
  const weights = new Map<string, number>();
  const raise = (id: string, weight: number) => weights.set(id, Math.max(weight, weights.get(id) ?? 0));
  const sides = new Set(kinds.map((kind) => sideOf(query.document.kind, kind)));
  for (const { id, weight } of query.concepts) {
    raise(id, weight);
    const tables = [sides.has("demand") ? tiesOf(id) : [], sides.has("offer") ? demandsOf(id) : []];
    for (const table of tables)
      for (const [concept, tie] of table) raise(concept, (weight * strengthOf[tie.code]) / strengthOf.same);
  }
  return [...weights].map(([id, weight]) => ({
    members: [{ term: conceptTerm(id), weight: 1 }],
    weight: weight * conceptWeight,
  }));
}
