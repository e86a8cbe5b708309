import { createTranslator, locales } from "@lilink/i18n";
import type { FieldFault } from "@lilink/model/error";
import type { TableRow } from "@lilink/model/file";
import type { Register } from "@lilink/model/register";
import { foldHeading, type Option, type RecordColumn, recordColumns } from "./record-columns.ts";
import { type FiledReadings, type FiledSource, readProvenance } from "./record-provenance.ts";

/** Where the columns of a register stand in a file, and headings that name none. */
export type RecordHeading = {
  readonly columns: ReadonlyMap<number, RecordColumn>;
  readonly unknown: readonly { readonly column: number; readonly heading: string }[];
  readonly twice: readonly string[];
};

/** A row of a file as the import of a register takes it. */
export type RecordRow = {
  readonly row: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly sources: readonly FiledSource[];
  readonly readings: FiledReadings;
  readonly faults: readonly FieldFault[];
};

/** The column in which a marked file says what is at fault: it comes back with the mended file. */
const ownHeadings: ReadonlySet<string> = new Set(
  locales.map((locale) => foldHeading(createTranslator(locale, "register.file")("fault"))),
);

/** What reads the files of one register. */
export function createRecordReader(register: Register) {
  const columns = recordColumns(register, "en");
  const byName = new Map(
    columns.flatMap((column) => column.names.map((name) => [foldHeading(name), column])),
  );
  const naming: ReadonlySet<string | undefined> = new Set([register.list[0], ...register.unique]);
  return {
    /** The heading that a row is, or null: it names the title of a record or what is its alone, in whatever order and language. */
    readRecordHeading: (cells: readonly string[]): RecordHeading | null => {
      const found = cells.map((cell) => byName.get(foldHeading(cell)));
      if (!found.some((column) => column && naming.has(column.field))) return null;
      const seen = found.flatMap((column) => (column ? [column] : []));
      return {
        columns: new Map(found.flatMap((column, at) => (column ? [[at, column] as const] : []))),
        unknown: cells.flatMap((heading, column) =>
          found[column] || heading.trim() === "" || ownHeadings.has(foldHeading(heading))
            ? []
            : [{ column, heading }],
        ),
        twice: seen.filter((column, at) => seen.indexOf(column) !== at).map(({ header }) => header),
      };
    },
    toImportRow: (heading: RecordHeading, row: TableRow): RecordRow | null =>
      toImportRow(register, heading, row),
  };
}

/** The row as the form would send it, or null where none of its cells is for reading. */
function toImportRow(register: Register, { columns }: RecordHeading, given: TableRow): RecordRow | null {
  const cells = new Map<string, string>();
  const faults: FieldFault[] = [];
  for (const [at, { id, isReadOnly }] of columns) {
    const text = given.cells[at]?.trim() ?? "";
    if (!isReadOnly && text !== "") cells.set(id, text);
    if (!isReadOnly && given.faults.some(({ column }) => column === at))
      faults.push({ field: id, rule: "badFormat" });
  }
  if (cells.size === 0 && faults.length === 0) return null;
  const options = new Map([...columns.values()].map((column) => [column.id, column.options]));
  const read = (id: string) => {
    const text = cells.get(id);
    return text === undefined ? null : findCode(options.get(id) ?? [], text);
  };
  const values = Object.fromEntries(
    Object.entries(register.fields)
      .filter(([, field]) => !field.byStep)
      .map(([name, field]) => {
        switch (field.kind) {
          case "bilingual":
            return [name, whole({ zh: read(`${name}.zh`), en: read(`${name}.en`) })];
          case "point":
            return [
              name,
              whole({ lon: read(`${name}.lon`) ?? undefined, lat: read(`${name}.lat`) ?? undefined }),
            ];
          case "figure":
            return [name, readFigure(name, read, field.units)];
          case "choices":
            return [name, readChoices(options.get(name) ?? [], cells.get(name))];
          case "flag":
            return [name, readFlag(read(name))];
          case "country":
            return [name, cells.get(name)?.toUpperCase() ?? null];
          default:
            return [name, read(name)];
        }
      }),
  );
  const { faults: unread, ...provenance } = readProvenance(register, [...columns.values()], cells, values);
  return { row: given.row, values, ...provenance, faults: [...faults, ...unread] };
}

/** The code of a word in any language; what stands in no list is left as it was typed, for the schema to name. */
function findCode(options: readonly Option[], text: string): string {
  const folded = foldHeading(text);
  const found = options.find(
    ({ code, words }) => code === text || [code, ...words].some((word) => foldHeading(word) === folded),
  );
  return found?.code ?? text;
}

/** Nothing at all is known where no part is. */
function whole<V extends Readonly<Record<string, unknown>>>(parts: V): V | null {
  return Object.values(parts).every((part) => part === null || part === undefined || part === "")
    ? null
    : parts;
}

/** An amount in the only unit there is needs no unit; a unit without an amount is a blank of the template. */
function readFigure(name: string, read: (id: string) => string | null, units: readonly string[]) {
  const [value, low, high] = ["value", "low", "high"].map((part) => read(`${name}.${part}`));
  if (value === null && low === null && high === null) return null;
  const unit = read(`${name}.unit`) ?? (units.length === 1 ? units[0] : undefined);
  return { value, low, high, unit, basis: read(`${name}.basis`) };
}

/** Several are kept apart by 、 or ; and, where their words have none of their own, by a comma. */
function readChoices(options: readonly Option[], text: string | undefined): readonly string[] | null {
  if (text === undefined) return null;
  const codes = new Set(options.map(({ code }) => code));
  const split = (whole: string, by: RegExp) =>
    whole
      .split(by)
      .map((part) => part.trim())
      .filter(Boolean);
  return split(text, /[、;；]/u).flatMap((part) => {
    const code = findCode(options, part);
    return codes.has(code) ? [code] : split(part, /[,，]/u).map((one) => findCode(options, one));
  });
}

const readFlag = (text: string | null) =>
  text === "yes" || text === "true" ? true : text === "no" || text === "false" ? false : text;
