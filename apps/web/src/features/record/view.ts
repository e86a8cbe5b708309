import {
  countryName,
  formatDate,
  formatMoney,
  formatNumber,
  formatUnit,
  joinBasis,
  joinUnit,
  type Locale,
  type RecordWords,
  toDay,
  writeOut,
} from "@lilink/i18n";
import { isCalendarDate } from "@lilink/model/calendar";
import { can, isOfficer, organizationOf } from "@lilink/model/policy";
import {
  type Bilingual,
  convertFigure,
  type Field,
  type Figure,
  isEmpty,
  type Named,
  outlineArea,
  type Point,
  type Reading,
  type Register,
  ringOf,
  type Values,
} from "@lilink/model/register";
import { actorOf } from "#lib/actor.ts";
import { ownHalf } from "#lib/in-locale.ts";
import type { Viewer } from "#lib/session.ts";

/** The substances in which contained lithium can be shown, as the toggle of a list names them. */
export const substances = ["Li", "Li2O", "LCE"] as const;
export type Substance = (typeof substances)[number];

/** A text in the reader's language, else in the other. */
export function ownText({ zh, en }: Bilingual, locale: Locale): string {
  return (locale === "en" ? (en ?? zh) : (zh ?? en)) ?? "";
}

/** The other language's text, where there is one and it differs. */
export function otherText(value: Bilingual, locale: Locale): string | null {
  const own = ownText(value, locale);
  const other = locale === "en" ? value.zh : value.en;
  return other && other !== own ? other : null;
}

/** A year, a month or a day in words. @example showDay("2021-06", "en") // "June 2021" */
export function showDay(day: string, locale: Locale): string {
  if (day.length === 4)
    return new Intl.DateTimeFormat(locale, { year: "numeric", timeZone: "UTC" }).format(new Date(day));
  if (day.length === 7) return formatDate(`${day}-01`, locale, "month");
  return formatDate(day, locale);
}

export type ShownFigure = {
  readonly text: string;
  /** What the amount is counted per, where the field has several. */
  readonly basis: string | null;
  /** The figure in the unit of its source, where another is shown. */
  readonly original: string | null;
};

/** A figure's digits and unit, in its own unit, read to the digits of its field, or with its lithium counted as another substance. [RG7] */
export function showFigure(
  figure: Figure,
  words: RecordWords,
  locale: Locale,
  substance?: Substance,
  read: (figure: Figure) => Figure = (one) => one,
): ShownFigure {
  const named = figure.basis === null ? null : words.basis(figure.basis);
  const plain = toText(read(figure), locale);
  const whole = joinBasis(plain, named);
  if (whole !== null) return { text: whole, basis: null, original: null };
  const isContained = /^\S+ (?:Li|Li2O|LCE)(?:\/a)?$/.test(figure.unit);
  const isShare = /^(?:%|ppm)(?: |$)/.test(figure.unit);
  const isYearly = figure.unit.endsWith("/a");
  const target = `${isShare ? "%" : "kt"} ${substance}${isYearly ? "/a" : ""}`;
  // Nobody counts an ore's grade in carbonate.
  if (!substance || !isContained || (isShare && substance === "LCE") || target === figure.unit)
    return { text: plain, basis: named, original: null };
  const convert = (value: string | null) => {
    const converted = value === null ? null : convertFigure(value, figure.unit, target);
    return converted?.ok ? converted.value.toSignificantDigits(4).toFixed() : value;
  };
  const { value, low, high } = figure;
  const shown = { ...figure, value: convert(value), low: convert(low), high: convert(high), unit: target };
  // The exact figure is converted and stands beside as given: who multiplies meets the same.
  const original = toText(figure, locale) + (isYearly ? ` × ${convert("1")}` : "");
  return { text: toText(shown, locale), basis: named, original };
}

