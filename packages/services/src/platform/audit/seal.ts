import { createHash } from "node:crypto";

export const chainKinds = ["audit", "disclosure"] as const;
export type ChainKind = (typeof chainKinds)[number];

/** The chain of acts that belong to no organization, such as those of visitors and jobs. */
export const NO_ORGANIZATION = "00000000-0000-0000-0000-000000000000";

/** What stands before the first link of each chain. */
export const NO_HASH = "0".repeat(64);

/** The columns of an entry that its hash covers, in the order of their bytes ([AU3]). */
export const COVERED = {
  audit: [
    "id",
    "organization_id",
    "person_id",
    "actor_kind",
    "action",
    "subject_kind",
    "subject_id",
    "detail",
    "at",
  ],
  disclosure: [
    "id",
    "owner_organization_id",
    "posting_id",
    "form_id",
    "version",
    "level",
    "purpose",
    "reader_organization_id",
    "reader_person_id",
    "at",
  ],
} as const satisfies Record<ChainKind, readonly string[]>;

export type Link = {
  readonly kind: ChainKind;
  readonly chain: string;
  readonly number: number;
  readonly entryId: string;
  readonly prior: string;
  readonly hash: string;
};

/** An entry as text, column by column in the order of `COVERED`. */
export type EntryForm = readonly (string | null)[];

/** The SHA-256 over the canonical form of an entry at its place ([AU3]), in hexadecimal digits. */
export function sealOf(link: Omit<Link, "entryId" | "hash">, form: EntryForm): string {
  const hash = createHash("sha256");
  for (const text of ["lilink-audit-1", link.kind, link.chain, String(link.number), link.prior, ...form]) {
    hash.update(measured(text));
  }
  return hash.digest("hex");
}

// A text with its length before it: two lists of texts are never the same bytes.
function measured(text: string | null): string {
  return text === null ? "-," : `${Buffer.byteLength(text)}:${text},`;
}
