import { toTsVectorInput } from "@lilink/engine/text";
import type { Converted } from "@lilink/model/chain";
import {
  type Bilingual,
  columnName,
  columnsOf,
  convertFigure,
  type Field,
  type Figure,
  fieldsAt,
  levelOf,
  type Named,
  type Point,
  type Register,
  type RegisterLevel,
  type Values,
} from "@lilink/model/register";
import { tokensOf } from "@lilink/model/text";

/** What a column holds, as the driver takes and gives it. */
export type Cell = string | number | boolean | readonly string[] | null;

/** Ids of the rows that values name by public id. */
export type Refs = ReadonlyMap<string, string>;
export const refKey = (table: string, publicId: string) => `${table} ${publicId}`;

/** The table that a field's value is a row of, or null. */
export function referredTable(field: Field): string | null {
  if (field.kind === "organization") return "organization";
  return field.kind === "record" ? columnName(field.of) : null;
}

/** A level's values as cells, by column; a column that is left out is null. */
export function toCells(
  register: Register,
  level: RegisterLevel,
  values: Values,
  refs: Refs,
): Readonly<Record<string, Cell>> {
  return toCellsOfFields(fieldsAt(register, level), values, refs);
}

/** The same of any fields. */
export function toCellsOfFields(
  fields: readonly (readonly [name: string, field: Field])[],
  values: Values,
  refs: Refs,
): Readonly<Record<string, Cell>> {
  const cells: Record<string, Cell> = {};
  for (const [name, field] of fields) {
    const value = values[name];
    if (value === null || value === undefined) continue;
    const given = toCellsOf(field, value, refs);
    columnsOf(name, field).forEach((column, at) => {
      const cell = given[at];
      if (cell !== null && cell !== undefined) cells[column.name] = cell;
    });
  }
  return cells;
}

/** The cells of one value, in the order of its columns. */
function toCellsOf(field: Field, value: unknown, refs: Refs): readonly Cell[] {
  switch (field.kind) {
    case "bilingual": {
      const { zh, en } = value as Bilingual;
      return [zh, en];
    }
    case "point": {
      const { lon, lat } = value as Point;
      return [lon, lat];
    }
    case "figure": {
      const { value: given, low, high, unit, basis } = value as Figure;
      const [base] = field.units;
      const shown = given ?? low ?? high;
      return [
        shown === null || unit === base ? shown : inBaseOf(shown, unit, base),
        given,
        low,
        high,
        unit,
        ...(field.basis ? [basis] : []),
      ];
    }
    case "organization":
    case "record":
      return [refs.get(refKey(referredTable(field) ?? "", (value as Named).publicId)) ?? null];
    default:
      return [value as Cell];
  }
}

// Units of one kind differ by a factor, temperatures aside, and a file asks for the same ones again and again.
const factors = new Map<string, Converted | null>();

function factorOf(unit: string, base: string): Converted | null {
  const zero = convertFigure("0", unit, base);
  return zero.ok && zero.value.isZero() ? convertFigure("1", unit, base) : null;
}

function inBaseOf(shown: string, unit: string, base: string): string | null {
  const pair = `${unit}\n${base}`;
  const factor = factors.has(pair) ? factors.get(pair) : factorOf(unit, base);
  factors.set(pair, factor ?? null);
  if (factor?.ok) return factor.value.mul(shown).toFixed();
  const converted = convertFigure(shown, unit, base);
  return converted.ok ? converted.value.toFixed() : null;
}

/** A row's values, by the alias under which its level's columns were read. References arrive as {publicId, zh, en}. */
export function fromCells(
  register: Pick<Register, "fields">,
  row: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(register.fields)) values[name] = fromCellsOf(name, field, row);
  return values;
}

function fromCellsOf(name: string, field: Field, row: Readonly<Record<string, unknown>>): unknown {
  const columns = columnsOf(name, field).map((column) => column.name);
  const cells = columns.map((column) => row[column] ?? null);
  switch (field.kind) {
    case "bilingual":
      return cells.every((cell) => cell === null) ? null : { zh: cells[0], en: cells[1] };
    case "point":
      return cells[0] === null ? null : { lon: Number(cells[0]), lat: Number(cells[1]) };
    case "figure":
      return cells[4] === null
        ? null
        : { value: cells[1], low: cells[2], high: cells[3], unit: cells[4], basis: cells[5] ?? null };
    default:
      return cells[0];
  }
}

/** Every word of a level's row that a search finds it by, as input of to_tsvector. */
export function toSearchInput(register: Register, level: RegisterLevel, values: Values): string {
  const words = Object.entries(register.fields).flatMap(([name, field]) => {
    const value = values[name];
    if (levelOf(register, field) !== level || value === null || value === undefined) return [];
    if (field.kind === "bilingual") return Object.values(value as Bilingual).filter((word) => word !== null);
    return field.kind === "text" ? [String(value)] : [];
  });
  return toTsVectorInput(tokensOf(words.join("\n")));
}

/** The text under which no two records may stand, or null where it is incomplete. Case, width and blanks do not count. */
export function toKey(register: Register, values: Values): string | null {
  const parts = register.unique.map((name) => {
    const value = values[name];
    const text =
      value && typeof value === "object" && "zh" in value ? Object.values(value).find(Boolean) : value;
    return text === null || text === undefined
      ? null
      : String(text).normalize("NFKC").toLowerCase().replaceAll(/\s+/g, "");
  });
  return parts.length === 0 || parts.includes(null) ? null : JSON.stringify(parts);
}
