import {
  defaultLevels,
  type LevelChoice,
  type LevelledField,
  levelledFields,
  type PostingContent,
} from "./field.ts";
import { type DisclosureLevel, narrownessOf } from "./level.ts";
import { startLevels } from "./level-choice.ts";
import { isWalled, levelOf, levelOfFigure } from "./part.ts";
import type { PostingKind } from "./vocabulary.ts";

/** A filled field or figure (`figures.<attribute>`) that is open to others than the whole posting. */
export type LevelException = {
  readonly field: string;
  readonly level: DisclosureLevel;
  /** Whether its author chose it, rather than that the field starts so. */
  readonly chosen: boolean;
};

/**
 * The one level that a posting has as a whole: that of its figures, with which it goes to whom it concerns. [PO14]
 * @example wholeOf({}) // "member"
 */
export function wholeOf(levels: LevelChoice): DisclosureLevel {
  return levelOf("figures", levels);
}

const narrower = (a: DisclosureLevel, b: DisclosureLevel): DisclosureLevel =>
  narrownessOf(a) >= narrownessOf(b) ? a : b;

/**
 * The level that a field has under one choice for the whole. What starts with everyone stays there until the whole is kept for
 * partners; what starts with partners or the own organization never opens by this choice. [PO14]
 * @example levelUnder("member", "summary", "need") // "everyone"
 * @example levelUnder("everyone", "price", "need") // "own"
 */
export function levelUnder(whole: DisclosureLevel, field: LevelledField, kind: PostingKind): DisclosureLevel {
  const start = levelOf(field, startLevels(kind, {}));
  if (start === "everyone") return narrownessOf(whole) <= narrownessOf("member") ? start : whole;
  const level = start === defaultLevels.figures ? whole : narrower(start, whole);
  return isWalled(field) ? narrower(level, "member") : level;
}

/** Every field at the level that it has under one choice for the whole; the choices for single figures go. [PO14] */
export function spreadWhole(
  whole: DisclosureLevel,
  kind: PostingKind,
): Readonly<Record<LevelledField, DisclosureLevel>> {
  const levels = levelledFields.map((field) => [field, levelUnder(whole, field, kind)] as const);
  return Object.fromEntries(levels) as Record<LevelledField, DisclosureLevel>;
}

/**
 * The levels of a posting kept to a narrower whole: what its author keeps narrower still stays so, and nothing opens. [PO33]
 * @example keptTo("partner", { region: "own" }, "need").region // "own"
 */
export function keptTo(
  whole: DisclosureLevel,
  levels: LevelChoice,
  kind: PostingKind,
): Readonly<Record<LevelledField, DisclosureLevel>> {
  const kept = levelledFields.map(
    (field) => [field, narrower(levelUnder(whole, field, kind), levelOf(field, levels))] as const,
  );
  return Object.fromEntries(kept) as Record<LevelledField, DisclosureLevel>;
}

/**
 * What of a posting is open to others than the whole, in the order of the form: the name of its organization and the fields and
 * figures that hold something. [PO14]
 * @example listExceptions("need", { price: "1" }, { price: "own" }).map(({ field }) => field) // ["identity", "price"]
 */
export function listExceptions(
  kind: PostingKind,
  content: Partial<PostingContent>,
  levels: LevelChoice,
): LevelException[] {
  const whole = wholeOf(levels);
  const differs = (field: string, level: DisclosureLevel) =>
    level !== (isWalled(field.replace(/^figures\./, "")) ? narrower(whole, "member") : whole);
  const fields = levelledFields
    .filter((field) => field !== "figures" && isFilled(field, content))
    .map((field) => {
      const level = levelOf(field, levels);
      return { field, level, chosen: level !== levelUnder(whole, field, kind) };
    })
    // Members without rivals are fewer than members. [PO4]
    .filter(({ field, level }) => level !== whole || (isWalled(field) && level === "member"));
  const attributes = new Set((content.figures ?? []).map(({ attribute }) => attribute).filter(Boolean));
  const figures = [...attributes].map((attribute) => ({
    field: `figures.${attribute}`,
    level: levelOfFigure(attribute, levels),
    chosen: levels[`figures.${attribute}`] !== undefined,
  }));
  return [...fields, ...figures.filter(({ field, level }) => differs(field, level))];
}

function isFilled(field: Exclude<LevelledField, "figures">, content: Partial<PostingContent>): boolean {
  if (field === "identity") return true;
  if (field === "maturity") return content.maturity !== undefined || content.trl !== undefined;
  const value: unknown = content[field];
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== "";
}
