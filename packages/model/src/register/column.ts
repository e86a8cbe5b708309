import type { Field } from "./field.ts";

/** A column of a record's version table. `check` is SQL over the column's own name. */
export type Column = {
  readonly name: string;
  readonly type: "text" | "text[]" | "integer" | "boolean" | "numeric" | "uuid";
  readonly references?: string;
  readonly check?: string;
};

const toSnake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The name of a register's or a field's column. @example columnName("watchItem") // "watch_item" */
export const columnName = toSnake;

/** The two tables of a register: heads, and one row for each version and level. */
export function tablesOf({ name }: { readonly name: string }): {
  readonly head: string;
  readonly version: string;
} {
  const head = toSnake(name);
  return { head, version: `${head}_version` };
}

const quote = (word: string) => `'${word.replaceAll("'", "''")}'`;
const oneOf = (name: string, words: readonly string[]) => `${name} in (${words.map(quote).join(", ")})`;
const day = "^\\d{4}-\\d{2}-\\d{2}$";
const partialDay = "^\\d{4}(-\\d{2}(-\\d{2})?)?$";

// A file of many rows asks for the same columns once a row.
const known = new WeakMap<Field, Map<string, readonly [Column, ...Column[]]>>();

/**
 * The columns that hold a field, the one that sorts and filters first.
 * @example columnsOf("cost", figure({ units: ["USD/t"] })).map(({ name }) => name) // ["cost", "cost_value", "cost_low", …]
 */
export function columnsOf(fieldName: string, field: Field): readonly [Column, ...Column[]] {
  const byName = known.get(field) ?? new Map<string, readonly [Column, ...Column[]]>();
  const columns = byName.get(fieldName) ?? makeColumns(toSnake(fieldName), field);
  known.set(field, byName.set(fieldName, columns));
  return columns;
}

function makeColumns(name: string, field: Field): readonly [Column, ...Column[]] {
  switch (field.kind) {
    case "text":
      return [{ name, type: "text", check: `length(${name}) <= ${field.max}` }];
    case "bilingual":
      return [
        { name: `${name}_zh`, type: "text", check: `length(${name}_zh) <= ${field.max}` },
        { name: `${name}_en`, type: "text", check: `length(${name}_en) <= ${field.max}` },
      ];
    case "choice":
      return [{ name, type: "text", check: oneOf(name, field.choices) }];
    case "choices":
      return [{ name, type: "text[]", check: `${name} <@ array[${field.choices.map(quote).join(", ")}]` }];
    case "day":
      return [{ name, type: "text", check: `${name} ~ ${quote(field.partial ? partialDay : day)}` }];
    case "count":
      return [{ name, type: "integer", check: `${name} between ${field.min} and ${field.max}` }];
    case "flag":
      return [{ name, type: "boolean" }];
    case "link":
      return [{ name, type: "text", check: `${name} ~ '^https?://' and length(${name}) <= 600` }];
    case "country":
      return [{ name, type: "text", check: `${name} ~ '^[A-Z]{2}$'` }];
    case "point":
      return [
        { name: `${name}_lon`, type: "numeric", check: `${name}_lon between -180 and 180` },
        { name: `${name}_lat`, type: "numeric", check: `${name}_lat between -90 and 90` },
      ];
    case "outline":
      return [{ name, type: "text", check: `${name} like 'POLYGON ((%))' and length(${name}) <= 8000` }];
    case "figure":
      return [
        { name, type: "numeric" },
        { name: `${name}_value`, type: "numeric" },
        { name: `${name}_low`, type: "numeric" },
        { name: `${name}_high`, type: "numeric" },
        { name: `${name}_unit`, type: "text", check: oneOf(`${name}_unit`, field.units) },
        ...(field.basis
          ? [
              {
                name: `${name}_basis`,
                type: "text",
                check: oneOf(`${name}_basis`, field.basis),
              } as const,
            ]
          : []),
      ];
    case "organization":
      return [{ name: `${name}_id`, type: "uuid", references: "organization" }];
    case "record":
      return [{ name: `${name}_id`, type: "uuid", references: toSnake(field.of) }];
  }
}
