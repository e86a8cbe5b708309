/** Disclosure levels from the widest to the narrowest audience. */
export const disclosureLevels = ["everyone", "member", "partner", "own"] as const;
export type DisclosureLevel = (typeof disclosureLevels)[number];

/** How narrow a level is: 0 for everyone, 3 for own. */
export function narrownessOf(level: DisclosureLevel): number {
  return disclosureLevels.indexOf(level);
}

/** What a reader is to one posting; decides which parts arrive. */
export const readerRelations = [
  "visitor",
  "member",
  "competitor",
  "partner",
  "owner",
  "reviewer",
  "regulator",
] as const;
export type ReaderRelation = (typeof readerRelations)[number];

/**
 * Whether a reader of this relation receives a part.
 * @param walled true for the part of a level that holds capacity, price, customer and volume
 * @example mayReadPart("competitor", "member", true) // false
 */
export function mayReadPart(reader: ReaderRelation, level: DisclosureLevel, walled: boolean): boolean {
  if (reader === "owner") return true;
  if (level === "own") return false;
  if (level === "everyone") return true;
  if (reader === "visitor") return false;
  if (level === "member") return !(walled && reader === "competitor");
  return reader === "partner" || reader === "reviewer";
}
