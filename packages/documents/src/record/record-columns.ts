import { createTranslator, formatUnit, type Locale, locales, recordWords } from "@lilink/i18n";
import { type Field, type Register, readings } from "@lilink/model/register";

/** A code and the words that stand for it in a file; the first is written, all are read. */
export type Option = { readonly code: string; readonly words: readonly string[] };

/** A column of a register's files. Its id names the field and the part of it. @example "cost.unit", "source.title", "type" */
export type RecordColumn = {
  readonly id: string;
  readonly field: string;
  readonly part: string | null;
  readonly kind: Field["kind"] | "source" | "reading" | "about";
  /** What its field is called, in the language of the file; the heading names the part too. */
  readonly label: string;
  readonly header: string;
  /** What the heading is read by, in either language. */
  readonly names: readonly string[];
  readonly options: readonly Option[];
  readonly help: string | null;
  readonly isRequired: boolean;
  /** It is written and not read: what only a step fills in, the record's id and its state. */
  readonly isReadOnly: boolean;
};

/** What a file says of a source, a column each. */
export const sourceParts = ["title", "url", "date", "licence"] as const;

const partsOf: Partial<Record<Field["kind"], readonly string[]>> = {
  bilingual: ["zh", "en"],
  point: ["lon", "lat"],
  figure: ["value", "low", "high", "unit", "basis"],
};

/** The columns of a register's template, export and import: its id and state, its fields, then its sources and how it was read. */
export function recordColumns(register: Register, locale: Locale): readonly RecordColumn[] {
  const languages = [locale, ...locales.filter((one) => one !== locale)];
  const say = (of: (locale: Locale) => string) => languages.map(of);
  const make = (
    given: Pick<RecordColumn, "id" | "kind"> & Partial<RecordColumn>,
    names: readonly string[],
  ) => ({
    ...{
      field: given.id.split(".")[0] ?? given.id,
      part: given.id.split(".")[1] ?? null,
      options: [],
      help: null,
    },
    ...{ isRequired: false, isReadOnly: false, names: [...names, given.id] },
    ...{ header: names[0] ?? given.id, label: names[0] ?? given.id },
    ...given,
  });
  const t = (one: Locale) => createTranslator(one, "register");
  const fields = Object.entries(register.fields).flatMap(([name, field]) => {
    const parts = (partsOf[field.kind] ?? [""]).filter(
      (part) => part !== "basis" || (field.kind === "figure" && field.basis !== undefined),
    );
    return parts.map((part) => {
      const names = say((one) => {
        const word = recordWords(register.name, one).field(name);
        return part === "" ? word : toPartName(word, t(one)(`form.${part as "zh"}`), one);
      });
      return make(
        {
          id: part === "" ? name : `${name}.${part}`,
          kind: field.kind,
          label: recordWords(register.name, locale).field(name),
          options: optionsOf(register, name, field, part, languages),
          help: recordWords(register.name, locale).help(name),
          isRequired: field.required === true,
          isReadOnly: field.byStep === true,
        },
        names,
      );
    });
  });
  const about = (["id", "state"] as const).map((part) =>
    make(
      { id: `record.${part}`, kind: "about", isReadOnly: true },
      say((one) => t(one)(`file.${part}`)),
    ),
  );
  const source = sourceParts.map((part) =>
    make(
      { id: `source.${part}`, kind: "source" },
      say((one) => t(one)(`file.source.${part}`)),
    ),
  );
  const reading = make(
    {
      id: "reading",
      kind: "reading",
      options: readings.map((code) => ({ code, words: say((one) => t(one)(`reading.${code}`)) })),
    },
    say((one) => t(one)("file.reading")),
  );
  return [...about, ...fields, ...source, reading];
}

const toPartName = (word: string, part: string, locale: Locale) =>
  locale === "en" ? `${word} (${part})` : `${word}（${part}）`;

/** What a cell is chosen from; a country and a free text have no list. */
function optionsOf(
  register: Register,
  name: string,
  field: Field,
  part: string,
  languages: readonly Locale[],
): readonly Option[] {
  const words = languages.map((locale) => recordWords(register.name, locale));
  if (field.kind === "choice" || field.kind === "choices")
    return field.choices.map((code) => ({ code, words: words.map((one) => one.choice(name, code)) }));
  if (field.kind === "flag")
    return ["yes", "no"].map((code) => ({
      code,
      words: languages.map((locale) => createTranslator(locale, "register")(`file.${code as "yes"}`)),
    }));
  if (field.kind !== "figure") return [];
  if (part === "unit")
    return field.units.map((code) => ({
      code,
      words: [code, ...languages.map((locale) => formatUnit(code, locale))],
    }));
  return part === "basis"
    ? (field.basis ?? []).map((code) => ({ code, words: words.map((one) => one.basis(code)) }))
    : [];
}

/** Texts are compared without case, width and blanks. */
export const foldHeading = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, "");