/** "kt Li" is a mass of lithium: the mass has a word in each language, the formula has none. */
function unitText(unit: string, locale: Locale): string {
  const [, mass, substance] = /^(\S+) (Li|Li2O|LCE)(?:\/a)?$/.exec(unit) ?? [];
  if (!mass || !substance) return formatUnit(unit, locale);
  const year = unit.endsWith("/a") ? (locale === "en" ? "/a" : `/${formatUnit("years", locale)}`) : "";
  return `${formatUnit(mass, locale)} ${substance.replace("Li2O", "Li₂O")}${year}`;
}

function toText({ value, low, high, unit }: Figure, locale: Locale): string {
  // Yuan are told as in the pictures, and ten thousands are written out in English.
  if (unit === "CNY" && value !== null && Math.abs(Number(value)) >= 100_000)
    return formatMoney(Number(value), locale);
  const number = (digits: string) => formatNumber(writeOut(digits, unit, locale)[0], locale);
  const amount =
    value !== null
      ? number(value)
      : low !== null && high !== null
        ? `${number(low)}–${number(high)}`
        : low !== null
          ? `≥ ${number(low)}`
          : `≤ ${number(high ?? "")}`;
  return unit === "1" ? amount : joinUnit(amount, unitText(writeOut("", unit, locale)[1], locale), locale);
}

/** A field's value as one line of text; null where nothing is known. */
export function showValue(
  name: string,
  field: Field,
  value: unknown,
  words: RecordWords,
  locale: Locale,
): string | null {
  if (value === null || value === undefined) return null;
  switch (field.kind) {
    case "bilingual":
      return ownText(value as Bilingual, locale);
    case "choice":
      return words.choice(name, String(value));
    case "choices":
      return (value as readonly string[])
        .map((one) => words.choice(name, one))
        .join(locale === "en" ? ", " : "、");
    case "day":
      return showDay(String(value), locale);
    case "country":
      return countryName(String(value), locale);
    case "point": {
      const { lon, lat } = value as Point;
      return `${Math.abs(lat)}° ${lat < 0 ? "S" : "N"}, ${Math.abs(lon)}° ${lon < 0 ? "W" : "E"}`;
    }
    case "outline": {
      const area = outlineArea(ringOf(String(value)));
      return joinUnit(formatNumber(Number(area.toPrecision(4)), locale), formatUnit("km2", locale), locale);
    }
    case "figure": {
      const { text, basis } = showFigure(value as Figure, words, locale);
      return basis ? `${text} (${basis})` : text;
    }
    // A year is no amount: its digits stand without a comma.
    case "count":
      return Number(value) < 10_000 ? String(value) : formatNumber(Number(value), locale);
    case "organization":
    case "record":
      return ownText(value as Named, locale);
    default:
      return ownHalf(String(value), locale);
  }
}

/** What a record is called, and its name in the other language. */
export function titleOf(
  register: Register,
  values: Values,
  locale: Locale,
): { readonly own: string; readonly other: string | null } {
  const name = register.list[0] ?? "";
  const value = values[name];
  if (value === null || value === undefined) return { own: "", other: null };
  if (register.fields[name]?.kind !== "bilingual")
    return { own: ownHalf(String(value), locale), other: null };
  return { own: ownText(value as Bilingual, locale), other: otherText(value as Bilingual, locale) };
}

/** What an answered record says is its body's opinion: nobody read it in a source. */
export const isOpinion = ({ machine }: Register) => "not_adopted" in machine.states;

type Told = { readonly reading: Reading; readonly source: number | null };

/** Whether a source says of itself that it was made up, as those of the demo do. */
export const isInvented = (source: { readonly title: string } | undefined): boolean =>
  /\binvented\b/i.test(source?.title ?? "");

/** How all stated fields are known, where it is the same for all of them. */
export function commonReading(readings: readonly (Told | undefined)[]): Told | null {
  const [first, ...others] = readings;
  if (!first || others.length === 0) return null;
  return others.every((one) => one?.reading === first.reading && one.source === first.source) ? first : null;
}

/** Whether this viewer may make a record: the same question that the server asks. */
export function mayCreate(register: Register, viewer: Viewer | null): boolean {
  const actor = actorOf(viewer);
  const owner = register.owner === "group" ? isOfficer(actor) : organizationOf(actor) !== null;
  return can(actor, register.act.edit, { owner });
}

