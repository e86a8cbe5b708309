/** Who may read a field of a live record: everybody, members of verified organizations, the owner and the reviewers. */
export const registerLevels = ["everyone", "member", "own"] as const;
export type RegisterLevel = (typeof registerLevels)[number];

/** How sure a value is: read in its source, told by a third party, estimated, worked out, or kept back. */
export const readings = ["seen", "reported", "estimated", "computed", "withheld"] as const;
export type Reading = (typeof readings)[number];

export type Bilingual = { readonly zh: string | null; readonly en: string | null };
/** A number as it was given: `value`, `low` and `high` are decimals in `unit`; `basis` says what it is counted per. */
export type Figure = {
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string;
  readonly basis: string | null;
};
export type Point = { readonly lon: number; readonly lat: number };
/** Another row that a field names: its public id, and its title where the reader may see it. */
export type Named = { readonly publicId: string; readonly zh: string | null; readonly en: string | null };

export type FieldOptions = {
  /** Default: the register's own level. */
  readonly level?: RegisterLevel;
  /** Without it the record is not submitted. */
  readonly required?: true;
  /** Asked for where the named field is empty; the register's own check holds both to it. */
  readonly unless?: string;
  /** Only a step fills it in; the form leaves it out. */
  readonly byStep?: true;
  /** A list opens in the order of this field: the smallest or first on top, or the largest or last. One field of a register at most. */
  readonly order?: "rising" | "falling";
  /** It is asked only where a choice or flag above it has this value. */
  readonly when?: { readonly field: string; readonly is: string | true };
};

/** `holds` carries the type of the value; no field has it. */
type Kind<K extends string, V, O = unknown> = FieldOptions & O & { readonly kind: K; readonly holds?: V };

/** `of`: the text is a code, of a published series or of a region of one, which a form lets people choose by its name. */
export type TextField = Kind<
  "text",
  string,
  { readonly max: number; readonly long?: true; readonly of?: "series" | "region" | "person" }
>;
export type BilingualField = Kind<"bilingual", Bilingual, { readonly max: number; readonly long?: true }>;
export type ChoiceField<C extends string = string> = Kind<"choice", C, { readonly choices: readonly C[] }>;
export type ChoicesField<C extends string = string> = Kind<
  "choices",
  readonly C[],
  { readonly choices: readonly C[] }
>;
/** So many days from today, by the value of another field. A person may choose another day. */
export type ProposedDay = { readonly by: string; readonly days: Readonly<Record<string, number>> };
/** `partial`: a year or a month is enough, as sources often print no day. `today`: a form begins with the day it is opened. */
export type DayField = Kind<
  "day",
  string,
  { readonly partial?: true; readonly propose?: ProposedDay; readonly today?: true }
>;
export type CountField = Kind<"count", number, { readonly min: number; readonly max: number }>;
export type FlagField = Kind<"flag", boolean>;
export type LinkField = Kind<"link", string>;
export type CountryField = Kind<"country", string>;
export type PointField = Kind<"point", Point>;
/** One closed area as well-known text; its corners are open to all who read the field. */
export type OutlineField = Kind<"outline", string>;
/** The first unit is the base: it sorts, filters and draws. `basis` lists what an amount may be counted per. */
export type FigureField = Kind<
  "figure",
  Figure,
  {
    readonly units: readonly [string, ...string[]];
    readonly basis?: readonly string[];
    readonly min?: string;
    readonly max?: string;
    /** A range wider than this, in its unit, tells too little: it has no place in an order, and lists say so. [RG7] */
    readonly widest?: string;
    /** A figure with decimals is read to so many significant digits; files give every one. [RG7] */
    readonly digits?: number;
  }
>;
/** `party`: the organization reads the record as soon as it is no draft, and nobody decides whom it touches. [CS1] */
export type OrganizationField = Kind<"organization", Named, { readonly party?: true }>;
/** Another record, of the named register. */
export type RecordField = Kind<"record", Named, { readonly of: string }>;

export type Field =
  | TextField
  | BilingualField
  | ChoiceField
  | ChoicesField
  | DayField
  | CountField
  | FlagField
  | LinkField
  | CountryField
  | PointField
  | OutlineField
  | FigureField
  | OrganizationField
  | RecordField;
export type FieldKind = Field["kind"];

/** The value that a field holds when it is filled in. */
export type ValueOf<F extends Field> = F extends { readonly holds?: infer V } ? NonNullable<V> : never;

export const text = <const O extends FieldOptions>(
  options: O & Pick<TextField, "max" | "long" | "of">,
): TextField & O => ({ kind: "text", ...options });
export const bilingual = <const O extends FieldOptions>(
  options: O & { readonly max: number; readonly long?: true },
): BilingualField & O => ({ kind: "bilingual", ...options });
export const choice = <const C extends string>(
  choices: readonly C[],
  options: FieldOptions = {},
): ChoiceField<C> => ({ kind: "choice", choices, ...options });
export const choices = <const C extends string>(
  given: readonly C[],
  options: FieldOptions = {},
): ChoicesField<C> => ({ kind: "choices", choices: given, ...options });
export const day = (options: Omit<DayField, "kind"> = {}): DayField => ({ kind: "day", ...options });
export const count = (
  options: FieldOptions & { readonly min: number; readonly max: number },
): CountField => ({ kind: "count", ...options });
export const flag = (options: FieldOptions = {}): FlagField => ({ kind: "flag", ...options });
export const link = (options: FieldOptions = {}): LinkField => ({ kind: "link", ...options });
export const country = (options: FieldOptions = {}): CountryField => ({ kind: "country", ...options });
export const point = (options: FieldOptions = {}): PointField => ({ kind: "point", ...options });
export const outline = (options: FieldOptions = {}): OutlineField => ({ kind: "outline", ...options });
export const figure = (options: FieldOptions & Omit<FigureField, "kind">): FigureField => ({
  kind: "figure",
  ...options,
});
export const organization = (options: FieldOptions & { readonly party?: true } = {}): OrganizationField => ({
  kind: "organization",
  ...options,
});
export const record = (of: string, options: FieldOptions = {}): RecordField => ({
  kind: "record",
  of,
  ...options,
});
