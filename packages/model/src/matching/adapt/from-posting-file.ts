import {
  type Comparator,
  type CooperationForm,
  comparators,
  cooperationForms,
  type PostingKind,
  postingKinds,
} from "../../posting/index.ts";
import type { Figure, MatchDocument } from "../document.ts";
import { readDocument } from "../propose/read-document.ts";

type FileAttribute = {
  readonly attribute: string;
  readonly op: string;
  readonly value: number | string;
  readonly high?: number | string | undefined;
  readonly max?: number | string | undefined;
  readonly unit: string;
  readonly hard?: boolean | undefined;
};

type FilePosting = {
  readonly id: string;
  readonly kind: string;
  readonly lang: string;
  readonly organisation?: { readonly type?: string; readonly province?: string } | undefined;
  readonly title: string;
  readonly body: string;
  readonly primary_concept?: string | undefined;
  readonly concepts?: readonly string[] | undefined;
  readonly attributes?: readonly FileAttribute[] | undefined;
  readonly trl?: number | undefined;
  readonly trl_min?: number | undefined;
  readonly modes?: readonly string[] | undefined;
  readonly valid_until?: string | undefined;
};

/** A file of graded postings as evaluations hand it over; grades 0 to 3. */
export type PostingFile = {
  readonly capabilities: readonly FilePosting[];
  readonly needs: readonly FilePosting[];
  readonly judgements: readonly {
    readonly need: string;
    readonly capability: string;
    readonly grade: number;
  }[];
};

export type ReadPostingFile = {
  readonly capabilities: readonly MatchDocument[];
  readonly needs: readonly MatchDocument[];
  readonly judgements: PostingFile["judgements"];
};

/**
 * Turns a file of graded postings into documents. A posting that names neither a concept nor a figure in its fields is
 * known by its words, and its other fields stand beside them. [MT19]
 * @param options.textOnly hides every structured field: all is read from title and body
 * @example fromPostingFile(file).needs[0]?.figures[0]?.attribute // "purity"
 */
export function fromPostingFile(
  file: PostingFile,
  options: { readonly textOnly?: boolean } = {},
): ReadPostingFile {
  const read = (posting: FilePosting) => toDocument(posting, options.textOnly === true);
  return {
    capabilities: file.capabilities.map(read),
    needs: file.needs.map(read),
    judgements: file.judgements,
  };
}

function toDocument(posting: FilePosting, textOnly: boolean): MatchDocument {
  const { id, title, body, lang } = posting;
  const text = { id, kind: kindOf(posting.kind), title, body, lang };
  if (textOnly) return readDocument(text);
  const primary = posting.primary_concept;
  const stated = posting.concepts ?? [];
  const concepts =
    primary === undefined ? stated : [primary, ...stated.filter((concept) => concept !== primary)];
  const figures = (posting.attributes ?? []).map(toFigure);
  const heard = concepts.length === 0 && figures.length === 0 ? readDocument(text) : undefined;
  return {
    ...(heard ?? { ...text, concepts, figures }),
    region: posting.organisation?.province ?? heard?.region,
    kindOfOrganization: posting.organisation?.type,
    trl: posting.trl ?? posting.trl_min ?? heard?.trl,
    cooperation: posting.modes ? formsOf(posting.modes) : heard?.cooperation,
    validUntil: posting.valid_until,
  };
}

function kindOf(kind: string): PostingKind {
  return postingKinds.find((known) => known === kind) ?? "need";
}

function toFigure(attribute: FileAttribute): Figure {
  const high = attribute.high ?? attribute.max;
  const op: Comparator =
    comparators.find((known) => known === attribute.op) ?? (high === undefined ? "=" : "range");
  return {
    attribute: attribute.attribute,
    op,
    value: String(attribute.value),
    ...(high === undefined ? {} : { high: String(high) }),
    unit: attribute.unit,
    hard: attribute.hard ?? true,
  };
}

function formsOf(modes: readonly string[]): readonly CooperationForm[] {
  return cooperationForms.filter((form) => modes.includes(form));
}
