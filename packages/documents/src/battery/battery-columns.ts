import { captureFields } from "@lilink/contract";
import { createTranslator, type Locale } from "@lilink/i18n";
import { custodyVerbs } from "@lilink/model/trace";
import { foldHeading } from "../record/record-columns.ts";

export type BatteryFileKind = keyof typeof captureFields;

const locales: readonly Locale[] = ["zh-CN", "en"];

type ColumnWord = (typeof captureFields)[BatteryFileKind][number];

export function labelOfColumn(field: string, locale: Locale): string {
  return createTranslator(locale, "capture.column")(field as ColumnWord);
}

/** A file's first row of headings: which column holds which field, in the program's words or those of either language. */
export function readHeading(
  kind: BatteryFileKind,
  cells: readonly string[],
): ReadonlyMap<number, string> | null {
  const names = new Map<string, string>();
  for (const field of captureFields[kind])
    for (const name of [field, ...locales.map((locale) => labelOfColumn(field, locale))])
      names.set(foldHeading(name), field);
  const found = new Map<number, string>();
  for (const [at, cell] of cells.entries()) {
    const field = names.get(foldHeading(cell));
    if (field !== undefined && ![...found.values()].includes(field)) found.set(at, field);
  }
  return [...found.values()].includes("code") ? found : null;
}

const toNumber = (text: string): unknown => (Number.isFinite(Number(text)) ? Number(text) : text);
const toList = (text: string): unknown => text.split(/[\s;；、,]+/u).filter(Boolean);
const toProvince = (text: string): unknown => (/^\d{6}$/.test(text) ? text.slice(0, 2) : text);

/** How the text of a cell is read, where it is more than a text. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  ...Object.fromEntries(
    ["ah", "kwh", "kg", "filed", "lost", "energyShare", "u", "step"].map((field) => [field, toNumber]),
  ),
  ...{ origins: toList, children: toList, verb: verbOf, province: toProvince },
};

/** A row as the verb takes it: numbers as numbers, lists apart by blanks or semicolons, verbs by their word in any language. */
export function toValues(
  columns: ReadonlyMap<number, string>,
  cells: readonly string[],
): Readonly<Record<string, unknown>> | null {
  const values: Record<string, unknown> = {};
  let isEmpty = true;
  for (const [at, field] of columns) {
    const text = cells[at]?.trim() ?? "";
    if (text === "") continue;
    isEmpty = false;
    values[field] = readers[field]?.(text) ?? text;
  }
  return isEmpty ? null : values;
}

let verbs: ReadonlyMap<string, string> | undefined;

function verbOf(text: string): string {
  verbs ??= new Map(
    custodyVerbs.flatMap((verb) =>
      [verb, ...locales.map((locale) => createTranslator(locale, "battery.verb")(verb))].map(
        (word): [string, string] => [foldHeading(word), verb],
      ),
    ),
  );
  return verbs.get(text) ?? verbs.get(foldHeading(text)) ?? text;
}
