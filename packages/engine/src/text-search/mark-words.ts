import { isCommonWord, simplifyHan, type Tokenizer, termsOfLatin } from "../text/index.ts";
import { languageOf } from "./language.ts";
import { everything, type NamedQuery, readSenses } from "./read-senses.ts";

/** A place of a text, as half-open offsets of its UTF-16 units. */
export type Mark = { readonly start: number; readonly end: number };

const latinWord = /[\p{L}\p{M}\p{N}]+(?:[.-][\p{L}\p{M}\p{N}]+)*/gu;
const hanRun = /\p{Script=Han}+/gu;
const least = 0.5;

type Options = { readonly tokenizer: Tokenizer; readonly readNames: (query: string) => NamedQuery };

/**
 * Marks in any text the words that a query asks for, by whichever of their names, forms and languages they stand there. It
 * reads no collection. [TS7]
 * @example createMarker(options)("LFP")("采购磷酸铁锂") // [{ start: 2, end: 6 }]
 */
export function createMarker({ tokenizer, readNames }: Options): (query: string) => (text: string) => Mark[] {
  return (query) => {
    const named = readNames(query);
    const termsIn = {
      zh: listTerms(named, "zh", tokenizer),
      en: listTerms(named, "en", tokenizer),
    };
    return (text) => {
      const terms = termsIn[languageOf(text)];
      return join([...markHan(text, terms), ...markLatin(text, terms)]);
    };
  };
}

/** Single terms that hold a sense by themselves, and phrases; the pairs of a long Han word are marked as the whole word. */
function listTerms(named: NamedQuery, language: "zh" | "en", tokenizer: Tokenizer): ReadonlySet<string> {
  const senses = readSenses(named, language, everything, tokenizer);
  const words = senses.filter(({ trust }) => trust === 1);
  const telling = (words.length > 0 ? words : senses).flatMap(({ ways }) =>
    ways.flatMap((way) => way.filter(({ weight }) => weight >= least).map(({ term }) => term)),
  );
  const phrases = named.names.flatMap((names) =>
    names.map((name) => name.toLowerCase().replaceAll(/[-\s]+/g, "_")),
  );
  return new Set([...telling, ...phrases].filter((term) => !isCommonWord(term)));
}

function markHan(text: string, terms: ReadonlySet<string>): Mark[] {
  const simple = simplifyHan(text);
  const plain = simple.length === text.length ? simple : text;
  const han = [...terms].filter((term) => /^\p{Script=Han}+$/u.test(term));
  return [...plain.matchAll(hanRun)].flatMap(({ 0: run, index }) =>
    han.flatMap((term) => {
      const marks: Mark[] = [];
      for (let at = run.indexOf(term); at >= 0; at = run.indexOf(term, at + 1))
        marks.push({ start: index + at, end: index + at + term.length });
      return marks;
    }),
  );
}

function markLatin(text: string, terms: ReadonlySet<string>): Mark[] {
  const words = [...text.replaceAll(hanRun, (run) => " ".repeat(run.length)).matchAll(latinWord)].map(
    ({ 0: word, index }) => {
      const folded = word.normalize("NFKC").toLowerCase();
      return { start: index, end: index + word.length, folded, forms: formsOf(folded) };
    },
  );
  const marks: Mark[] = [];
  for (const [at, { start, end, folded, forms }] of words.entries()) {
    if (forms.some((form) => terms.has(form))) marks.push({ start, end });
    let [phrase, stems] = [folded, forms[0] ?? ""];
    for (const next of words.slice(at + 1, at + 6)) {
      phrase += `_${next.folded}`;
      stems += `_${next.forms[0] ?? ""}`;
      if (terms.has(phrase) || terms.has(stems)) marks.push({ start, end: next.end });
    }
  }
  return marks;
}

/** A word as it is filed: whole, and the parts of a hyphenated one. */
function formsOf(folded: string): readonly string[] {
  const whole = folded.replaceAll("-", "");
  const parts = folded.includes("-") ? folded.split("-") : [];
  return [
    termsOfLatin(whole)[0] ?? whole,
    whole,
    ...parts.flatMap((part) => termsOfLatin(part).slice(0, 1)),
    ...parts,
  ];
}

/** Places in order, those that touch as one. */
function join(marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last && mark.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, mark.end) };
    else joined.push(mark);
  }
  return joined;
}
