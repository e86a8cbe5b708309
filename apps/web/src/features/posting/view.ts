import {
  formatDate,
  formatNumber,
  formatPeriod,
  formatUnit,
  joinUnit,
  type Locale,
  priceCeilingName,
  volumeName,
} from "@lilink/i18n";
import { findAttribute, findConcept, loadConcept, loadStage, parseUnit } from "@lilink/model/chain";
import {
  type Comparator,
  findReached,
  type PostingFigure,
  type PostingKind,
  type PostingState,
  type PostingVolume,
  pickKeyFigures,
  postingKinds,
  windowOf,
} from "@lilink/model/posting";
import type { Tone } from "@lilink/ui";
import type { Viewer } from "#lib/session.ts";

const bilingual = (row: { readonly zh: string; readonly en: string } | null, id: string, locale: Locale) =>
  row ? (locale === "en" ? row.en : row.zh) : id;

export const conceptName = (id: string, locale: Locale) => bilingual(findConcept(id), id, locale);
/** The step of the chain on which a product or process stands. */
export const stageName = (concept: string, locale: Locale) => {
  const { stage } = loadConcept(concept);
  return bilingual(loadStage(stage), stage, locale);
};
export type NewAddress = { readonly kind?: PostingKind; readonly concept?: string };

/** What the address of a new posting has chosen; what the chain or the list of kinds does not know is left out. */
export function readNewAddress(query: Readonly<Record<string, string | string[] | undefined>>): NewAddress {
  const kind = postingKinds.find((one) => one === query.kind);
  const concept = typeof query.concept === "string" ? findConcept(query.concept) : null;
  return { ...(kind ? { kind } : {}), ...(concept ? { concept: concept.id } : {}) };
}

/** A name that stands by itself on a button or in a list: in English it begins with a capital, but for one like pH. */
export const asLabel = (name: string, locale: Locale) =>
  locale === "en" && !/^\p{Ll}(?:\p{Lu}|\d)/u.test(name)
    ? name.charAt(0).toUpperCase() + name.slice(1)
    : name;

/** Formulas with their figures below the line, as units have them. */
export const attributeName = (id: string, locale: Locale, kind?: PostingKind) =>
  // What a buyer would pay at most is no quotation.
  id === "price" && kind === "need"
    ? bilingual(priceCeilingName, id, locale)
    : bilingual(findAttribute(id) ?? (id === "volume" ? volumeName : null), id, locale).replace(
        "Li2O",
        "Li₂O",
      );

/** A unit of the chain in the reader's language; the bare ratio has none, and a figure that is still being typed may have none. */
export function unitName(unit: string | undefined, locale: Locale): string {
  return unit === "1" || !unit ? "" : formatUnit(parseUnit(unit)?.id ?? unit, locale);
}

/** The key of a comparison in the texts: signs make poor keys. */
export const comparatorKeys = {
  "=": "equal",
  ">=": "least",
  "<=": "most",
  range: "range",
  about: "about",
} as const satisfies Record<Comparator, string>;

const signs: Readonly<Record<Comparator, string>> = {
  "=": "",
  ">=": "≥ ",
  "<=": "≤ ",
  range: "",
  about: "≈ ",
};

/** A number as it is read; what is still being typed stays as it is. */
export function digits(value: string, locale: Locale): string {
  const size = Math.abs(Number(value));
  if (value.trim() === "" || !Number.isFinite(size)) return value;
  return size !== 0 && (size < smallest || size >= largest)
    ? asPower(value, locale)
    : formatNumber(value, locale);
}

/** Beyond these nobody counts the zeros. */
const smallest = 1e-4;
const largest = 1e15;
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** With all its digits as a power of ten: 0.0000000015 is 1.5×10⁻⁹. */
function asPower(value: string, locale: Locale): string {
  const [mantissa = "", exponent = ""] = Number(value).toExponential().split("e");
  const high = exponent.replace("+", "").replaceAll(/\d/g, (digit) => raised[Number(digit)] ?? "");
  return `${formatNumber(mantissa, locale)}×10${high.replace("-", "⁻")}`;
}

/** A figure in one line: `≥ 99.5 %`, `2–5 µm`. Every digit is kept. */
export function figureText(given: PostingFigure, locale: Locale): string {
  const figure = inPercent(given);
  const high = figure.op === "range" && figure.high ? `–${digits(figure.high, locale)}` : "";
  const number = `${signs[figure.op] ?? ""}${digits(figure.value, locale)}${high}`;
  return joinUnit(number, unitName(figure.unit, locale), locale);
}

/** Ten thousand parts in a million and more are read as percent. */
function inPercent(figure: PostingFigure): PostingFigure {
  if (figure.unit !== "ppm" || Number(figure.value) < 10_000) return figure;
  const percent = (value: string) => String(Number((Number(value) / 10_000).toPrecision(12)));
  return {
    ...figure,
    unit: "%",
    value: percent(figure.value),
    ...(figure.high === undefined ? {} : { high: percent(figure.high) }),
  };
}

