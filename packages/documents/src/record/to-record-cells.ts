import type { Register, Values } from "@lilink/model/register";
import type { CellValue } from "../workbook/sheet.ts";
import { type RecordColumn, sourceParts } from "./record-columns.ts";
import { type FiledReadings, type FiledSource, writeReadings, writeSources } from "./record-provenance.ts";

/** What a file says of a record. */
export type FiledRecord = {
  readonly publicId: string;
  readonly state: string;
  readonly values: Values;
  readonly sources: readonly FiledSource[];
  readonly readings: FiledReadings;
};

/** A record's cells, one a column, as they are read back. */
export function toRecordCells(
  register: Register,
  columns: readonly RecordColumn[],
  { publicId, state, values, sources, readings }: FiledRecord,
): readonly CellValue[] {
  return columns.map((column): CellValue => {
    if (column.id === "record.id") return publicId;
    if (column.id === "record.state") return state;
    const source = sourceParts.find((part) => column.id === `source.${part}`);
    if (source) return writeSources(sources, source);
    if (column.id === "reading") return writeReadings(columns, values, { sources, readings });
    const value = values[column.field];
    const field = register.fields[column.field];
    if (!field || value === null || value === undefined) return null;
    const say = (code: unknown) =>
      column.options.find((option) => option.code === code)?.words[0] ?? String(code);
    if (column.part !== null) {
      const part = (value as Readonly<Record<string, unknown>>)[column.part];
      return part === null || part === undefined ? null : say(part);
    }
    switch (field.kind) {
      case "choices":
        return (value as readonly string[]).map(say).join("; ") || null;
      case "flag":
        return say(value === true ? "yes" : "no");
      case "organization":
      case "record":
        return (value as { readonly publicId: string }).publicId;
      default:
        return say(value);
    }
  });
}
