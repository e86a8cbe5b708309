import { parseUnit } from "@lilink/model/chain";
import { findCue, proposeFields } from "@lilink/model/matching";
import type { PostingFigure } from "@lilink/model/posting";

export type AskedFigure = {
  /** As it stands in the query, with the name of what it measures. */
  readonly text: string;
  /** Null where the query does not say what it measures. */
  readonly figure: PostingFigure | null;
};

/** The words that a posting must hold, and the figures that only put it first ([SE8]). */
export type ReadQuery = { readonly words: string; readonly figures: readonly AskedFigure[] };

type Place = { readonly figure: PostingFigure | null; readonly start: number; readonly end: number };

/** Takes the figures out of a query; a name that stands alone with its figure stays a word, so does a bare figure. */
export function readQuery(text: string): ReadQuery {
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
}

function findPlaces(text: string, named: boolean): readonly Place[] {
  const { concepts, figures, volume, unassigned } = proposeFields(text);
  const whole = figures.map(({ value, span }): Place => {
    const cue = named ? findCue(text.slice(0, span.start), value.attribute) : null;
    const isConcept = concepts.some((one) => cue && one.span.end > cue.start && one.span.start < span.start);
    return { figure: value, start: cue && !isConcept ? cue.start : span.start, end: span.end };
  });
  const bare = [...(volume ? [volume] : []), ...unassigned].flatMap(({ value, span, source }): Place[] =>
    /\d/.test(source) && parseUnit(value.unit) ? [{ figure: null, ...span }] : [],
  );
  return [...whole, ...bare].sort((a, b) => a.start - b.start);
}
