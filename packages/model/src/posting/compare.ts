import type { LevelChoice, PostingContent, PostingFigure } from "./field.ts";
import type { DisclosureLevel } from "./level.ts";
import { levelOf, levelOfFigure, type PostingPartFields } from "./part.ts";

/** One field that differs. `figures.<attribute>` stands for one figure; a side without the field is undefined. */
export type FieldChange = {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** A field's level that differs between two versions. */
export type LevelChange = {
  readonly field: string;
  readonly before: DisclosureLevel;
  readonly after: DisclosureLevel;
};

const plainFields = [
  "concept",
  "concepts",
  "language",
  "title",
  "summary",
  "description",
  "volume",
  "price",
  "customers",
  "region",
  "trl",
  "maturity",
  "ipStatus",
  "cooperation",
  "budget",
  "comparison",
  "evidence",
  "attachments",
  "internalNote",
  "leftInText",
] as const;

type Comparable = Partial<PostingContent> | PostingPartFields;

/**
 * What differs between two contents or two readings, field by field in the order of the form ([PO3]). A list or
 * figure counts as one value; empty and absent are the same.
 * @example compareContents({ title: "a" }, { title: "b" }) // [{ field: "title", before: "a", after: "b" }]
 */
export function compareContents(before: Comparable, after: Comparable): FieldChange[] {
  const old = toEntries(before);
  const next = toEntries(after);
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((field) => {
    const [a, b] = [old.get(field), next.get(field)];
    return canonical(a) === canonical(b) ? [] : [{ field, before: a, after: b }];
  });
}

/** The level changes between two versions, for the fields that either version fills. */
export function compareLevels(
  before: { readonly content: Partial<PostingContent>; readonly levels: LevelChoice },
  after: { readonly content: Partial<PostingContent>; readonly levels: LevelChoice },
): LevelChange[] {
  const fields = new Set(
    [before, after].flatMap(({ content }) => [...toEntries(content).keys()]).concat("identity"),
  );
  return [...fields].flatMap((field) => {
    const [a, b] = [levelIn(field, before.levels), levelIn(field, after.levels)];
    return a === null || b === null || a === b ? [] : [{ field, before: a, after: b }];
  });
}

function levelIn(field: string, levels: LevelChoice): DisclosureLevel | null {
  if (field.startsWith("figures.")) return levelOfFigure(field.split(".")[1] ?? "", levels);
  if (field === "trl") return levelOf("maturity", levels);
  if (["concept", "concepts", "language", "title"].includes(field)) return null;
  return field === "internalNote" || field === "leftInText" ? null : levelOf(field as "summary", levels);
}

function toEntries(content: Comparable): Map<string, unknown> {
  const entries = new Map<string, unknown>();
  const given = content as Readonly<Record<string, unknown>>;
  for (const field of plainFields) if (!isEmpty(given[field])) entries.set(field, given[field]);
  const figures = toFigures(given.figures);
  for (const [index, figure] of figures.entries()) {
    const before = figures.slice(0, index).filter((other) => other.attribute === figure.attribute).length;
    entries.set(`figures.${figure.attribute}${before === 0 ? "" : `.${before + 1}`}`, figure);
  }
  return entries;
}

/** The figures of a content; a draft keeps anything that was sent, so they may be no list of figures. */
function toFigures(value: unknown): readonly PostingFigure[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "object" && one !== null) : [];
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
  );
}

/** Equal for equal values whatever the order of their keys. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      inner && typeof inner === "object" && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ""
  );
}
