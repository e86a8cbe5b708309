import type { Span } from "@lilink/engine/text";
import { cues } from "./head-table.ts";

const cueOf = new Map(cues.map(({ attribute, cue }) => [attribute.id, cue]));
// Between the name and the figure: the rest of the name, or what joins the two.
const gap = /^(?:\p{Script=Han}{0,4}|(?:[ -]?[A-Za-z]+){0,2})[\s:：]*$/u;

/**
 * Where the words stand that name an attribute right before a figure of it, up to the end of the text; null where none
 * do. [MT7]
 * @param text what stands before the figure
 * @example findCue("碳酸锂 磁性异物 ", "magnetic") // { start: 4, end: 9 }
 */
export function findCue(text: string, attribute: string): Span | null {
  const cue = cueOf.get(attribute);
  const last = cue ? [...text.matchAll(cue)].at(-1) : undefined;
  if (!last || !gap.test(text.slice(last.index + last[0].length))) return null;
  return { start: last.index, end: text.length };
}
