import { locales, recordWords } from "@lilink/i18n";
import type { FieldFault } from "@lilink/model/error";
import { readings as known, type Reading, type Register, type Values } from "@lilink/model/register";
import { foldHeading, type RecordColumn, sourceParts } from "./record-columns.ts";

export type FiledSource = Partial<Readonly<Record<(typeof sourceParts)[number], string | null | undefined>>>;
type ReadingOf = { readonly reading: Reading; readonly source: number | null };
export type FiledReadings = Readonly<Partial<Record<string, ReadingOf>>>;
type Provenance = { readonly sources: readonly FiledSource[]; readonly readings: FiledReadings };
type Columns = readonly Pick<RecordColumn, "id" | "field" | "label" | "options">[];

const separator = /\r?\n/;

/**
 * One part of all sources as a cell. A single source is written as it is; several take a line each, with their number.
 * @example writeSources([{ url: null }, { url: "https://a.example" }], "url") // "[2] https://a.example"
 */
export function writeSources(
  sources: readonly FiledSource[],
  part: (typeof sourceParts)[number],
): string | null {
  const lines = sources.flatMap((source, at) => {
    const text = source[part];
    if (!text) return [];
    return [sources.length > 1 || /^\[\d+\]/.test(text) ? `[${at + 1}] ${text}` : text];
  });
  return lines.join("\n") || null;
}

/** How values were read, as a cell: one word where all that is known was read alike, else a line for each field. */
export function writeReadings(
  columns: Columns,
  values: Values,
  { sources, readings }: Provenance,
): string | null {
  const named = Object.entries(readings).flatMap(([name, one]) => (one ? [[name, one] as const] : []));
  const [first] = named;
  if (!first) return null;
  const word = ({ reading }: ReadingOf) =>
    columns.find(({ id }) => id === "reading")?.options.find(({ code }) => code === reading)?.words[0] ??
    reading;
  const usual = sources.length > 0 ? 0 : null;
  const filled = new Set(Object.keys(values).filter((name) => isFilled(values[name])));
  const isAlike =
    named.length === filled.size &&
    named.every(
      ([name, one]) => filled.has(name) && one.reading === first[1].reading && one.source === usual,
    );
  if (isAlike) return word(first[1]);
  const label = (name: string) => columns.find(({ field }) => field === name)?.label ?? name;
  return named
    .map(([name, one]) => `${label(name)}: ${word(one)}${one.source === null ? "" : ` [${one.source + 1}]`}`)
    .join("\n");
}

const isFilled = (value: unknown) => value !== null && value !== undefined;

/** The sources of a row and how its values were read, from its cells as text by the id of their column. */
export function readProvenance(
  register: Register,
  columns: Columns,
  cells: ReadonlyMap<string, string>,
  values: Values,
): Provenance & { readonly faults: readonly FieldFault[] } {
  const sources: Record<string, string>[] = [];
  for (const part of sourceParts)
    for (const line of (cells.get(`source.${part}`) ?? "").split(separator)) {
      const [, number = "1", text = ""] = /^(?:\[(\d{1,2})\])?\s*(.*)$/.exec(line.trim()) ?? [];
      if (text === "") continue;
      const at = Math.max(0, Number(number) - 1);
      while (sources.length <= at) sources.push({ title: "" });
      sources[at] = { ...sources[at], [part]: text };
    }
  const faults: FieldFault[] = [];
  const readings: Record<string, ReadingOf> = {};
  const fail = (rule: "notInList" | "badFormat") => faults.push({ field: "reading", rule });
  const options = columns.find(({ id }) => id === "reading")?.options ?? [];
  for (const line of (cells.get("reading") ?? "").split(separator)) {
    if (line.trim() === "") continue;
    const [, label, text = "", number] =
      /^(?:(.*)[:：])?\s*(.*?)\s*(?:\[(\d{1,2})\])?$/.exec(line.trim()) ?? [];
    const reading = readWord(options, text);
    const source = number === undefined ? null : Number(number) - 1;
    const name = label === undefined ? undefined : findField(register, label);
    if (!reading || name === null) fail("notInList");
    else if (source !== null && !sources[source]) fail("badFormat");
    else if (name !== undefined) readings[name] = { reading, source };
    else
      for (const field of Object.keys(values).filter((one) => isFilled(values[one])))
        readings[field] = { reading, source: source ?? (sources.length > 0 ? 0 : null) };
  }
  return { sources, readings, faults };
}

function readWord(options: RecordColumn["options"], text: string): Reading | undefined {
  const folded = foldHeading(text);
  const found = options.find(({ code, words }) =>
    [code, ...words].some((one) => foldHeading(one) === folded),
  );
  return known.find((one) => one === found?.code);
}

/** The field of a name, as the declaration or the words of either language have it. */
function findField(register: Register, label: string): string | null {
  const folded = foldHeading(label);
  const words = locales.map((locale) => recordWords(register.name, locale));
  const names = Object.keys(register.fields);
  const isMeant = (name: string) =>
    [name, ...words.map((one) => one.field(name))].some((one) => foldHeading(one) === folded);
  return names.find(isMeant) ?? null;
}
