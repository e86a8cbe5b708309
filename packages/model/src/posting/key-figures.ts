import { type PostingFigure, walledAttributes } from "./field.ts";

const walled: ReadonlySet<string> = new Set(walledAttributes);
const atMost = 3;

/**
 * The figures that tell a posting in a line, firm ones first: at most three of those that are given, none of an attribute that is hidden
 * from rivals. [SE17]
 */
export function pickKeyFigures(figures: readonly PostingFigure[] = []): readonly PostingFigure[] {
  return figures
    .filter(({ attribute }) => !walled.has(attribute))
    .toSorted((a, b) => Number(b.hard) - Number(a.hard))
    .slice(0, atMost);
}
