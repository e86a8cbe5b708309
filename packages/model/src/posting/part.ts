import {
  defaultLevels,
  type LevelChoice,
  type LevelledField,
  levelledFields,
  type PostingContent,
  type PostingFigure,
  walledAttributes,
  walledFields,
} from "./field.ts";
import { type DisclosureLevel, mayReadPart, narrownessOf, type ReaderRelation } from "./level.ts";

export type PostingFile = {
  readonly publicId: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
};

/** What one audience receives: always the subset of the content at exactly this level and side of the wall. */
export type PostingPartFields = Partial<
  Omit<PostingContent, "concept" | "language" | "title" | "attachments">
> & {
  readonly title?: string | undefined;
  readonly identity?:
    | { readonly publicId: string; readonly name: string; readonly nameEn?: string | undefined }
    | undefined;
  readonly attachments?: readonly PostingFile[] | undefined;
};

/** Facts of the platform that travel with the content: who posts, and the files that the content names. */
export type PostingExtra = Pick<PostingPartFields, "identity" | "attachments">;

export type PostingPart = {
  readonly level: DisclosureLevel;
  readonly walled: boolean;
  readonly fields: PostingPartFields;
};

const walledFieldSet: ReadonlySet<string> = new Set(walledFields);
const walledAttributeSet: ReadonlySet<string> = new Set(walledAttributes);

/**
 * The level at which a field is disclosed: the author's choice, else the default, and never wider than
 * `member` for a field behind the wall ([PO4]).
 */
export function levelOf(field: LevelledField, levels: LevelChoice): DisclosureLevel {
  const chosen = levels[field] ?? defaultLevels[field];
  return walledFieldSet.has(field) ? narrower(chosen, "member") : chosen;
}

/** The level of one figure: its own choice `figures.<attribute>`, else that of all figures; a price opens no wider than the price field ([PO4]). */
export function levelOfFigure(attribute: string, levels: LevelChoice): DisclosureLevel {
  const start = levelOf("figures", levels);
  const common = attribute === "price" ? narrower(start, levelOf("price", levels)) : start;
  const chosen = levels[`figures.${attribute}`] ?? common;
  return walledAttributeSet.has(attribute) ? narrower(chosen, "member") : chosen;
}

export function isWalled(field: string): boolean {
  return walledFieldSet.has(field) || walledAttributeSet.has(field);
}

/**
 * Splits a posting into the rows that are stored, one per (level, side of the wall) that holds anything ([PO4]).
 * The union of the rows is the content, and no value stands in two rows.
 * @param extra identity and attachments, which are facts of the platform rather than typed content
 */
export function toParts(
  content: PostingContent,
  levels: LevelChoice,
  extra: PostingExtra = {},
): PostingPart[] {
  const rows = new Map<
    string,
    { level: DisclosureLevel; walled: boolean; fields: Record<string, unknown> }
  >();
  const place = (level: DisclosureLevel, walled: boolean, key: string, value: unknown) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return;
    const id = `${level}/${walled}`;
    const row = rows.get(id) ?? { level, walled, fields: {} };
    rows.set(id, row);
    row.fields[key] =
      key === "figures" ? [...((row.fields[key] as unknown[] | undefined) ?? []), value] : value;
  };

  place("everyone", false, "title", content.title);
  place("everyone", false, "concepts", content.concepts);
  for (const field of levelledFields) {
    if (field === "figures" || field === "maturity") continue;
    place(
      levelOf(field, levels),
      walledFieldSet.has(field),
      field,
      field === "identity" || field === "attachments" ? extra[field] : content[field],
    );
  }
  const maturityLevel = levelOf("maturity", levels);
  place(maturityLevel, false, "maturity", content.maturity);
  place(maturityLevel, false, "trl", content.trl);
  for (const figure of content.figures) {
    place(
      levelOfFigure(figure.attribute, levels),
      walledAttributeSet.has(figure.attribute),
      "figures",
      figure,
    );
  }
  place("own", false, "internalNote", content.internalNote);
  place("own", false, "leftInText", content.leftInText);
  return [...rows.values()].sort(
    (a, b) => narrownessOf(a.level) - narrownessOf(b.level) || Number(a.walled) - Number(b.walled),
  );
}

/**
 * Who sees each field and figure (`figures.<attribute>`) of a posting, told from its stored parts. [PO5]
 * @example levelsOfParts([{ level: "own", fields: { price: "1" } }]) // { price: "own" }
 */
export function levelsOfParts(parts: readonly Pick<PostingPart, "level" | "fields">[]): LevelChoice {
  const levels = parts.flatMap(({ level, fields }) =>
    Object.keys(fields).flatMap((field) =>
      field === "figures"
        ? (fields.figures ?? []).map(({ attribute }) => [`figures.${attribute}`, level] as const)
        : [[field, level] as const],
    ),
  );
  return Object.fromEntries(levels);
}

/** Merges the parts that arrived into one reading; a field that did not arrive is simply absent ([PO5]). */
export function mergeParts(parts: readonly { readonly fields: PostingPartFields }[]): PostingPartFields {
  const figures: PostingFigure[] = parts.flatMap((part) => part.fields.figures ?? []);
  const merged = Object.assign({}, ...parts.map((part) => part.fields)) as PostingPartFields;
  return figures.length > 0 ? { ...merged, figures } : merged;
}

/**
 * A posting as a reader of this relation receives it: the author's preview, by the rules of the stored parts ([PO5]).
 * @example readAs("competitor", content, {}).volume // undefined
 */
export function readAs(
  reader: ReaderRelation,
  content: PostingContent,
  levels: LevelChoice,
  extra: PostingExtra = {},
): PostingPartFields {
  return mergeParts(
    toParts(content, levels, extra).filter((part) => mayReadPart(reader, part.level, part.walled)),
  );
}

function narrower(a: DisclosureLevel, b: DisclosureLevel): DisclosureLevel {
  return narrownessOf(a) >= narrownessOf(b) ? a : b;
}
