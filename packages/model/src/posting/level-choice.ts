import type { FieldFault } from "../error/index.ts";
import { defaultLevels, type LevelChoice, type LevelledField, levelledFields } from "./field.ts";
import { type DisclosureLevel, disclosureLevels } from "./level.ts";
import { isWalled } from "./part.ts";
import type { PostingKind } from "./vocabulary.ts";

/**
 * The choices that a draft is kept with: what its author chose, and where nothing was chosen the price of a need, which
 * is what the buyer would pay at most, for the own organization alone ([PO4]).
 * @example startLevels("need", { summary: "member" }) // { price: "own", summary: "member" }
 */
export function startLevels(kind: PostingKind, chosen: LevelChoice): LevelChoice {
  return kind === "need" ? { price: "own", ...chosen } : chosen;
}

/**
 * The levels an author may choose for a field (`price`) or one figure (`figures.moq`): all, but never `everyone` for
 * what stands behind the competitor wall ([PO4]).
 * @example levelsAllowed("price") // ["member", "partner", "own"]
 */
export function levelsAllowed(field: string): readonly DisclosureLevel[] {
  return isWalled(field.replace(/^figures\./, ""))
    ? disclosureLevels.filter((level) => level !== "everyone")
    : disclosureLevels;
}

/** Choices that open a walled field too widely, each as a fault of its `levels.<field>`; they are told, not just narrowed. */
export function faultsOfLevels(levels: LevelChoice): FieldFault[] {
  return Object.entries(levels).flatMap(([field, level]) =>
    levelsAllowed(field).includes(level)
      ? []
      : [{ field: `levels.${field}`, rule: "levelTooOpen" as const, params: { max: "member" } }],
  );
}

/**
 * The levels that a reader can hope for beyond an open reading, by kind in general and never by what this posting
 * hides: the line "more opens after consent" must not tell whether anything is hidden ([PO5]).
 */
export const fieldsBeyondMember: readonly LevelledField[] = levelledFields.filter(
  (field) => defaultLevels[field] === "partner",
);
