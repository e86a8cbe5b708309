import { Decimal } from "decimal.js";
import type { Unit } from "../units/index.ts";
import terms from "./data/unit-terms.json" with { type: "json" };
import type { UnitBook } from "./quantity.ts";

/** `of`: the dimensions with their powers; `factor`: what one of it is of the bases. */
type Term = { readonly id: string; readonly of: ReadonlyMap<string, number>; readonly factor: Decimal };
/** `unit` null: a unit of known parts that the list does not hold. */
type ComposedUnit = {
  readonly end: number;
  readonly unit: string | null;
  readonly factor?: string;
  readonly parts: number;
};

const bySurface = new Map<string, Term>();
const sorted = (of: ReadonlyMap<string, number>) =>
  [...of]
    .filter(([, power]) => power !== 0)
    .map(([name, power]) => `${name}^${power}`)
    .sort()
    .join(" ");

for (const { id, of, factor, prefixes, forms } of terms.bases)
  for (const form of forms.split("|"))
    for (const prefix of [null, ...terms.prefixes.filter(({ symbol }) => prefixes.includes(symbol))]) {
      const isHan = /\p{Script=Han}/u.test(form);
      const isWord = /^[a-z]{3,}/.test(form) && form !== "mol" && form !== "bar";
      const lead = prefix === null ? "" : isHan ? prefix.zh : isWord ? prefix.en : prefix.symbol;
      const power = factor + (prefix?.power ?? 0);
      const term = {
        id: `${prefix?.symbol ?? ""}${id}`,
        of: new Map([[of, 1]]),
        factor: new Decimal(10).pow(power),
      };
      for (const surface of isWord ? [lead + form, `${lead}${form}s`] : [lead + form])
        if (!bySurface.has(surface)) bySurface.set(surface, term);
    }
for (const { id, forms } of terms.powers) {
  const [, symbol = "", power = "1"] = /^(\D+)(\d)?$/.exec(id) ?? [];
  const base = bySurface.get(symbol);
  for (const form of forms.split("|"))
    if (base)
      for (const surface of /^[a-z]{4,}/.test(form) ? [form, `${form}s`] : [form])
        bySurface.set(surface, raise(base, Number(power), id));
}
const longestOf = (pattern: RegExp) =>
  Math.max(...[...bySurface.keys()].filter((surface) => pattern.test(surface)).map(({ length }) => length));
const longestHan = longestOf(/\p{Script=Han}/u);
const written = terms.written.map(({ id, pattern }) => ({
  id,
  pattern: new RegExp(`(?:${pattern})(?:(?<=\\p{Script=Han})(?!\\d)|(?![A-Za-z0-9]))`, "uy"),
}));

function raise({ id, of, factor }: Term, power: number, name = `${id}${power}`): Term {
  const raised = new Map([...of].map(([base, each]) => [base, each * power] as const));
  return { id: name, of: raised, factor: factor.pow(power) };
}

