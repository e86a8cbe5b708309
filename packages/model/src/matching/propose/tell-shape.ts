import type { ProposedConcept } from "./propose-fields.ts";

/** What says in which shape goods are, and has a place of its own in the chain. */
const shapes = new Set(["single-crystal"]);
const near = 4;

/**
 * The shapes that a text tells of the goods that it is about, by words of one name with them: 811单晶 is NCM811 and single-crystal. They are
 * named beside the subject, as figures of a single crystal are not those of a polycrystal. [MT124]
 * @param subject the goods; "" where the text names none
 * @example listShapes(concepts, "ncm811") // ["single-crystal"]
 */
export function listShapes(concepts: readonly ProposedConcept[], subject: string): readonly string[] {
  const goods = concepts.find(({ value }) => value === subject);
  if (!goods) return [];
  return concepts
    .filter(({ value, span }) => {
      const gap = Math.max(span.start - goods.span.end, goods.span.start - span.end);
      return value !== subject && shapes.has(value) && gap <= near;
    })
    .map(({ value }) => value);
}
