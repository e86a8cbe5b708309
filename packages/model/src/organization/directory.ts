import type { LinkId } from "../chain/index.ts";
import directoryJson from "./data/directory.json" with { type: "json" };
import type { OrganizationKind } from "./vocabulary.ts";

type Bilingual = { readonly zh: string; readonly en: string };

/**
 * A real body in the directory, unclaimed. `origin` seed: the paper names it, `seedSays` is what it says of it, in our
 * words. `recalled`: from memory, unchecked. `describedAs` is finer than `kind`. `proposed`: does not exist yet.
 */
export type DirectoryEntry = {
  readonly id: string;
  readonly nameZh: string | null;
  readonly nameEn: string;
  readonly country: string;
  readonly kind: OrganizationKind;
  readonly describedAs: string;
  readonly links: readonly LinkId[];
  readonly role: Bilingual;
  readonly seedSays: Bilingual | null;
  readonly seedSection: string | null;
  readonly nameConfidence: "verified" | "recalled" | "none";
  readonly origin: "seed" | "recalled";
  readonly creditCode?: string;
  readonly note?: string;
  readonly proposed?: true;
};

/** 46 bodies that the paper names, then 22 recalled ones. They author nothing until they are claimed. [OR2] */
export const directory = directoryJson as readonly DirectoryEntry[];

const entryById = new Map(directory.map((entry) => [entry.id, entry]));

/** The entry of an id, or null. @example findDirectoryEntry("ORG-22")?.nameZh */
export function findDirectoryEntry(id: string): DirectoryEntry | null {
  return entryById.get(id) ?? null;
}
