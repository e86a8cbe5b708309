import { toTsVectorInput } from "@lilink/engine/text";
import { loadConcept } from "@lilink/model/chain";
import type { PostingPartFields } from "@lilink/model/posting";
import { tokensOf } from "@lilink/model/text";

/** What one part contributes to full-text search, as input of to_tsvector('simple', …). */
export function toSearchText(fields: PostingPartFields, concepts: readonly string[]): string {
  const names = concepts.flatMap((id) => {
    const concept = loadConcept(id);
    return [concept.zh, concept.en, ...concept.synonyms, ...concept.abbreviations];
  });
  return toTsVectorInput(tokensOf([...piecesOf(fields), ...names].join("\n")));
}

/** The texts of a part, its title first. */
export function piecesOf(fields: PostingPartFields): string[] {
  return [
    fields.title,
    fields.summary,
    fields.description,
    fields.comparison,
    fields.evidence,
    fields.customers,
    fields.price,
    fields.internalNote,
    fields.identity?.name,
    fields.identity?.nameEn,
  ].filter((piece) => piece !== undefined);
}
