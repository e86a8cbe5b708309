import { simplifyHan } from "@lilink/engine/text";
import {
  attributesNamed,
  loadAttribute,
  longestAttributeName,
  longestNamesake,
  namesakesOf,
  parseUnit,
} from "@lilink/model/chain";
import { findCue, hearFields } from "@lilink/model/matching";
import type { PostingFigure } from "@lilink/model/posting";
import { remember } from "../../ground/search/remember.ts";

export type AskedFigure = {
  /** As it stands in the query, with the name of what it measures. */
  readonly text: string;
  /** Null where the query does not say what it measures. */
  readonly figure: PostingFigure | null;
};

/** A name of the chain as it stands in a query, and what it means. */
export type AskedConcept = { readonly text: string; readonly concept: string };

/** The words that a posting must hold, and the figures that only put it first ([SE8]). */
export type ReadQuery = { readonly words: string; readonly figures: readonly AskedFigure[] };

/** A query comes back with each of its pages and facets. */
const queriesKept = 200;

type Place = { readonly figure: PostingFigure | null; readonly start: number; readonly end: number };

/** Takes the figures out of a query; a name that stands alone with its figure stays a word, so does a bare figure. */
export const readQuery = remember(queriesKept, (text): ReadQuery => {
  if (!/\d/.test(text)) return { words: text, figures: [] };
  for (const places of [findPlaces(text, true), findPlaces(text, false)]) {
    const words = places.reduceRight(
      (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
      text,
    );
    if (/[\p{L}\p{N}]/u.test(words)) {
      const toAsked = ({ figure, start, end }: Place) => ({ text: text.slice(start, end).trim(), figure });
      return { words: words.trim(), figures: places.map(toAsked) };
    }
  }
  return { words: text, figures: [] };
});

function findPlaces(text: string, named: boolean): readonly Place[] {
  const { concepts, figures, volume, unassigned } = hearFields(text);
  const whole = figures.map(({ value, span }): Place => {
    const cue = named ? findCue(text.slice(0, span.start), value.attribute) : null;
    const isConcept = concepts.some((one) => cue && one.span.end > cue.start && one.span.start < span.start);
    return { figure: value, start: cue && !isConcept ? cue.start : span.start, end: span.end };
  });
  const bare = [...(volume ? [volume] : []), ...unassigned].flatMap(({ value, span, source }): Place[] =>
    /\d/.test(source) && parseUnit(value.unit) ? [{ figure: null, ...span }] : [],
  );
  const known = [...whole, ...bare];
  const plain = findPlain(text).filter(
    ({ start, end }) => !known.some((one) => one.start < end && start < one.end),
  );
  return [...known, ...plain].sort((a, b) => a.start - b.start);
}

const limit = /(>=|<=|≥|≤|>|<)\s*(\d+(?:\.\d+)?)(?![\d.]*\s*[\p{L}\d%‰°/~-])/gu;

/** A name, a sign and a number alone: the unit is that of the attribute. */
function findPlain(text: string): readonly Place[] {
  return [...text.normalize("NFKC").matchAll(limit)].flatMap(
    ({ 0: all, 1: sign = "", 2: value = "", index }): Place[] => {
      const before = [...text.slice(0, index).matchAll(/[^\s\p{P}]+/gu)].slice(-longestAttributeName);
      for (const { index: start } of before) {
        const [id, other] = attributesNamed(text.slice(start, index).trim());
        if (id === undefined || other !== undefined) continue;
        const op = /[>≥]/u.test(sign) ? ">=" : "<=";
        const figure: PostingFigure = { attribute: id, op, value, unit: loadAttribute(id).unit, hard: true };
        return [{ figure, start, end: index + all.length }];
      }
      return [];
    },
  );
}

/** The things of the chain that a query names for sure, each once, as they stand there: words between blanks that are a name, and names in texts. */
export const readConcepts = remember(queriesKept, (text): readonly AskedConcept[] => {
  const words = [...text.matchAll(/\S+/g)];
  const asked: AskedConcept[] = hearFields(text).concepts.map(({ value, source }) => ({
    text: source,
    concept: value,
  }));
  for (let at = 0; at < words.length; ) {
    const runs = words.slice(at, at + longestNamesake).map((_word, more) => {
      const last = words[at + more];
      return text.slice(words[at]?.index, (last?.index ?? 0) + (last?.[0].length ?? 0));
    });
    const name = runs.findLast((run) => namesakesOf(simplifyHan(run))) ?? "";
    const [concept] = namesakesOf(simplifyHan(name))?.concepts ?? [];
    if (concept) asked.push({ text: name, concept });
    at += Math.max(1, runs.indexOf(name) + 1);
  }
  // A name of several grades leaves open which; of two names of one thing the longer one stands.
  const sure = asked.filter(({ text: name }) => (namesakesOf(simplifyHan(name))?.concepts.length ?? 1) === 1);
  const known = new Map<string, AskedConcept>();
  for (const one of sure)
    if (one.text.length > (known.get(one.concept)?.text.length ?? 0)) known.set(one.concept, one);
  return [...known.values()];
});
