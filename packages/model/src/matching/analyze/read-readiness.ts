import type { Span } from "@lilink/engine/text";

export type ReadReadiness = Span & { readonly trl: number };

const pattern =
  /(?:TRL|技术成熟度|成熟度|technology readiness(?: level)?)[\s:：为达到等级不低于以上在大概约≥>=]*(?:at least|of|level|above|about|approx\.?|around|currently)?\s*([1-9])(?:\s?[-~至到]\s?([1-9]))?(?!\d|\.\d)/gi;

/** The technology readiness levels that a normal text names; of a range the lower end, which is what is sure. [MT5] */
export function readReadiness(text: string): readonly ReadReadiness[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    trl: Number(match[1]),
  }));
}