/** Whether there may be a step for this viewer at all: one of an owner or of a reviewer. */
export function mayStep(register: Register, viewer: Viewer | null): boolean {
  return mayCreate(register, viewer) || can(actorOf(viewer), register.act.decide);
}

/** Whether a field tells of another state than the record's: a step out of that state empties it; at its start nobody need have taken it up, nor once it is settled. */
export function isOfOtherState({ machine, fields: all }: Register, name: string, state: string): boolean {
  const steps = Object.values(machine.steps);
  const field = all[name];
  const isIdle = state === machine.start || machine.states[state]?.settled === true;
  if (field?.kind === "organization" && !field.required && isIdle) return true;
  return (
    steps.some(({ empties }) => empties?.includes(name)) &&
    !steps.some(({ fields, to }) => to === state && fields?.includes(name))
  );
}

/** The columns of a list: the title, then those that the address names, else those of the declaration. */
export function toColumns(register: Register, asked: string | string[] | undefined): readonly string[] {
  const [title = "", ...others] = register.list;
  if (asked === undefined) return [title, ...others];
  const wanted = String(asked).split(".");
  return [title, ...Object.keys(register.fields).filter((name) => name !== title && wanted.includes(name))];
}

/** The columns that say something in at least a fifth of the rows that are shown; the title always does. */
export function filledColumns(
  columns: readonly string[],
  rows: readonly { readonly values: Values }[],
): readonly string[] {
  const filled = (name: string) => rows.filter(({ values }) => !isEmpty(values[name])).length;
  return columns.filter((name, at) => at === 0 || (filled(name) > 0 && filled(name) * 5 >= rows.length));
}

/** What an address says instead of a substance: every figure in the unit of its source. */
export const asPrinted = "printed";

/** Contained lithium is counted in one substance unless the reader asks for what the sources print. */
export function toSubstance(asked: string | string[] | undefined): Substance | undefined {
  return asked === asPrinted ? undefined : (substances.find((one) => one === asked) ?? "LCE");
}

/** The address of a substance: the one that is shown anyway needs no word. */
export const substanceQuery = (substance: Substance | undefined): { readonly unit?: string } =>
  substance === "LCE" ? {} : { unit: substance ?? asPrinted };

/** A whole day that the address asks about, if it is one. */
export function toAskedDay(asked: string | string[] | undefined): string | undefined {
  return typeof asked === "string" && isCalendarDate(asked) ? asked : undefined;
}

/** What a form begins with: nothing known but the days that are today's by their nature. */
export function emptyValues({ fields }: Register, now: Date): Values {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      field.kind === "day" && field.today ? toDay(now) : null,
    ]),
  );
}

export type FieldChange = { readonly name: string; readonly before: string; readonly after: string };

/** The fields in which two versions differ, as texts; of the first version every field that holds something. */
export function diffVersions(
  register: Register,
  words: RecordWords,
  locale: Locale,
  before: Values | null,
  after: Values,
): readonly FieldChange[] {
  const text = (values: Values | null, name: string, field: Field) => {
    const value = values?.[name];
    if (field.kind === "bilingual" && value)
      return Object.values(value as Bilingual)
        .filter(Boolean)
        .join("\n");
    return showValue(name, field, value, words, locale) ?? "";
  };
  return Object.entries(register.fields)
    .map(([name, field]) => ({ name, before: text(before, name, field), after: text(after, name, field) }))
    .filter((change) => change.before !== change.after);
}

/** A form's fields under the headings that the register's words give; what comes before the first heading has none. */
export function toParts<T>(
  fields: readonly (readonly [name: string, field: T])[],
  partOf: (name: string) => string | null,
): readonly { readonly heading: string | null; readonly own: readonly (readonly [string, T])[] }[] {
  const parts: { heading: string | null; own: (readonly [string, T])[] }[] = [];
  for (const one of fields) {
    const heading = partOf(one[0]);
    const last = parts.at(-1);
    if (last && heading === null) last.own.push(one);
    else parts.push({ heading, own: [one] });
  }
  return parts;
}
