import type { MatchDocument } from "@lilink/model/matching";
import {
  type DisclosureLevel,
  mayReadPart,
  mergeParts,
  narrownessOf,
  type PostingKind,
  type PostingPartFields,
  type ReaderRelation,
  toOwnWords,
} from "@lilink/model/posting";

export type StoredPart = {
  readonly level: DisclosureLevel;
  readonly walled: boolean;
  readonly fields: PostingPartFields;
};

export type StoredPosting = {
  readonly id: string;
  readonly version: number;
  readonly kind: PostingKind;
  readonly concept: string;
  readonly language: string;
  readonly organizationId: string;
  readonly wallKeys: readonly string[];
  /** The terms under which what is not for everyone is read; null: none. [US3] */
  readonly useVersion: number | null;
  readonly validUntil: Date | null;
  readonly parts: readonly StoredPart[];
};

type PartRow = Omit<StoredPosting, "parts"> & StoredPart;

/** Parts as they were read, brought together posting by posting. */
export function toStoredPostings(rows: readonly PartRow[]): StoredPosting[] {
  const found = new Map<string, StoredPosting & { readonly parts: StoredPart[] }>();
  for (const { level, walled, fields, ...row } of rows) {
    const known = found.get(row.id) ?? { ...row, parts: [] };
    known.parts.push({ level, walled, fields });
    found.set(row.id, known);
  }
  return [...found.values()];
}

/**
 * A posting as a reader of this relation receives it, ready to be matched ([MT1]): absent and hidden look the same, and what a mail
 * quotes is another one's. [PO34]
 */
export function toMatchDocument(posting: StoredPosting, reader: ReaderRelation): MatchDocument {
  const fields = mergeParts(posting.parts.filter((part) => mayReadPart(reader, part.level, part.walled)));
  const description = fields.description ? toOwnWords(fields.description) : undefined;
  return {
    id: posting.id,
    kind: posting.kind,
    concepts: [posting.concept, ...(fields.concepts ?? [])],
    title: fields.title ?? "",
    body: [fields.summary, description, fields.comparison, fields.evidence].filter(Boolean).join("\n"),
    lang: posting.language,
    figures: fields.figures ?? [],
    ...(fields.volume ? { volume: fields.volume } : {}),
    ...(fields.region ? { region: fields.region } : {}),
    ...(fields.trl ? { trl: fields.trl } : {}),
    ...(fields.maturity ? { maturity: fields.maturity } : {}),
    ...(fields.ipStatus ? { ipStatus: fields.ipStatus } : {}),
    ...(fields.cooperation ? { cooperation: fields.cooperation } : {}),
    ...(posting.validUntil ? { validUntil: posting.validUntil.toISOString().slice(0, 10) } : {}),
  };
}

/** Which parts of a posting this reader receives, as one number; row security shows a match while it is still this one. */
export function seenBy(posting: StoredPosting, reader: ReaderRelation): number {
  return posting.parts
    .filter((part) => mayReadPart(reader, part.level, part.walled))
    .reduce((seen, part) => seen | (1 << (2 * narrownessOf(part.level) + Number(part.walled))), 0);
}

/**
 * Who reads what every verified member may read, competitors included: the only reading that the other side is judged by. Under terms of
 * use that is what everyone reads. [US4]
 */
export const openRelation = ({ useVersion }: Pick<StoredPosting, "useVersion">): ReaderRelation =>
  useVersion === null ? "competitor" : "visitor";