const numberBelow = /10{1,3} ?|24(?= ?h)|1(?= ?(?:h|min))/y;
const over =
  / ?\/ ?\(?| (?:per|an?|each|every) (?:(?:contract|calendar|fiscal|operating|full) (?=year))?|-(?:a|per)-| ?每|一(?=[吨公斤度平])/y;
const adverbs = / (?:p\.? ?a\.?|annually|yearly|monthly|daily)(?![A-Za-z])/y;
const by = /[·*.]|-(?=[A-Zmkhs])/y;
const blank = / /y;
const wordEnd = /[A-Za-zμµΩ0-9]/;
const latin =
  /[A-Za-zμµΩ°€$]+(?:[- ](?:hours?|metres?|meters?|centimetres?|centimeters?|(?:metric )?tonnes?|(?:metric )?tons?|dollars?))?/y;
const exponent = /\^?\(?([23]|-[1-3])\)?(?!\d|\.\d)/y;

/** A single term with its power, as m2 or kg-1. */
function readTerm(text: string, at: number): { term: Term; end: number; isInverse: boolean } | null {
  const word = matchAt(latin, text, at);
  const surface = (word ?? "").replaceAll("μ", "µ");
  const first = surface.split(/[ -]/)[0] ?? "";
  const found =
    word === null
      ? readHan(text, at)
      : (findAs(surface, at + surface.length) ?? findAs(first, at + first.length) ?? readSquare(text, at));
  if (!found) return null;
  const match = matchPower(text, found.end);
  const power = match?.power ?? 1;
  const end = match?.end ?? found.end;
  // … / a 2 kg sample; 60天/克容量: a word of the next thing.
  if (/^(?:a (?=\d)|克容|天然|[年月日][产处供需用采销均][^,，。;；/\n]{0,8}\d)/.test(text.slice(at, at + 12)))
    return null;
  const isHan = /\p{Script=Han}/u.test(text.charAt(end - 1));
  if (!isHan && wordEnd.test(text.charAt(end))) return null;
  const term = Math.abs(power) === 1 ? found.term : raise(found.term, Math.abs(power));
  return { term, end, isInverse: power < 0 };
}

function readHan(text: string, at: number): { term: Term; end: number } | null {
  for (let length = Math.min(longestHan, text.length - at); length > 0; length--) {
    const found = findAs(text.slice(at, at + length), at + length);
    if (found) return found;
  }
  return null;
}

function readSquare(text: string, at: number): { term: Term; end: number } | null {
  const match = /^(?:square|sq\.?|cubic) [a-z]+/i.exec(text.slice(at, at + 22));
  return match ? findAs(match[0].toLowerCase(), at + match[0].length) : null;
}

function findAs(surface: string, end: number): { term: Term; end: number } | null {
  const term = bySurface.get(surface) ?? (surface.length > 3 ? bySurface.get(surface.toLowerCase()) : null);
  return term ? { term, end } : null;
}

function matchPower(text: string, at: number): { power: number; end: number } | null {
  exponent.lastIndex = at;
  const match = exponent.exec(text);
  return match ? { power: Number(match[1]), end: at + match[0].length } : null;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** 290 mL/100 g and 6 L/24 h; but 48 V / 100 Ah and 120 °C/1 h are two things each. */
function isCounted({ of }: Sum, { of: under }: Term): boolean {
  return !of.has("celsius") && ["mass", "litre", "length", "hour", "minute"].some((name) => under.has(name));
}

/** What the parts come to: dimensions, factor and the way that the list would write it. */
type Sum = { of: Map<string, number>; factor: Decimal; above: string[]; below: string[]; isOdd: boolean };

function add(sum: Sum, term: Term, isBelow: boolean): void {
  for (const [name, power] of term.of) sum.of.set(name, (sum.of.get(name) ?? 0) + (isBelow ? -power : power));
  sum.factor = isBelow ? sum.factor.div(term.factor) : sum.factor.times(term.factor);
  (isBelow ? sum.below : sum.above).push(term.id);
}

/**
 * A unit made of known parts: any product or quotient of base units with prefixes, in symbols, Han or English words. What
 * the list does not hold is still read to its end, so that no part of it is taken for the whole. [MT5]
 * @example composeUnit(book, "grams per cubic centimetre", 0) // { unit: "g/cm3", … }
 */
export function composeUnit(book: UnitBook, text: string, at: number): ComposedUnit | null {
  for (const { id, pattern } of written) {
    const match = matchAt(pattern, text, at);
    if (match !== null) return { end: at + match.length, unit: id, parts: 1 };
  }
  const first = readTerm(text, at);
  if (!first || first.isInverse) return null;
  const sum: Sum = { of: new Map(), factor: new Decimal(1), above: [], below: [], isOdd: false };
  add(sum, first.term, false);
  let end = first.end;
  let isBelow = false;
  let isOpen = false;
  for (;;) {
    const line = matchAt(over, text, end);
    const joint = line ?? matchAt(by, text, end) ?? matchAt(blank, text, end);
    if (joint === null) break;
    const count = line ? matchAt(numberBelow, text, end + joint.length) : null;
    const next = readTerm(text, end + joint.length + (count?.length ?? 0));
    const isProduct = joint === " " ? next?.isInverse || sum.above.at(-1) === "mPa" : true;
    if (!next || !isProduct || (count !== null && !isCounted(sum, next.term))) break;
    // 少于10吨每吨加价500元: another by each.
    if (joint.trim() === "每" && next.term.id === first.term.id) break;
    isBelow = next.isInverse || line !== null || isBelow;
    if (count !== null) sum.isOdd = true;
    add(sum, next.term, isBelow);
    isOpen = joint.endsWith("(") || isOpen;
    end = next.end;
  }
  if (isOpen && text.charAt(end) === ")") end += 1;
  const isMoney = sum.of.has("yuan") || sum.of.has("dollar");
  const adverb = isMoney ? null : matchAt(adverbs, text, end);
  const time =
    adverb === null
      ? undefined
      : bySurface.get(/^ [pay]/.test(adverb) ? "a" : /^ m/.test(adverb) ? "month" : "d");
  if (adverb !== null && time) {
    add(sum, time, true);
    end += adverb.length;
  }
  return { end, parts: sum.above.length + sum.below.length, ...nameOf(book, sum) };
}

/** The units of a list that are made of known parts, by dimensions with their powers. */
export function listKnown(units: readonly Unit[], basis?: string): UnitBook["known"] {
  const known = new Map<string, { id: string; factor: Decimal }[]>();
  for (const { id } of units) {
    const sum = basis !== undefined && id.includes(basis) ? null : sumOf(id);
    if (sum) known.set(sorted(sum.of), [...(known.get(sorted(sum.of)) ?? []), { id, factor: sum.factor }]);
  }
  return known;
}

/** The parts of a unit of the list; null for shares, counts and whatever is of one compound. */
function sumOf(id: string): Sum | null {
  if (/%|ppm|ppb|‰|°C|^K$|^1$|TRL|pcs|persons|CO2|cycles|^10/.test(id)) return null;
  const sum: Sum = { of: new Map(), factor: new Decimal(1), above: [], below: [], isOdd: false };
  for (const [index, part] of id.split("/").entries())
    for (const each of part.split("·")) {
      const read = readTerm(each, 0);
      if (read?.end !== each.length) return null;
      add(sum, read.term, index > 0);
    }
  return sum;
}

// A use by the kilogram, no content: what it is by is asked.
const energyByMass = "energy^1 mass^-1";

function nameOf(
  book: UnitBook,
  { of, factor, above, below, isOdd }: Sum,
): { unit: string | null; factor?: string } {
  if (isOdd) return { unit: null };
  const spelled = below.length > 0 ? `${above.join("·")}/${below.join("/")}` : above.join("·");
  const key = sorted(of);
  if (key === energyByMass && above[0] !== "Wh") return { unit: null };
  const own = book.parse(spelled);
  // The list does not tell MΩ from mΩ.
  if (own && (own.id === spelled || own.id.toLowerCase() !== spelled.toLowerCase())) return { unit: own.id };
  const near = (book.known.get(key) ?? [])
    .map((unit) => ({ id: unit.id, ratio: factor.div(unit.factor) }))
    .sort((a, b) => a.ratio.log().abs().cmp(b.ratio.log().abs()))[0];
  if (!near || key === "" || near.ratio.log().abs().gt(3)) return { unit: null };
  return near.ratio.eq(1) ? { unit: near.id } : { unit: near.id, factor: near.ratio.toFixed() };
}

const electric: readonly (readonly [RegExp, string])[] = [
  [/^伏(?![击安特])/, "V"],
  [/^平(?=[,，。;；、()（）起的左以\s]|$)/, "m2"],
  [/^瓦(?![片斯楞时特])/, "W"],
  [/^欧(?![元洲盟美标姆])/, "Ω"],
  [/^安(?![装全徽排庆阳防检培时])/, "A"],
  [/^A(?=[,，。;；、()（）持续脉峰放充]|\n|$)/, "A"],
  [/^s(?=[,，。;；、)）\n]|\p{Script=Han}|$)/u, "s"],
];

/**
 * 12伏, 5安, 60s: of one character, a unit behind digits alone; 2A is a current only where currents are spoken of. Null where
 * none starts.
 */
export function readElectric(
  text: string,
  start: number,
): { readonly end: number; readonly unit: string } | null {
  if (!/[\d零一二两三四五六七八九十百千万亿]/.test(text.charAt(start - 1))) return null;
  const unit = electric.find(([pattern]) => pattern.test(text.slice(start, start + 2)))?.[1];
  if (
    unit === undefined ||
    (text.charAt(start) === "A" && !isOfCurrent(text, start)) ||
    (text.charAt(start) === "s" && isDecadeOrShell(text.slice(Math.max(0, start - 18), start)))
  )
    return null;
  return { end: start + 1, unit };
}

function isOfCurrent(text: string, start: number): boolean {
  if (/^A(?:持续|连续|脉冲|峰值|放电|充电)/.test(text.slice(start, start + 3))) return true;
  return /(?:电流|[充放]电|熔断|\bcurrent\b|V\/)[^,，。;；]*$/i.test(
    text.slice(Math.max(0, start - 30), start),
  );
}

/** The 1990s and the F 1s of a spectrum are no seconds. */
function isDecadeOrShell(before: string): boolean {
  return /\b(?:the|in) (?:\w+ )?\d+$|(?:^|[^A-Za-z])[A-Z][a-z]? ?[1-4]$/i.test(before);
}