/** The first figures of a posting in one line: `Purity ≥ 99.5 %, D50 3–5 µm`. */
export function figuresText(figures: readonly PostingFigure[], locale: Locale): string {
  return figures
    .map((figure) => `${attributeName(figure.attribute, locale)} ${figureText(figure, locale)}`)
    .join(locale === "en" ? ", " : "，");
}

/** Whether a posting was written in the language that the page is not in. */
export function isOtherLanguage(language: string, locale: Locale): boolean {
  return (language === "en") !== (locale === "en");
}

/** What the platform calls a posting in the language of the reader: its concept and its first figures, never its author's words. */
export function madeTitle(concept: string, figures: readonly PostingFigure[], locale: Locale): string {
  const told = figuresText(figures, locale);
  return asLabel(
    `${conceptName(concept, locale)}${told ? `${locale === "en" ? ": " : "："}${told}` : ""}`,
    locale,
  );
}

/** A posting in one line: the words of its author or, where they are in the other language, the line of the platform before them. */
export function toldTitle(
  {
    title,
    concept,
    language,
  }: { readonly title: string; readonly concept: string | null; readonly language: string | null },
  locale: Locale,
): string {
  return concept && language && isOtherLanguage(language, locale)
    ? `${madeTitle(concept, [], locale)} · ${title}`
    : title;
}

export type TitledReading = {
  readonly language: string;
  readonly concept: string;
  readonly fields: { readonly figures?: readonly PostingFigure[] };
};

/** What the page of a posting is called: the title that its author gave, or the line of the platform where that is in the other language. */
export const headingOf = (reading: TitledReading | null, title: string, locale: Locale): string =>
  reading && isOtherLanguage(reading.language, locale)
    ? madeTitle(reading.concept, pickKeyFigures(reading.fields.figures), locale)
    : title;

export function volumeText(volume: PostingVolume, locale: Locale): string {
  return joinUnit(digits(volume.amount, locale), unitName(volume.unit, locale), locale);
}

/** The span of a volume as dates for the text `body.span…`, or null where none is given. */
export function spanOf(volume: PostingVolume, locale: Locale) {
  const from = volume.from ? formatDate(volume.from, locale) : null;
  const to = volume.to ? formatDate(volume.to, locale) : null;
  if (from && to) return { key: "span", params: { from, to } } as const;
  if (from) return { key: "spanFrom", params: { from } } as const;
  return to ? ({ key: "spanTo", params: { to } } as const) : null;
}

/** The span of a volume by its months, as a list has room for it: a whole year is its number. Empty where none is given. */
export function monthsOf(volume: PostingVolume, locale: Locale): string {
  const { from, to } = windowOf(volume);
  const span = { from: from?.slice(0, 7), to: to?.slice(0, 7) };
  if (!span.from || !span.to) return "";
  const isYears = span.from.endsWith("-01") && span.to.endsWith("-12");
  const [first, last] = isYears ? [span.from.slice(0, 4), span.to.slice(0, 4)] : [span.from, span.to];
  return formatPeriod(first === last ? first : `${first}..${last}`, locale);
}

export const stateTones: Readonly<Record<PostingState, Tone>> = {
  draft: "neutral",
  in_review: "info",
  returned: "warning",
  published: "success",
  closed: "neutral",
  expired: "warning",
};

/** Kibibytes for reading, at least one. */
export function fileSize(bytes: number, locale: Locale): string {
  return formatNumber(Math.max(1, Math.round(bytes / 1024)), locale);
}

/** What a figure is to its posting: a need and a project require or wish, an offer guarantees or tells what is typical. A project tells what it has reached. */
export function standingOf(
  { hard, condition }: Pick<PostingFigure, "hard" | "condition">,
  kind: PostingKind,
) {
  if (kind === "capability") return hard ? "guaranteed" : "typical";
  if (hard) return "hard";
  return kind === "project" && condition && findReached(condition) ? "reached" : "wish";
}

type IntroduceStep = "introduce" | "signInToIntroduce" | "alone" | "unverified" | "reader";

/** What stands between a viewer and asking for an introduction; a limited session is led on by the page that it opens. */
export function toIntroduceStep(viewer: Pick<Viewer, "organization" | "limited"> | null): IntroduceStep {
  if (!viewer) return "signInToIntroduce";
  const { organization, limited } = viewer;
  if (!organization) return limited ? "introduce" : "alone";
  if (!organization.verified) return "unverified";
  return organization.role === "viewer" ? "reader" : "introduce";
}

/** A text as it is shown: the cells of a table that somebody pasted stand apart, whatever their width. */
export const withColumns = (text: string): string => text.replaceAll("\t", "\u2003");
