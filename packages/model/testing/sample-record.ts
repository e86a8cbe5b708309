import {
  type Field,
  type Fields,
  levelOf,
  type Register,
  type RegisterLevel,
  type Values,
} from "../src/register/index.ts";

/** A word that stands in every text field of a level, so that a reader who must not see the level is found out. */
export const plantedWord = (level: RegisterLevel, mark: string) => `planted${level}${mark}`;

/**
 * A complete record of any register, made from its declaration alone. Every text field carries the word of its level.
 * @param mark letters and digits that tell this record from others, in its unique fields too
 */
export function sampleValues(register: Register, mark: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(register.fields).map(([name, field]) => [
      name,
      field.byStep ? null : sampleValue(field, plantedWord(levelOf(register, field), mark)),
    ]),
  );
}

/** The record of a register that samples name where they must name one; whoever saves samples makes it first. */
export const sampleRecord = (of: string) => ({
  publicId: `sample${of.charAt(0).toUpperCase()}${of.slice(1)}`,
  zh: "示例",
  en: "Sample",
});

/** Values of some fields, the rest left out. */
export function sampleFields(fields: Fields, names: readonly string[], mark: string): Values {
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = fields[name];
      return field ? [[name, sampleValue(field, plantedWord("own", mark))]] : [];
    }),
  );
}

/** What a step asks for, filled in. */
export function sampleStepValues(register: Register, step: string, mark: string): Values {
  const names = register.machine.steps[step]?.fields ?? [];
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = register.fields[name];
      return field ? [[name, sampleValue(field, plantedWord(levelOf(register, field), mark))]] : [];
    }),
  );
}

function sampleValue(field: Field, word: string): unknown {
  switch (field.kind) {
    case "text":
      return word;
    case "bilingual":
      return { zh: `${word} 甲`, en: `${word} first` };
    case "choice":
      return field.choices.at(-1);
    case "choices":
      return field.choices.slice(0, 2);
    case "day":
      return field.partial ? "2026-01" : "2026-11-20";
    case "count":
      // What a step counts, such as votes, is bounded by what else is there: the least is always possible.
      return field.byStep ? field.min : field.min + 1;
    case "flag":
      return true;
    case "link":
      return "https://source.example/page";
    case "country":
      return "CL";
    case "point":
      return { lon: 101.2, lat: 30.3 };
    case "outline":
      return "POLYGON ((101.1 30.2, 101.3 30.2, 101.2 30.4, 101.1 30.2))";
    case "figure":
      return { value: "12.5", low: null, high: null, unit: field.units[0], basis: field.basis?.[0] ?? null };
    case "organization":
      return null;
    case "record":
      return field.required ? sampleRecord(field.of) : null;
  }
}
