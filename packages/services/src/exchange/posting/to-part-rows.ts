import type { postingPart } from "@lilink/db/schema";
import { loadConcept } from "@lilink/model/chain";
import {
  type LevelChoice,
  type PostingContent,
  type PostingKind,
  type PostingPartFields,
  toParts,
  wallKeysOf,
} from "@lilink/model/posting";
import { toSearchText } from "./to-search-text.ts";

type NewPart = typeof postingPart.$inferInsert;

export type PartSource = {
  readonly postingId: string;
  readonly publicId: string;
  readonly version: number;
  readonly organizationId: string;
  readonly kind: PostingKind;
  readonly content: PostingContent;
  readonly levels: LevelChoice;
  readonly extra: Pick<PostingPartFields, "identity" | "attachments">;
  /** The present version of the terms of use. */
  readonly useVersion: number | null;
  readonly owner: { readonly links: readonly string[]; readonly offers: readonly string[] };
};

/** The rows of a version; whatever is derived from fields (facets, search) is derived per row and never mixed. */
export function toPartRows(source: PartSource): (Omit<NewPart, "search"> & { search: string })[] {
  const concepts = [source.content.concept, ...(source.content.concepts ?? [])];
  const wallKeys = wallKeysOf(source.kind, concepts, source.owner);
  const link = loadConcept(source.content.concept).link;
  return toParts(source.content, source.levels, source.extra).map((part) => ({
    postingId: source.postingId,
    version: source.version,
    level: part.level,
    walled: part.walled,
    organizationId: source.organizationId,
    state: "review",
    publicId: source.publicId,
    kind: source.kind,
    concept: source.content.concept,
    link,
    language: source.content.language,
    fields: part.fields,
    facets: facetsOf(part.fields, part.level === "everyone" && !part.walled ? concepts : []),
    search: toSearchText(part.fields, part.level === "everyone" && !part.walled ? concepts : []),
    wallKeys,
    useVersion: source.useVersion,
  }));
}

function facetsOf(fields: PostingPartFields, concepts: readonly string[]): string[] {
  return [
    ...concepts.map((concept) => `concept:${concept}`),
    ...(fields.region ? [`region:${fields.region}`] : []),
    ...(fields.maturity ? [`maturity:${fields.maturity}`] : []),
    ...(fields.trl ? [`trl:${fields.trl}`] : []),
    ...(fields.ipStatus ? [`ip:${fields.ipStatus}`] : []),
    ...(fields.cooperation ?? []).map((form) => `cooperation:${form}`),
    ...new Set((fields.figures ?? []).map(({ attribute }) => `figure:${attribute}`)),
  ];
}
